import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { readCursor, writeCursor, type KeyType } from './page-cursor.js';

/** A list is counted up to here; beyond, "more than 10,000" says enough. */
const COUNT_CAP = 10_000;

export interface PageSort {
  /** A column of the table that an index begins with, after the organization. */
  column: string;
  type: KeyType;
  descending?: boolean;
}

export interface JsonPageQuery {
  table: string;
  /** SQL conditions on alias `r`; $1 is the organization. */
  filters: readonly string[];
  params: readonly unknown[];
  /** SQL that builds the item of a row `r`. */
  item: string;
  sortName: string;
  sort: PageSort;
  limit: number;
  cursor?: string | undefined;
  /** A word in any text, whose rarity decides which way is cheap. */
  searched?: boolean;
}

export interface LookupPageQuery extends JsonPageQuery {
  /** What many rows have in common, read once for the whole page: SQL of one JSON value over the rows of `page`. */
  lookups: Readonly<Record<string, string>>;
}

export interface JsonPage<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

interface Row<Item, Lookups> {
  items: { key: string; id: string; item: Item }[];
  total: number;
  lookups: Lookups;
}

export async function readJsonPage<Item>(tx: ReadTx, query: JsonPageQuery): Promise<JsonPage<Item>> {
  const { lookups: _none, ...page } = await readLookupPage<Item, object>(tx, { ...query, lookups: {} });
  return page;
}

/**
 * One statement a page: the rows behind the cursor as a range of the index, built into JSON where they are, one more
 * to know if there are others, and for the first page the capped count.
 */
export async function readLookupPage<Item, Lookups>(
  tx: ReadTx,
  query: LookupPageQuery,
): Promise<JsonPage<Item> & { lookups: Lookups }> {
  const { table, sort, limit } = query;
  const params = [...query.params];
  const where = ['r.organization_id = $1', ...query.filters].join(' and ');
  const [compare, direction] = sort.descending ? ['<', 'desc'] : ['>', 'asc'];
  let behind = '';
  let total = `(select count(*)::int from (select 1 from ${table} r where ${where} limit ${COUNT_CAP + 1}) counted)`;
  if (query.cursor !== undefined) {
    const mark = readCursor(query.cursor, query.sortName, sort.type);
    params.push(mark.total, mark.key, mark.id);
    total = `$${params.length - 2}::integer`;
    behind = `and (r.${sort.column}, r.id) ${compare} ($${params.length - 1}::${sort.type}, $${params.length}::uuid)`;
  }
  const order = `r.${sort.column} ${direction}, r.id ${direction}`;
  let page = `page as (select r.* from ${table} r where ${where} ${behind} order by ${order} limit ${limit + 1})`;
  if (query.searched && query.cursor === undefined) {
    page = searchedPage({ table, sort, limit }, where, order);
    total = '(select count(*)::int from found)';
  }
  const lookups = Object.entries(query.lookups).map(([name, sql]) => `'${name}', (${sql})`);
  // json, not jsonb: it is written once and read nowhere else, so that sorting its keys would be for nothing.
  const [row] = await tx.query<Row<Item, Lookups>>(
    `with ${page}
     select
       (select coalesce(json_agg(json_build_object('key', r.${sort.column}::text, 'id', r.id, 'item', ${query.item}) order by ${order}), '[]')
        from page r) as items,
       ${total} as total, json_build_object(${lookups.join(', ')}) as lookups`,
    params,
    query.searched ? 'each-time' : 'once',
  );
  const { items, total: counted, lookups: found } = row!;
  const last = items.length > limit ? items[limit - 1] : undefined;
  return {
    items: items.slice(0, limit).map(({ item }) => item),
    nextCursor: last ? writeCursor(query.sortName, { key: last.key, id: last.id, total: counted }) : null,
    total: Math.min(counted, COUNT_CAP),
    totalIsCapped: counted > COUNT_CAP,
    lookups: found,
  };
}

/** The words of all rows are read once: what is found in them is counted, and the first of it is the page. */
function searchedPage(
  { table, sort, limit }: Pick<LookupPageQuery, 'table' | 'sort' | 'limit'>,
  where: string,
  order: string,
): string {
  return `found as materialized (select r.id, r.${sort.column} from ${table} r where ${where} order by ${order} limit ${COUNT_CAP + 1}),
     page as (select r.* from (select r.id from found r order by ${order} limit ${limit + 1}) f
       join ${table} r on r.organization_id = $1 and r.id = f.id)`;
}
