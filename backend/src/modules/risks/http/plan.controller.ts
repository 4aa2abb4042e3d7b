import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { Returns } from '../../../platform/http/returns.js';
import { ExportPlanMoney } from '../application/export-plan-money.js';
import { PlanSummary } from '../application/plan-summary.js';
import { PlanTimeline } from '../application/plan-timeline.js';
import {
  planSummaryQuery,
  planSummaryView,
  timelinePage,
  timelineQuery,
  type PlanSummaryQuery,
  type TimelineQuery,
} from '../plan.schemas.js';

@Controller('plan')
export class PlanController {
  constructor(
    private readonly summary: PlanSummary,
    private readonly timeline: PlanTimeline,
    private readonly exportMoney: ExportPlanMoney,
  ) {}

  @Get('summary')
  @RequirePermission('plan:read')
  @Returns(planSummaryView)
  show(@Query({ schema: planSummaryQuery }) query: PlanSummaryQuery) {
    return this.summary.execute(query.assessmentId ?? null);
  }

  @Get('summary/export.:format')
  @RequirePermission('report:export')
  @ReturnsTable()
  async downloadMoney(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: planSummaryQuery }) query: PlanSummaryQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportMoney.execute(format, query));
  }

  @Get('timeline')
  @RequirePermission('plan:read')
  @AsOf()
  @Returns(timelinePage)
  inTime(@Query({ schema: timelineQuery }) query: TimelineQuery) {
    return this.timeline.execute(query);
  }
}
