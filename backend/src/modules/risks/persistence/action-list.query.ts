import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { ActionListQuery, ActionPage } from '../action.schemas.js';
import { readLookupPage, type JsonPage, type PageSort } from './json-page.js';
import { OWNERS_OF_PAGE, sqlId } from './sql-ids.js';

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

type Item = ActionPage['items'][number];

/** As the database writes it: ids are plain, and what rows share stands once, in the lookups. */
interface Row extends Omit<Item, 'assessmentTitle' | 'owner'> {
  ownerId: string | null;
}

interface Lookups {
  assessments: Record<string, string> | null;
  owners: Record<string, string> | null;
}

/** What a file holds besides what the page shows. */
export interface ActionWords {
  description: string;
  statusReason: string;
  completedOn: string | null;
  validationNote: string;
}

const WORDS = `, 'description', r.description, 'statusReason', r.status_reason, 'completedOn', r.completed_on,
  'validationNote', r.validation_note`;

const item = (today: string, words: string): string => `json_build_object(
  'id', r.id, 'number', r.number, 'title', r.title, 'assessmentId', r.assessment_id, 'risk', ${ACTION_RISK},
  'ownerId', r.owner_id, 'dueOn', r.due_on, 'overdue', coalesce(${overdueSql(today)}, false),
  'budgetCents', r.budget_cents, 'spentCents', r.spent_cents, 'status', r.status,
  'updatedAt', r.updated_at, 'version', r.version${words})`;

const LOOKUPS: Record<keyof Lookups, string> = {
  assessments: `select json_object_agg(m.id, m.title)
    from assessment m where m.organization_id = $1 and m.id in (select assessment_id from page)`,
  owners: OWNERS_OF_PAGE,
};

/** `onlyOwnedBy`: what somebody sees who may not see the whole plan. */
export async function listActions(
  tx: ReadTx,
  query: ActionListQuery,
  onlyOwnedBy: string | null,
): Promise<ActionPage> {
  return readActions<object>(tx, query, onlyOwnedBy, '');
}

/** The same rows with all their words. */
export async function listWholeActions(
  tx: ReadTx,
  query: ActionListQuery,
  onlyOwnedBy: string | null,
): Promise<JsonPage<Item & ActionWords>> {
  return readActions<ActionWords>(tx, query, onlyOwnedBy, WORDS);
}

async function readActions<Words>(
  tx: ReadTx,
  query: ActionListQuery,
  onlyOwnedBy: string | null,
  words: string,
): Promise<JsonPage<Item & Words>> {
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
  const { items, lookups, ...page } = await readLookupPage<Row & Words, Lookups>(tx, {
    table: 'remediation_action',
    filters,
    params,
    item: item('$2', words),
    lookups: LOOKUPS,
    sortName: query.sort,
    sort: SORTS[query.sort],
    limit: query.limit,
    cursor: query.cursor,
  });
  return { ...page, items: items.map((row) => listItem(row, lookups) as Item & Words) };
}

function listItem({ ownerId, ...row }: Row, { assessments, owners }: Lookups): Item {
  return {
    ...row,
    id: typedId('action', row.id),
    assessmentId: typedId('assessment', row.assessmentId),
    assessmentTitle: assessments![row.assessmentId]!,
    owner: ownerId === null ? null : { id: typedId('member', ownerId), name: owners![ownerId]! },
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}
