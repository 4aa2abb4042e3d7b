import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { TimelinePage, TimelineQuery } from '../plan.schemas.js';
import { listTimeline } from '../persistence/action-list.query.js';

/** What has a date, the soonest first, page by page: the plan as a line in time. */
@Injectable()
export class PlanTimeline {
  constructor(private readonly db: TenantDb) {}

  execute(query: TimelineQuery): Promise<TimelinePage> {
    return this.db.read((tx) => listTimeline(tx, query));
  }
}
