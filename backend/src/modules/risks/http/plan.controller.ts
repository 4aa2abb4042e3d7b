import { Controller, Get, Query } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { planSummaryQuery, planSummaryView } from '../action.schemas.js';
import { PlanSummary } from '../application/plan-summary.js';

@Controller('plan')
export class PlanController {
  constructor(private readonly summary: PlanSummary) {}

  @Get('summary')
  @RequirePermission('plan:read')
  @Returns(planSummaryView)
  show(@Query({ schema: planSummaryQuery }) query: { assessmentId?: string }) {
    return this.summary.execute(query.assessmentId ?? null);
  }
}
