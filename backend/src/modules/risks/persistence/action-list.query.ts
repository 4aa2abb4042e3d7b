import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { ActionListQuery, ActionPage } from '../action.schemas.js';
import { containsPattern, readJsonPage, type PageSort } from './json-page.js';
import { OWNER, OWNER_JOIN, sqlId, sqlInstant } from './sql-ids.js';

const SORTS: Record<ActionListQuery['sort'], PageSort> = {
  due: { column: 'due_sort', type: 'date' },
  number: { column: 'number', type: 'integer' },
  title: { column: 'title', type: 'text' },
  '-updated': { column: 'updated_at', type: 'timestamptz', descending: true },
};

/** SQL for the risk that an action `r` is against. */
export const ACTION_RISK = `(select jsonb_build_object('id', ${sqlId('risk', 'k.id')}, 'number', k.number, 'title', k.title)
  from risk k where k.organization_id = $1 and k.id = r.risk_id)`;

/** SQL: past its date and not finished; `today` is a parameter. */
export const overdueSql = (today: string): string =>
  `(r.due_on < ${today}::date and r.status in ('planned', 'in-progress'))`;

const item = (today: string): string => `jsonb_build_object(
  'id', ${sqlId('action', 'r.id')}, 'number', r.number, 'title', r.title,
  'assessmentId', ${sqlId('assessment', 'r.assessment_id')}, 'assessmentTitle', m.title, 'risk', ${ACTION_RISK},
  'owner', ${OWNER}, 'dueOn', r.due_on, 'overdue', coalesce(${overdueSql(today)}, false),
  'budgetCents', r.budget_cents, 'spentCents', r.spent_cents, 'status', r.status,
  'updatedAt', ${sqlInstant('r.updated_at')}, 'version', r.version)`;

/** `onlyOwnedBy`: what somebody sees who may not see the whole plan. */
export function listActions(
  tx: ReadTx,
  query: ActionListQuery,
  onlyOwnedBy: string | null,
): Promise<ActionPage> {
  const params: unknown[] = [tx.organizationId, tx.today];
  const filters: string[] = [];
  const filter = (sql: (param: string) => string, value: unknown): void => {
    if (value === undefined || value === null) return;
    params.push(value);
    filters.push(sql(`$${params.length}`));
  };
  filter((p) => `r.owner_id = ${p}::uuid`, onlyOwnedBy);
  filter((p) => `r.assessment_id = ${p}::uuid`, query.assessmentId);
  filter((p) => `r.risk_id = ${p}::uuid`, query.riskId);
  filter((p) => `r.finding_id = ${p}::uuid`, query.findingId);
  if (query.ownerId === 'none') filters.push('r.owner_id is null');
  else filter((p) => `r.owner_id = ${p}::uuid`, query.ownerId);
  if (query.status === 'unfinished') filters.push(`r.status in ('planned', 'in-progress')`);
  else filter((p) => `r.status = ${p}`, query.status);
  if (query.overdue !== undefined) filters.push(`coalesce(${overdueSql('$2')}, false) = ${query.overdue}`);
  const number = /^a-?(\d{1,9})$/i.exec(query.q ?? '')?.[1];
  if (number) filter((p) => `r.number = ${p}::integer`, Number(number));
  else if (query.q)
    filter((p) => `(r.title ilike ${p} or r.description ilike ${p})`, containsPattern(query.q));
  return readJsonPage(tx, {
    table: 'remediation_action',
    filters,
    params,
    item: item('$2'),
    joins: `join assessment m on m.organization_id = r.organization_id and m.id = r.assessment_id ${OWNER_JOIN}`,
    sortName: query.sort,
    sort: SORTS[query.sort],
    limit: query.limit,
    cursor: query.cursor,
  });
}
