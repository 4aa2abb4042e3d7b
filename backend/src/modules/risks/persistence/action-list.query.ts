import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { ActionListQuery, ActionPage } from '../action.schemas.js';
import type { TimelinePage, TimelineQuery } from '../plan.schemas.js';
import { readLookupPage, type JsonPage, type PageSort } from './json-page.js';
import { OWNERS_OF_PAGE, sqlId, sqlInstant, sqlMemberName } from './sql-ids.js';

const SORTS: Record<ActionListQuery['sort'], PageSort> = {
  due: { column: 'due_sort', type: 'date' },
  number: { column: 'number', type: 'integer' },
  title: { column: 'title', type: 'text' },
  '-updated': { column: 'updated_at', type: 'timestamptz', descending: true },
};

/** SQL for the risk that an action `r` is against. */
export const ACTION_RISK = `(select jsonb_build_object('id', ${sqlId('risk', 'k.id')}, 'number', k.number, 'title', k.title)
  from risk k where k.organization_id = $1 and k.id = r.risk_id)`;

/** SQL for the ids of the actions that lower a risk, a parameter. */
const ACTIONS_OF_RISK = (risk: string): string =>
  `select e.action_id from remediation_effect e where e.organization_id = $1 and e.risk_id = ${risk}::uuid`;

/** SQL: an action with this alias that nobody has checked yet; what is done and waits for that is still open. */
export const openActionSql = (alias: string): string =>
  `${alias}.status in ('planned', 'in-progress', 'done')`;

/** SQL: past its date and not finished; `today` is a parameter. */
export const overdueSql = (today: string): string =>
  `(r.due_on < ${today}::date and r.status in ('planned', 'in-progress'))`;

/** SQL: it cost more than was planned, once or in a year; what nobody planned for counts as nothing. */
export const OVER_BUDGET = `(coalesce(r.spent_cents, 0) > coalesce(r.budget_cents, 0)
  or coalesce(r.yearly_spent_cents, 0) > coalesce(r.yearly_budget_cents, 0))`;

/** SQL for the money of an action `r`, as pairs of a JSON object. */
export const MONEY = `'budgetCents', r.budget_cents, 'spentCents', r.spent_cents, 'yearlyBudgetCents', r.yearly_budget_cents,
  'yearlySpentCents', r.yearly_spent_cents, 'overBudget', ${OVER_BUDGET}`;

const AWAITED = `from remediation_dependency d
  join remediation_action w on w.organization_id = $1 and w.id = d.waits_for_id and w.status in ('planned', 'in-progress')
  where d.organization_id = $1 and d.action_id = r.id`;

/** SQL: an action `r` that is to be finished before something that it waits for. */
export const DUE_TOO_EARLY = `(r.due_on is not null and r.status in ('planned', 'in-progress')
  and exists (select 1 ${AWAITED} and w.due_on > r.due_on))`;

type Item = ActionPage['items'][number];

/** As the database writes it: ids are plain, and what rows share stands once, in the lookups. */
interface Row extends Omit<Item, 'assessmentTitle' | 'owner'> {
  ownerId: string | null;
}

interface Lookups {
  assessments: Record<string, string> | null;
  owners: Record<string, string> | null;
  /** By action, where they are asked for. */
  milestones?: Record<string, ActionWords['milestones']> | null;
}

/** What a file holds besides what the page shows. */
export interface ActionWords {
  description: string;
  statusReason: string;
  completedOn: string | null;
  noEvidenceReason: string;
  validationNote: string;
  findingTitle: string | null;
  lowers: string[];
  waitsFor: string[];
  milestones: { title: string; dueOn: string | null; doneOn: string | null }[];
  /** Titles of what shows that it is done; what was withdrawn is left out. */
  evidence: string[];
  completedBy: string | null;
  validatedBy: string | null;
  validatedAt: string | null;
}

const MILESTONE = `json_build_object('title', s.title, 'dueOn', s.due_on, 'doneOn', s.done_on)`;

/** SQL; `now` is a parameter: of a past day, its end. */
const words = (
  now: string,
): string => `, 'description', r.description, 'statusReason', r.status_reason, 'completedOn', r.completed_on,
  'noEvidenceReason', r.no_evidence_reason, 'validationNote', r.validation_note,
  'findingTitle', (select g.title from finding g where g.organization_id = $1 and g.id = r.finding_id),
  'lowers', (select coalesce(json_agg('R-' || k.number || ' ' || k.title || coalesce(' (' || e.expected_level || ')', '') order by k.number), '[]')
    from remediation_effect e join risk k on k.organization_id = $1 and k.id = e.risk_id
    where e.organization_id = $1 and e.action_id = r.id),
  'waitsFor', (select coalesce(json_agg('A-' || w.number order by w.number), '[]')
    from remediation_dependency d join remediation_action w on w.organization_id = $1 and w.id = d.waits_for_id
    where d.organization_id = $1 and d.action_id = r.id),
  'evidence', (select coalesce(json_agg(e.title order by e.id), '[]') from evidence e
    where e.organization_id = $1 and e.subject_type = 'remediation-action' and e.subject_id = r.id
      and e.added_at <= ${now} and (e.withdrawn_at is null or e.withdrawn_at > ${now})),
  'completedBy', ${sqlMemberName('r.completed_by')}, 'validatedBy', ${sqlMemberName('r.validated_by')},
  'validatedAt', ${sqlInstant('r.validated_at')}`;

