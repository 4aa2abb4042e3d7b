import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { printSql, type KnownRecords } from './known-records.js';

/** Where records are compared: SQL, with the organization as $1 and `param` as $4. */
export interface ComparedTable {
  from: string;
  where: string;
  id: string;
  /** What a record is known by; in any case. */
  key: string;
  fields: Readonly<Record<string, string>>;
  /** The order in which they are listed. */
  sort: string;
  /** What prints cannot hold, since it is encrypted, is there. */
  isNoted: string;
}

export interface DifferingIds {
  /** Those that are otherwise now, and of the new ones the first. */
  ids: string[];
  /** Keys of known records that none is the same as now: gone, or otherwise. */
  unmatched: string[];
  same: number;
  /** New ones beyond the first. */
  moreAdded: number;
  /** The same, but for what is encrypted. */
  noted: string[];
}

/**
 * Compares where the rows are, so that only what differs leaves the database. Small letters are not the same ones in every
 * program: a key in other letters than ASCII is also looked for by the whole print, and is handed over where that is another.
 */
export async function idsThatDiffer(
  tx: ReadTx,
  { from, where, id, key, fields, sort, isNoted }: ComparedTable,
  known: KnownRecords,
  param: unknown,
  mostAdded: number,
): Promise<DifferingIds> {
  const isPlain = `octet_length(${key}) = length(${key})`;
  const print = printSql(known.fields.map((field) => fields[field]!));
  const [row] = await tx.query<DifferingIds>(
    `with known as (select * from unnest($2::text[], $3::text[]) k (key, print)),
     found as materialized (
       select ${id} as id, coalesce(by_key.key, by_print.key) as key, ${isPlain} as plain, ${sort} as sort, ${isNoted} as noted,
         case when by_print.key is not null then true when by_key.print is null then false
           else by_key.print = ${print} end as same
       from ${from}
       left join known by_key on by_key.key = case when ${isPlain} then lower(${key} collate "C") else lower(${key}) end
       left join known by_print on by_print.print = case when not (${isPlain}) and by_key.key is null then ${print} end
       where ${where}),
     wanted as (
       select id from found where not same and (key is not null or not plain)
       union all (select id from found where key is null and plain order by sort, id limit ${mostAdded}))
     select coalesce((select json_agg(id) from wanted), '[]') as ids,
       coalesce((select json_agg(k.key) from known k where not exists (select 1 from found f where f.same and f.key = k.key)), '[]') as unmatched,
       (select count(*)::int from found where same) as same,
       (select greatest(count(*) - ${mostAdded}, 0)::int from found where key is null and plain) as "moreAdded",
       coalesce((select json_agg(id) from found where same and noted), '[]') as noted`,
    [tx.organizationId, known.keys, known.prints, param],
  );
  return row!;
}
