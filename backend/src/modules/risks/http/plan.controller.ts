import { Controller, Get, Query } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { PlanSummary } from '../application/plan-summary.js';
import { PlanTimeline } from '../application/plan-timeline.js';
import {
  planSummaryQuery,
  planSummaryView,
  timelinePage,
  timelineQuery,
  type TimelineQuery,
} from '../plan.schemas.js';

@Controller('plan')
export class PlanController {
  constructor(
    private readonly summary: PlanSummary,
    private readonly timeline: PlanTimeline,
  ) {}

  @Get('summary')
  @RequirePermission('plan:read')
  @Returns(planSummaryView)
  show(@Query({ schema: planSummaryQuery }) query: { assessmentId?: string }) {
    return this.summary.execute(query.assessmentId ?? null);
  }

  @Get('timeline')
  @RequirePermission('plan:read')
  @Returns(timelinePage)
  inTime(@Query({ schema: timelineQuery }) query: TimelineQuery) {
    return this.timeline.execute(query);
  }
}
