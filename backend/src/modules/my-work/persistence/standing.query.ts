import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { currentAssessment } from '../../risks/index.js';

export interface StandingRow {
  officers: number;
  assets: number;
  latestId: string | null;
  latestStatus: 'draft' | 'in-review' | 'signed' | null;
  makers: string[];
  approvers: string[];
  reviewDueOn: CalendarDate | null;
}

/** Where the organization stands, in one statement. Whether there is anything is all that is asked of the inventory. */
export async function standingOf(tx: ReadTx, approverRoles: string[]): Promise<StandingRow> {
  const [row] = await tx.query<StandingRow>(
    `select
       (select count(*)::int from membership where organization_id = $1 and active and role = 'compliance-officer') as officers,
       (select count(*)::int from (select 1 from asset where organization_id = $1 and lifecycle not in ('retired', 'disposed') limit 1) as any_asset) as assets,
       latest.id as "latestId", latest.status as "latestStatus",
       coalesce(array_remove(array[latest.prepared_by, latest.submitted_by], null), '{}') as makers,
       array(select id from membership where organization_id = $1 and active and role = any($2::text[]) limit 100) as approvers,
       (select to_char(min(due_on), 'YYYY-MM-DD') from obligation
        where organization_id = $1 and status = 'open' and kind = 'risk-analysis.review') as "reviewDueOn"
     from (select 1) as one
     left join lateral (${currentAssessment('id, status, prepared_by, submitted_by')}) as latest on true`,
    [tx.organizationId, approverRoles],
  );
  return row!;
}
