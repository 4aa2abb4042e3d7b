import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { Vendors } from '../application/vendors.js';
import {
  createVendorRequest,
  updateVendorRequest,
  vendorId,
  vendorListQuery,
  vendorPage,
  vendorView,
  type CreateVendorRequest,
  type UpdateVendorRequest,
  type VendorListQuery,
} from '../vendor.schemas.js';

@Controller('vendors')
export class VendorsController {
  constructor(private readonly vendors: Vendors) {}

  @Get()
  @RequirePermission('vendor:read')
  @Returns(vendorPage)
  list(@Query({ schema: vendorListQuery }) query: VendorListQuery) {
    return this.vendors.list(query);
  }

  @Post()
  @RequirePermission('vendor:write')
  @Returns(vendorView, 201)
  create(@Body({ schema: createVendorRequest }) body: CreateVendorRequest) {
    return this.vendors.create(body);
  }

  @Get(':id')
  @RequirePermission('vendor:read')
  @Returns(vendorView)
  show(@Param('id', { schema: vendorId }) id: string) {
    return this.vendors.show(id);
  }

  @Patch(':id')
  @RequirePermission('vendor:write')
  @Returns(vendorView)
  update(
    @Param('id', { schema: vendorId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateVendorRequest }) body: UpdateVendorRequest,
  ) {
    return this.vendors.update(id, version, body);
  }
}
