import { Module } from '@nestjs/common';
import './vendors.audit.js';
import './vendors.permissions.js';
import { ExportVendors } from './application/export-vendors.js';
import { Vendors } from './application/vendors.js';
import { VendorsController } from './http/vendors.controller.js';

/** Vendors as far as data flows need them; due diligence and the agreements themselves come with their own records. */
@Module({ controllers: [VendorsController], providers: [Vendors, ExportVendors] })
export class VendorsModule {}
