import type { Planning } from './planned-statements.js';
import type { ReadTx } from './tenant-db.js';
import { isCalendarDate } from '../kernel/calendar-date.js';
import { DomainError } from '../kernel/domain-error.js';

/** A list is counted up to here; beyond, "more than 10,000" says enough. */
const COUNT_CAP = 10_000;

export interface SortKey {
  /** What PostgreSQL sorts by; an index begins with it. */
  expression: string;
  type: 'text' | 'timestamptz' | 'date';
}

/** One list: what is read, and by what it may be sorted. Parameters of `filters` begin at $1, the organization. */
export interface ListQuery {
  columns: string;
  /** What stands behind `with`: rows that are dear to find are found once, for the page and for its count. */
  read?: string;
  /** The table that the filters speak of, with its alias. */
  table: string;
  alias: string;
  joins: string;
  filters: string[];
  params: unknown[];
  sorts: Record<string, SortKey>;
  /** Each time, unless something else is said. */
  planning?: Planning;
}

export interface PageRequest {
  sort: string;
  limit: number;
  cursor?: string | undefined;
}

export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

type Keyed<Row> = Row & { keyset_value: string; keyset_id: string; keyset_total: number };

/** One statement a page: the rows behind the cursor, one more to know if there are others, and the capped count. */
export async function readPage<Row>(tx: ReadTx, list: ListQuery, request: PageRequest): Promise<Page<Row>> {
  const descending = request.sort.startsWith('-');
  const key = list.sorts[descending ? request.sort.slice(1) : request.sort];
  if (!key) throw new DomainError('request.invalid', 'invalid', 'This list cannot be sorted that way.');
  const { alias } = list;
  const where = list.filters.join(' and ');
  const params = [...list.params];
  const counted = `(select count(*)::int from (select 1 from ${list.table} where ${where} limit ${COUNT_CAP + 1}) as counted)`;
  const found = list.read === undefined ? '' : `with ${list.read} `;
  let behind = '';
  if (request.cursor !== undefined) {
    const [value, id] = readCursor(request.cursor, request.sort, key);
    params.push(value, id);
    behind = `and (${key.expression}, ${alias}.id) ${descending ? '<' : '>'} ($${params.length - 1}::${key.type}, $${params.length}::uuid)`;
  }
  const direction = descending ? 'desc' : 'asc';
  const order = `order by ${key.expression} ${direction}, ${alias}.id ${direction}`;
  const ordered = `${list.table} ${list.joins} where ${where} ${behind} ${order} limit ${request.limit + 1}`;
  // What no index sorts is sorted before it is written as text: it may be tens of thousands.
  const from = list.read === undefined ? ordered : `(select ${alias}.* from ${ordered}) ${alias} ${order}`;
  const rows = await tx.query<Keyed<Row>>(
    `${found}select ${list.columns}, (${key.expression})::text as keyset_value, ${alias}.id as keyset_id, ${counted} as keyset_total
     from ${from}`,
    params,
    list.planning,
  );
  const counts =
    rows[0]?.keyset_total ??
    (request.cursor === undefined ? 0 : await count(tx, `${found}select ${counted} as total`, list.params));
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor:
      rows.length > request.limit && last
        ? writeCursor(request.sort, last.keyset_value, last.keyset_id)
        : null,
    total: Math.min(counts, COUNT_CAP),
    totalIsCapped: counts > COUNT_CAP,
  };
}

async function count(tx: ReadTx, statement: string, params: unknown[]): Promise<number> {
  const [row] = await tx.query<{ total: number }>(statement, params);
  return row!.total;
}

function writeCursor(sort: string, value: string, id: string): string {
  return Buffer.from(JSON.stringify([sort, value, id]), 'utf8').toString('base64url');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readCursor(cursor: string, sort: string, key: SortKey): [string, string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [itsSort, value, id] = parsed as unknown[];
    if (
      itsSort === sort &&
      typeof value === 'string' &&
      fits(value, key) &&
      typeof id === 'string' &&
      UUID.test(id)
    )
      return [value, id];
  } catch {
    // falls through to the refusal
  }
  throw new DomainError(
    'request.cursor-unreadable',
    'invalid',
    'This page mark does not fit the list. Begin again from the first page.',
  );
}

function fits(value: string, key: SortKey): boolean {
  if (value.includes('\0')) return false;
  if (key.type === 'date') return isCalendarDate(value);
  return (
    key.type === 'text' || !Number.isNaN(Date.parse(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')))
  );
}
