import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { PlanSummaryView } from '../plan.schemas.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { planSummary } from '../persistence/plan-summary.query.js';

@Injectable()
export class PlanSummary {
  constructor(private readonly db: TenantDb) {}

  execute(assessmentId: string | null): Promise<PlanSummaryView> {
    return this.db.read(async (tx) => {
      // Another organization's analysis is not found, rather than empty.
      if (assessmentId) await assessmentPins(tx, assessmentId);
      return planSummary(tx, assessmentId);
    });
  }
}
