import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { PlanSummaryView } from '../plan.schemas.js';
import { OVER_BUDGET, overdueSql } from './action-list.query.js';
import { sqlMember } from './sql-ids.js';

const SUMS = `coalesce(sum(n), 0)::int as count, coalesce(sum(budget_cents), 0) as budget, coalesce(sum(spent_cents), 0) as spent,
  coalesce(sum(yearly_budget_cents), 0) as yearly_budget, coalesce(sum(yearly_spent_cents), 0) as yearly_spent,
  coalesce(sum(n) filter (where overdue), 0)::int as overdue`;
const AS_JSON = `'count', count, 'budgetCents', budget, 'spentCents', spent, 'yearlyBudgetCents', yearly_budget,
  'yearlySpentCents', yearly_spent`;
const LIVING = `status <> 'cancelled'`;

/**
 * The money of the plan by status, month and owner, what is late and what waits: one statement. The actions are read
 * once; what is said about them is summed from the few groups that they make.
 */
export async function planSummary(tx: ReadTx, assessmentId: string | null): Promise<PlanSummaryView> {
  const [row] = await tx.query<{ summary: PlanSummaryView }>(
    `with plan as materialized (
       select r.status, r.owner_id, date_trunc('month', r.due_on)::date as month, coalesce(${overdueSql('$3')}, false) as overdue,
         ${OVER_BUDGET} as over,          count(*) as n, sum(r.budget_cents) as budget_cents, sum(r.spent_cents) as spent_cents,
         sum(r.yearly_budget_cents) as yearly_budget_cents, sum(r.yearly_spent_cents) as yearly_spent_cents
       from remediation_action r where r.organization_id = $1 and ($2::uuid is null or r.assessment_id = $2) group by 1, 2, 3, 4, 5)
     select jsonb_build_object(
       'budgetCents', (select coalesce(sum(budget_cents), 0) from plan where ${LIVING}),
       'spentCents', (select coalesce(sum(spent_cents), 0) from plan),
       'yearlyBudgetCents', (select coalesce(sum(yearly_budget_cents), 0) from plan where ${LIVING}),
       'yearlySpentCents', (select coalesce(sum(yearly_spent_cents), 0) from plan),
       'count', (select coalesce(sum(n), 0) from plan where ${LIVING}),
       'byStatus', (select coalesce(jsonb_agg(jsonb_build_object('status', status, ${AS_JSON}) order by place), '[]') from
         (select status, array_position(array['planned', 'in-progress', 'done', 'validated', 'cancelled'], status) as place, ${SUMS}
          from plan group by 1, 2) x),
       'byMonth', (select coalesce(jsonb_agg(jsonb_build_object('month', month, ${AS_JSON}) order by month nulls last), '[]') from
         (select to_char(month, 'YYYY-MM') as month, ${SUMS} from plan where ${LIVING} group by 1) x),
       'byOwner', (select coalesce(jsonb_agg(jsonb_build_object('owner', ${sqlMember('x.owner_id')}, ${AS_JSON}, 'overdue', overdue)
         order by budget desc, count desc, owner_id), '[]') from (select owner_id, ${SUMS} from plan where ${LIVING} group by 1) x),
       'overdue', (select jsonb_build_object(${AS_JSON}) from (select ${SUMS} from plan where overdue) x),
       'overBudget', (select jsonb_build_object(${AS_JSON}) from (select ${SUMS} from plan where over) x),
       'awaitingValidation', (select jsonb_build_object(${AS_JSON}) from (select ${SUMS} from plan where status = 'done') x),
       'unowned', (select coalesce(sum(n), 0) from plan where owner_id is null and status in ('planned', 'in-progress')),
       'undated', (select coalesce(sum(n), 0) from plan where month is null and status in ('planned', 'in-progress')),
       'openLessons', (select count(*) from remediation_lesson l where l.organization_id = $1 and l.done_on is null)) as summary`,
    [tx.organizationId, assessmentId, tx.today],
  );
  return row!.summary;
}
