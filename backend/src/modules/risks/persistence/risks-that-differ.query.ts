import type { ReadTx } from '../../../platform/database/tenant-db.js';

/** A risk as it was: `mark` says whether it was open and at which level. */
export interface KnownRisk {
  id: string;
  mark: string;
}

export const CLOSED = 'closed';

/** An open risk at a level of the scale, or rated by none. */
export function openMark(level: string | null): string {
  return `open ${level ?? ''}`;
}

const MARK = `case when r.status = 'closed' then '${CLOSED}' else 'open ' || coalesce(
  case when r.residual_likelihood is not null and r.residual_impact is not null then r.residual_level end, '') end`;

export interface DifferingRisks {
  ids: string[];
  /** Ids of known ones that are not as they were: gone, or otherwise. */
  unmatched: string[];
  /** Open ones at the same level, not told. */
  same: number;
  /** New ones beyond the first, not told. */
  moreAdded: number;
}

/**
 * The risks of an analysis that do not stand as they were known; of new ones the first in the order of the register. All of
 * them, where one that is gone could be the same by its words: `compareWords`, or an open one that is there no more.
 */
export async function risksThatDiffer(
  tx: ReadTx,
  assessmentId: string,
  known: readonly KnownRisk[],
  { compareWords, mostAdded }: { compareWords: boolean; mostAdded: number },
): Promise<DifferingRisks> {
  const [row] = await tx.query<DifferingRisks>(
    `with known as (select * from unnest($3::uuid[], $4::text[]) k (id, mark)),
     found as materialized (
       select r.id, r.status <> 'closed' as open, r.residual_sort as sort, k.id as known, coalesce(k.mark = ${MARK}, false) as same
       from risk r left join known k on k.id = r.id where r.organization_id = $1 and r.assessment_id = $2),
     words as (select $5::boolean or exists (select 1 from known k
       where k.mark <> '${CLOSED}' and not exists (select 1 from found f where f.id = k.id)) as compared),
     added as (select id, sort from found where known is null and open),
     wanted as (
       select id from found where known is not null and not same
       union all (select id from added order by sort, id limit (select case when compared then null else ${mostAdded} end from words)))
     select coalesce((select json_agg(id) from wanted), '[]') as ids,
       coalesce((select json_agg(k.id) from known k where not exists (select 1 from found f where f.same and f.id = k.id)), '[]') as unmatched,
       (select count(*)::int from found where same and open) as same,
       (select case when compared then 0 else greatest((select count(*) from added) - ${mostAdded}, 0) end::int from words) as "moreAdded"`,
    [tx.organizationId, assessmentId, known.map(({ id }) => id), known.map(({ mark }) => mark), compareWords],
  );
  return row!;
}
