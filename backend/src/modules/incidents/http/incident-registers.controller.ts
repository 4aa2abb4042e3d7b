import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { ExportDeterminations } from '../application/export-determinations.js';
import { ExportNotices } from '../application/export-notices.js';
import {
  determinationExportQuery,
  noticeExportQuery,
  type DeterminationExportQuery,
  type NoticeExportQuery,
} from '../register.schemas.js';

/** What was decided and what was told, of all incidents together. */
@Controller('incidents')
export class IncidentRegistersController {
  constructor(
    private readonly determinations: ExportDeterminations,
    private readonly notices: ExportNotices,
  ) {}

  @Get('determinations/export.:format')
  @RequirePermission('incident:export')
  @ReturnsTable()
  async exportDeterminations(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: determinationExportQuery }) query: DeterminationExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.determinations.execute(format, query));
  }

  @Get('notices/export.:format')
  @RequirePermission('incident:export')
  @ReturnsTable()
  async exportNotices(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: noticeExportQuery }) query: NoticeExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.notices.execute(format, query));
  }
}
