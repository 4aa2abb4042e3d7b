import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { Changes } from '../application/changes.js';
import { DecideChanges } from '../application/decide-changes.js';
import { ExportChanges } from '../application/export-changes.js';
import {
  changeExportQuery,
  changeListQuery,
  changePage,
  changeReviewView,
  changeView,
  decideChangesRequest,
  decidedChanges,
  reportChangeRequest,
  type ChangeExportQuery,
  type ChangeListQuery,
  type DecideChangesRequest,
  type ReportChangeRequest,
} from '../reassessment.schemas.js';

@Controller('environment-changes')
export class EnvironmentChangesController {
  constructor(
    private readonly changes: Changes,
    private readonly decideChanges: DecideChanges,
    private readonly exportChanges: ExportChanges,
  ) {}

  @Get()
  @RequirePermission('change:read')
  @Returns(changePage)
  list(@Query({ schema: changeListQuery }) query: ChangeListQuery) {
    return this.changes.list(query);
  }

  @Post()
  @RequirePermission('change:report')
  @Returns(changeView, 201)
  report(@Body({ schema: reportChangeRequest }) body: ReportChangeRequest) {
    return this.changes.report(body);
  }

  @Get('review')
  @RequirePermission('change:read')
  @Returns(changeReviewView)
  review() {
    return this.changes.review();
  }

  /** Each change carries the version that was seen. */
  @Post('decisions')
  @RequirePermission('change:decide')
  @Returns(decidedChanges, 201)
  decide(@Body({ schema: decideChangesRequest }) body: DecideChangesRequest) {
    return this.decideChanges.execute(body);
  }

  @Get('export.:format')
  @RequirePermission('change:export')
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: changeExportQuery }) query: ChangeExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportChanges.execute(format, query));
  }

  @Get(':id')
  @RequirePermission('change:read')
  @Returns(changeView)
  show(@Param('id', { schema: idIn('environmentChange') }) id: string) {
    return this.changes.show(id);
  }
}
