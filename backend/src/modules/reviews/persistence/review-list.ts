import { currentContext } from '../../../platform/context/request-context.js';
import {
  readPage,
  type ListQuery,
  type Page,
  type PageRequest,
  type SortKey,
} from '../../../platform/database/keyset-page.js';
import { USUAL_LIMIT } from '../../../platform/http/schemas.js';
import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { Outcome, ReviewedType, ReviewSource } from '../domain/record-kinds.js';
import { AHEAD_DAYS } from '../domain/review-term.js';
import { HAS_OWNER, LOOKED_AFTER_BY, REVIEWABLE } from './reviewable-records.sql.js';

export interface RecordRow {
  type: ReviewedType;
  id: string;
  name: string;
  code: string;
  ownerId: string | null;
  ownerName: string | null;
  version: number;
  hasEnded: boolean;
  enteredOn: CalendarDate;
  dueOn: CalendarDate;
  reviewedOn: CalendarDate | null;
  reviewedById: string | null;
  reviewedByName: string | null;
  outcome: Outcome | null;
  source: ReviewSource | null;
  changed: boolean;
}

const NAME_OF = (
  member: string,
): string => `(select p.name from membership m join person p on p.id = m.person_id
  where m.organization_id = $1 and m.id = ${member})`;

const COLUMNS = `x.type, x.id, x.name, x.code, x.owner_id as "ownerId", ${NAME_OF('x.owner_id')} as "ownerName", x.version,
  x.ended as "hasEnded", to_char(x.entered_on, 'YYYY-MM-DD') as "enteredOn", to_char(x.due_on, 'YYYY-MM-DD') as "dueOn",
  to_char(x.reviewed_on, 'YYYY-MM-DD') as "reviewedOn", x.reviewed_by as "reviewedById",
  ${NAME_OF('x.reviewed_by')} as "reviewedByName", x.outcome, x.source, x.changed`;

type SortedBy = 'dueOn' | 'name' | 'reviewedOn';

const KEYS: Readonly<Record<SortedBy, { expression: string; type: SortKey['type'] }>> = {
  dueOn: { expression: 'x.due_on', type: 'date' },
  name: { expression: 'lower(x.name)', type: 'text' },
  // Those that nobody ever looked at stand before all that somebody did.
  reviewedOn: { expression: `coalesce(x.reviewed_on, date '1900-01-01')`, type: 'date' },
};

/** `due`: overdue, or soon. `changed`: it reads otherwise than at its last review, whenever the next is due. */
export const LIST_STATES = ['due', 'overdue', 'due-soon', 'not-due', 'needs-change', 'changed'] as const;
export type ListState = (typeof LIST_STATES)[number];

const SOON = `$3::date + ${AHEAD_DAYS}`;
const IN_STATE: Readonly<Record<ListState, string>> = {
  due: `x.due_on <= ${SOON}`,
  overdue: 'x.due_on < $3::date',
  'due-soon': `x.due_on >= $3::date and x.due_on <= ${SOON}`,
  'not-due': `x.due_on > ${SOON}`,
  'needs-change': `x.outcome = 'needs-change'`,
  changed: 'x.changed',
};

export interface RecordFilter {
  state?: ListState | undefined;
  type?: ReviewedType | undefined;
  /** Those that this member looks after, as their obligation counts them; 'none': those that no active member may review as theirs. */
  ownerId?: string | undefined;
  q?: string | undefined;
}

export interface RecordPage extends Page<RecordRow> {
  /** How many are overdue or soon due; null where not all records were gone through. */
  due: number | null;
}

/** Of those types only that the viewer may read. */
export async function pageOfRecords(
  tx: ReadTx,
  types: readonly ReviewedType[],
  filter: RecordFilter,
  request: PageRequest,
): Promise<RecordPage> {
  const { filters, params } = asked(tx, types, filter);
  const key = KEYS[request.sort.replace(/^-/, '') as SortedBy];
  const all = Object.values(filter).every((value) => value === undefined || value === '');
  // When the next review is due is the dearest of it: worked out once, where the list is sorted by it.
  const dueOn = key.expression === 'x.due_on' || !all ? '' : ', x.due_on';
  const soon = `${dueOn ? 'd.due_on' : 'd.key'} <= ${SOON}`;
  // Gone through once, for the page and for what is counted, and of each no more than its place in the list.
  const read = `records as materialized (
    select x.id, ${key.expression} as key${dueOn} from ${REVIEWABLE} x where ${filters.join(' and ')})`;
  const list: ListQuery = {
    columns: `x.id, ${all ? `(select count(*)::int from records d where ${soon})` : 'null::int'} as due`,
    read,
    table: 'records x',
    alias: 'x',
    joins: '',
    filters: ['true'],
    params,
    sorts: Object.fromEntries(Object.keys(KEYS).map((sort) => [sort, { ...key, expression: 'x.key' }])),
    // As the page opens it: each way to filter and sort is a statement of its own, and few of them are kept.
    planning: all && request.cursor === undefined && request.limit === USUAL_LIMIT ? 'once' : 'each-time',
  };
  const { rows, ...page } = await readPage<{ id: string; due: number | null }>(tx, list, request);
  return { rows: await recordsWithIds(tx, rows), ...page, due: rows[0]?.due ?? null };
}

/** How many of those types are overdue or soon due. */
export async function countDueRecords(tx: ReadTx, types: readonly ReviewedType[]): Promise<number> {
  const { filters, params } = asked(tx, types, { state: 'due' });
  const [row] = await tx.query<{ due: number }>(
    `select count(*)::int as due from ${REVIEWABLE} x where ${filters.join(' and ')}`,
    params,
    'once',
  );
  return row!.due;
}

function asked(
  tx: ReadTx,
  types: readonly ReviewedType[],
  { state, type, ownerId, q }: RecordFilter,
): Pick<ListQuery, 'filters' | 'params'> {
  const params: unknown[] = [tx.organizationId, currentContext().timeZone, tx.today, types];
  // Each parameter has its type, also where nothing asks for today.
  const filters = ['not x.ended', '$3::date is not null', 'x.type = any ($4::text[])'];
  const add = (condition: (place: string) => string, value: unknown): void => {
    params.push(value);
    filters.push(condition(`$${params.length}`));
  };
  if (state) filters.push(IN_STATE[state]);
  if (type) filters.push(`x.type = '${type}'`);
  if (ownerId === 'none') filters.push(`not ${HAS_OWNER}`);
  else if (ownerId) add(LOOKED_AFTER_BY, ownerId);
  if (q) add((place) => `(x.name ilike ${place} or x.code ilike ${place})`, containsPattern(q));
  return { filters, params };
}

/** In the same order. */
function recordsWithIds(tx: ReadTx, places: readonly { id: string }[]): Promise<RecordRow[]> {
  const ids = places.map(({ id }) => id);
  return tx.query<RecordRow>(
    `select ${COLUMNS} from ${REVIEWABLE} x where x.id = any ($3::uuid[]) order by array_position($3::uuid[], x.id)`,
    [tx.organizationId, currentContext().timeZone, ids],
    'once',
  );
}

/** One record, also where it has ended. */
export async function reviewableRecord(
  tx: ReadTx,
  type: ReviewedType,
  id: string,
): Promise<RecordRow | null> {
  const [row] = await tx.query<RecordRow>(
    `select ${COLUMNS} from ${REVIEWABLE} x where x.type = '${type}' and x.id = $3::uuid`,
    [tx.organizationId, currentContext().timeZone, id],
  );
  return row ?? null;
}
