import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { Returns } from '../../../platform/http/returns.js';
import { ExportVendors } from '../application/export-vendors.js';
import { Vendors } from '../application/vendors.js';
import {
  createVendorRequest,
  updateVendorRequest,
  vendorExportQuery,
  vendorId,
  vendorListQuery,
  vendorPage,
  vendorView,
  type CreateVendorRequest,
  type UpdateVendorRequest,
  type VendorExportQuery,
  type VendorListQuery,
} from '../vendor.schemas.js';

@Controller('vendors')
export class VendorsController {
  constructor(
    private readonly vendors: Vendors,
    private readonly exportVendors: ExportVendors,
  ) {}

  @Get()
  @RequirePermission('vendor:read')
  @AsOf()
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

  @Get('export.:format')
  @RequirePermission('vendor:export')
  @AsOf()
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: vendorExportQuery }) query: VendorExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportVendors.execute(format, query));
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
