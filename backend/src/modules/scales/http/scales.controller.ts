import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { DraftScale } from '../application/draft-scale.js';
import { ExportScale } from '../application/export-scale.js';
import { ExportScales } from '../application/export-scales.js';
import { OwnScales } from '../application/own-scales.js';
import {
  draftScaleRequest,
  scaleExportQuery,
  scaleId,
  scaleListQuery,
  scalePage,
  scaleView,
  updateScaleRequest,
  type DraftScaleRequest,
  type ScaleExportQuery,
  type ScaleListQuery,
  type UpdateScaleRequest,
} from '../scale.schemas.js';

@Controller('risk-scales')
export class ScalesController {
  constructor(
    private readonly scales: OwnScales,
    private readonly draft: DraftScale,
    private readonly exportScale: ExportScale,
    private readonly exportScales: ExportScales,
  ) {}

  @Get()
  @RequirePermission('scale:read')
  @Returns(scalePage)
  list(@Query({ schema: scaleListQuery }) query: ScaleListQuery) {
    return this.scales.list(query);
  }

  @Post()
  @RequirePermission('scale:write')
  @Returns(scaleView, 201)
  begin(@Body({ schema: draftScaleRequest }) body: DraftScaleRequest) {
    return this.draft.begin(body);
  }

  // Before the routes of one scale, which would take it for an id.
  @Get('export.:format')
  @RequirePermission('scale:export')
  @ReturnsTable()
  async downloadList(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: scaleExportQuery }) query: ScaleExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportScales.execute(format, query));
  }

  @Get(':id')
  @RequirePermission('scale:read')
  @Returns(scaleView)
  show(@Param('id', { schema: scaleId }) id: string) {
    return this.scales.show(id);
  }

  @Patch(':id')
  @RequirePermission('scale:write')
  @Returns(scaleView)
  update(
    @Param('id', { schema: scaleId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateScaleRequest }) body: UpdateScaleRequest,
  ) {
    return this.draft.update(id, version, body);
  }

  @Delete(':id')
  @RequirePermission('scale:write')
  @ReturnsNothing()
  async discard(@Param('id', { schema: scaleId }) id: string, @IfMatch() version: number): Promise<void> {
    await this.draft.discard(id, version);
  }

  @Get(':id/export.:format')
  @RequirePermission('scale:export')
  @ReturnsTable()
  async download(
    @Param('id', { schema: scaleId }) id: string,
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportScale.execute(id, format));
  }
}