const item = (today: string, words: string): string => `json_build_object(
  'id', r.id, 'number', r.number, 'title', r.title, 'assessmentId', r.assessment_id, 'risk', ${ACTION_RISK},
  'ownerId', r.owner_id, 'dueOn', r.due_on, 'overdue', coalesce(${overdueSql(today)}, false),
  'dueTooEarly', ${DUE_TOO_EARLY}, 'waitsForOpen', (select count(*) ${AWAITED}), ${MONEY}, 'status', r.status,
  'updatedAt', r.updated_at, 'version', r.version${words})`;

const LOOKUPS: Record<'assessments' | 'owners', string> = {
  assessments: `select json_object_agg(m.id, m.title)
    from assessment m where m.organization_id = $1 and m.id in (select assessment_id from page)`,
  owners: OWNERS_OF_PAGE,
};

/** Grouped once for the page: of a past day, each look by another column than the key would read all that was kept. */
const MILESTONES = `select json_object_agg(g.action_id, g.list)
  from (select s.action_id, json_agg(${MILESTONE} order by s.due_on, s.id) as list
    from remediation_milestone s where s.organization_id = $1 and s.action_id in (select id from page) group by 1) g`;

/** `onlyOwnedBy`: what somebody sees who may not see the whole plan. */
export async function listActions(
  tx: ReadTx,
  query: ActionListQuery,
  onlyOwnedBy: string | null,
): Promise<ActionPage> {
  return readActions<object>(tx, query, onlyOwnedBy);
}

/** What has a date, the soonest first, with the milestones on the way. */
export async function listTimeline(
  tx: ReadTx,
  query: TimelineQuery,
): Promise<JsonPage<Item & Pick<TimelinePage['items'][number], 'milestones' | 'dueOn'>>> {
  return readActions(tx, { ...query, sort: 'due' }, null, {
    filters: ['r.due_on is not null'],
    lookups: { milestones: MILESTONES },
  });
}

/** The same rows with all their words. */
export async function listWholeActions(
  tx: ReadTx,
  query: ActionListQuery,
  onlyOwnedBy: string | null,
): Promise<JsonPage<Item & ActionWords>> {
  return readActions<ActionWords>(tx, query, onlyOwnedBy, {
    words: words('$3::timestamptz'),
    params: [tx.now],
    lookups: { milestones: MILESTONES },
  });
}

async function readActions<Words>(
  tx: ReadTx,
  query: ActionListQuery,
  onlyOwnedBy: string | null,
  more: Partial<{
    words: string;
    filters: readonly string[];
    params: readonly unknown[];
    lookups: Record<string, string>;
  }> = {},
): Promise<JsonPage<Item & Words>> {
  const params: unknown[] = [tx.organizationId, tx.today, ...(more.params ?? [])];
  const filters: string[] = [...(more.filters ?? [])];
  const filter = (sql: (param: string) => string, value: unknown): void => {
    if (value === undefined || value === null) return;
    params.push(value);
    filters.push(sql(`$${params.length}`));
  };
  filter((p) => `r.owner_id = ${p}::uuid`, onlyOwnedBy);
  filter((p) => `r.assessment_id = ${p}::uuid`, query.assessmentId);
  filter((p) => `r.id in (${ACTIONS_OF_RISK(p)})`, query.riskId);
  filter((p) => `r.finding_id = ${p}::uuid`, query.findingId);
  if (query.ownerId === 'none') filters.push('r.owner_id is null');
  else filter((p) => `r.owner_id = ${p}::uuid`, query.ownerId);
  if (query.status === 'unfinished') filters.push(`r.status in ('planned', 'in-progress')`);
  else filter((p) => `r.status = ${p}`, query.status);
  if (query.overdue !== undefined) filters.push(`coalesce(${overdueSql('$2')}, false) = ${query.overdue}`);
  if (query.overBudget !== undefined) filters.push(`${OVER_BUDGET} = ${query.overBudget}`);
  if (query.dated !== undefined) filters.push(`(r.due_on is not null) = ${query.dated}`);
  const number = /^a-?(\d{1,9})$/i.exec(query.q ?? '')?.[1];
  if (number) filter((p) => `r.number = ${p}::integer`, Number(number));
  else if (query.q)
    filter((p) => `(r.title ilike ${p} or r.description ilike ${p})`, containsPattern(query.q));
  const { items, lookups, ...page } = await readLookupPage<Row & Words, Lookups>(tx, {
    table: 'remediation_action',
    filters,
    params,
    item: item('$2', more.words ?? ''),
    lookups: { ...LOOKUPS, ...more.lookups },
    sortName: query.sort,
    sort: SORTS[query.sort],
    limit: query.limit,
    cursor: query.cursor,
    searched: query.q !== undefined,
  });
  return { ...page, items: items.map((row) => listItem(row, lookups) as Item & Words) };
}

function listItem({ ownerId, ...row }: Row, { assessments, owners, milestones }: Lookups): Item {
  return {
    ...row,
    ...(milestones === undefined ? {} : { milestones: milestones?.[row.id] ?? [] }),
    id: typedId('action', row.id),
    assessmentId: typedId('assessment', row.assessmentId),
    assessmentTitle: assessments![row.assessmentId]!,
    owner: ownerId === null ? null : { id: typedId('member', ownerId), name: owners![ownerId]! },
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}
