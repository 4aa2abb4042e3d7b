import { Global, Module } from '@nestjs/common';
import './compliance.audit.js';
import './compliance.permissions.js';
import { ExportPacks } from './application/export-packs.js';
import { Packs } from './application/packs.js';
import { ReferenceViews } from './application/reference-views.js';
import { RequestImport } from './application/request-import.js';
import { PackImportController } from './http/pack-import.controller.js';
import { ReferenceController } from './http/reference.controller.js';
import { PackConnection } from './persistence/pack-connection.js';

/** The packs: regulation, questions, threats and words as data, and official sets brought in beside them. */
@Global()
@Module({
  controllers: [ReferenceController, PackImportController],
  providers: [PackConnection, Packs, ReferenceViews, ExportPacks, RequestImport],
  exports: [Packs],
})
export class ComplianceModule {}
