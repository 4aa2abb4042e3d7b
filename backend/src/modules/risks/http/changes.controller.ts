import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ExportComparison } from '../application/export-comparison.js';
import { ShowChanges } from '../application/show-changes.js';
import { changesQuery, changesView, type ChangesQuery } from '../changes.schemas.js';

@Controller('assessments/:id/changes')
export class ChangesController {
  constructor(
    private readonly showChanges: ShowChanges,
    private readonly exportComparison: ExportComparison,
  ) {}

  @Get()
  @RequirePermission('assessment:read')
  @Returns(changesView)
  show(
    @Param('id', { schema: idIn('assessment') }) id: string,
    @Query({ schema: changesQuery }) { limit }: ChangesQuery,
  ) {
    return this.showChanges.execute(id, limit);
  }

  /** Every row, also beyond what the page shows. */
  @Get('export.:format')
  @RequirePermission('report:export')
  @ReturnsTable()
  async downloadComparison(
    @Param('id', { schema: idIn('assessment') }) id: string,
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportComparison.execute(id, format));
  }
}
