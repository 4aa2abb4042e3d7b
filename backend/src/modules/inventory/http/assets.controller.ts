import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { Assets } from '../application/assets.js';
import { ExportAssets } from '../application/export-assets.js';
import {
  assetExportQuery,
  assetListQuery,
  assetPage,
  assetView,
  createAssetRequest,
  updateAssetRequest,
  type AssetExportQuery,
  type AssetListQuery,
  type CreateAssetRequest,
  type UpdateAssetRequest,
} from '../asset.schemas.js';

@Controller('assets')
export class AssetsController {
  constructor(
    private readonly assets: Assets,
    private readonly exportAssets: ExportAssets,
  ) {}

  @Get()
  @RequirePermission('asset:read')
  @AsOf()
  @Returns(assetPage)
  list(@Query({ schema: assetListQuery }) query: AssetListQuery) {
    return this.assets.list(query);
  }

  @Post()
  @RequirePermission('asset:write')
  @Returns(assetView, 201)
  create(@Body({ schema: createAssetRequest }) body: CreateAssetRequest) {
    return this.assets.create(body);
  }

  @Get('export.:format')
  @RequirePermission('asset:export')
  @AsOf()
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: assetExportQuery }) filter: AssetExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportAssets.execute(format, filter));
  }

  @Get(':id')
  @RequirePermission('asset:read')
  @Returns(assetView)
  show(@Param('id', { schema: idIn('asset') }) id: string) {
    return this.assets.show(id);
  }

  @Patch(':id')
  @RequirePermission('asset:write')
  @Returns(assetView)
  update(
    @Param('id', { schema: idIn('asset') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateAssetRequest }) body: UpdateAssetRequest,
  ) {
    return this.assets.update(id, version, body);
  }
}
