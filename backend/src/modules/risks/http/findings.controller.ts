import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ExportFindings } from '../application/export-findings.js';
import { Findings } from '../application/findings.js';
import { RefreshInventoryFindings } from '../application/refresh-inventory-findings.js';
import {
  createFindingRequest,
  findingExportQuery,
  findingListQuery,
  findingPage,
  findingView,
  flowFindingChanges,
  updateFindingRequest,
  type CreateFindingRequest,
  type FindingExportQuery,
  type FindingListQuery,
  type UpdateFindingRequest,
} from '../finding.schemas.js';

const assessmentId = { schema: idIn('assessment') };

@Controller()
export class FindingsController {
  constructor(
    private readonly findings: Findings,
    private readonly exportFindings: ExportFindings,
    private readonly inventoryFindings: RefreshInventoryFindings,
  ) {}

  @Get('assessments/:id/findings')
  @RequirePermission('assessment:read')
  @AsOf()
  @Returns(findingPage)
  list(@Param('id', assessmentId) id: string, @Query({ schema: findingListQuery }) query: FindingListQuery) {
    return this.findings.list(id, query);
  }

  @Get('assessments/:id/findings/export.:format')
  @RequirePermission('report:export')
  @AsOf()
  @ReturnsTable()
  async download(
    @Param('id', assessmentId) id: string,
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: findingExportQuery }) query: FindingExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportFindings.execute(id, format, query));
  }

  @Post('assessments/:id/findings')
  @RequirePermission('assessment:write')
  @Returns(findingView, 201)
  create(
    @Param('id', assessmentId) id: string,
    @Body({ schema: createFindingRequest }) body: CreateFindingRequest,
  ) {
    return this.findings.create(id, body);
  }

  /** Looks at the data flows again: what changed in the inventory since shows as findings. */
  @Post('assessments/:id/findings/refresh')
  @RequirePermission('assessment:write')
  @Returns(flowFindingChanges)
  refresh(@Param('id', assessmentId) id: string) {
    return this.inventoryFindings.execute(id);
  }

  @Get('findings/:id')
  @RequirePermission('assessment:read')
  @Returns(findingView)
  show(@Param('id', { schema: idIn('finding') }) id: string) {
    return this.findings.show(id);
  }

  @Patch('findings/:id')
  @RequirePermission('assessment:write')
  @Returns(findingView)
  update(
    @Param('id', { schema: idIn('finding') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateFindingRequest }) body: UpdateFindingRequest,
  ) {
    return this.findings.update(id, version, body);
  }
}
