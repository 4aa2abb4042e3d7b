import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { printSql, type KnownRecords } from './known-records.js';

/** Where records are compared: SQL, with the organization as $1 and the assets that nobody looks at as $4. */
export interface ComparedTable {
  /** The records themselves, and what their fields need besides. */
  records: string;
  joins: string;
  id: string;
  /** Which of them are there at all. */
  isPresent: string;
  /** By which of its columns an asset that nobody looks at takes it along. */
  assetIds: readonly string[];
  /** What a record is known by, in any case; and what its key begins with, which the record has of its own. */
  key: string;
  keyStart: string;
  fields: Readonly<Record<string, string>>;
  /** As a new one is listed; and the order in which they are, for which there is an index. */
  name: string;
  sort: string;
  /** What prints cannot hold, since it is encrypted, is there. */
  isNoted: string;
}

export interface DifferingRecords {
  /** In their order. */
  listed: ListedRecord[];
  /** Keys of known records that none is the same as now: gone, or otherwise. */
  unmatched: string[];
  same: number;
  /** New ones beyond the first. */
  moreAdded: number;
}

/** One that may be otherwise now, as a whole or in what is encrypted; or one of the first that are new, by name alone. */
export interface ListedRecord {
  id: string;
  newName: string | null;
  isSameButNoted: boolean;
}

/** Beside so many known ones all are compared: looking for each costs more. */
const MOST_LOOKED_FOR = 1000;

/**
 * Compares where the rows are, so that only what differs leaves the database. Where little was known, only records that begin
 * as one of it are read: what is new beside them is counted, and the first of it named, by the indexes. Small letters are not
 * the same ones in every program: a key in other letters than ASCII counts as known by the whole print alone, and is handed
 * over where that is another.
 */
export async function recordsThatDiffer(
  tx: ReadTx,
  table: ComparedTable,
  known: KnownRecords,
  leftOut: readonly string[],
  mostAdded: number,
): Promise<DifferingRecords> {
  const { records, joins, id, isPresent, assetIds, key, keyStart, name, sort, isNoted } = table;
  const present = `from ${records} where ${id.split('.')[0]}.organization_id = $1 and ${isPresent}`;
  const isIn = assetIds.map((column) => `(${column} is null or ${column} <> all ($4::uuid[]))`).join(' and ');
  const isOut = assetIds.map((column) => `${column} = any ($4::uuid[])`).join(' or ');
  const print = printSql(known.fields.map((field) => table.fields[field]!));
  const [row] = await tx.query<DifferingRecords>(
    `with near as materialized (
       select ${id} as id, lower(${key} collate "C") as key, ${isPlain(key)} as plain, ${sort} as sort, ${isNoted} as noted, ${print} as print
       from ${records} ${joins} where ${id.split('.')[0]}.organization_id = $1 and ${isPresent} and ${isIn}
         and ($5::text[] is null or lower(${keyStart}) = any ($5) or case when ${isPlain(keyStart)} then true end is null)),
     judged as materialized (
       select id, sort, noted, print, print = any ($3::text[]) as same, plain and not key = any ($2::text[]) as new from near),
     found as materialized (
       select id, sort, noted, print, coalesce(same, false) as same, new and not coalesce(same, false) as new from judged),
     added as (select (select count(*) ${present}) - (select count(*) ${present} and (${isOut})) - (select count(*) from found where not new) as count),
     listed as (
       select id, null as name, same as noted, sort from found where not new and (noted or not same)
       union all (select ${id}, ${name}, false, ${sort} ${present} and ${isIn} and (select count from added) > 0
         and ${id} not in (select id from found where not new) order by ${sort}, ${id} limit ${mostAdded}))
     select coalesce((select json_agg(json_build_object('id', id, 'newName', name, 'isSameButNoted', noted) order by sort, id) from listed), '[]') as listed,
       coalesce((select json_agg(k.key) from unnest($2::text[], $3::text[]) k (key, print)
         where not exists (select 1 from found f where f.same and f.print = k.print)), '[]') as unmatched,
       (select count(*)::int from found where same) as same,
       greatest((select count from added) - ${mostAdded}, 0)::int as "moreAdded"`,
    [
      tx.organizationId,
      known.keys,
      known.prints,
      leftOut,
      known.keys.length > MOST_LOOKED_FOR ? null : known.starts,
    ],
  );
  return row!;
}

/** In small letters the same everywhere; nothing is, where the database makes an “ı” of “I”. */
function isPlain(text: string): string {
  return `(octet_length(${text}) = length(${text}) and lower('I') = 'i')`;
}
