import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { sqlId } from './sql-ids.js';

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

const LEVEL = `case when r.residual_likelihood is not null and r.residual_impact is not null then r.residual_level end`;
const MARK = `case when r.status = 'closed' then '${CLOSED}' else 'open ' || coalesce(${LEVEL}, '') end`;

/** A risk that does not stand as it was known, as far as it is compared; ids of what it is about are plain. */
export interface ListedRisk {
  id: string;
  number: number;
  title: string;
  status: 'open' | 'treated' | 'closed';
  /** Of the scale; null where it is not rated. */
  level: string | null;
  isNew: boolean;
  /** Only of a new one that could be the same as a known one by its words. */
  words: RiskWords | null;
}

export interface RiskWords {
  threatId: string | null;
  vulnerabilityId: string | null;
  assetId: string | null;
  dataFlowId: string | null;
  findingTitle: string | null;
}

export interface DifferingRisks {
  /** In the order of the register. */
  listed: ListedRisk[];
  /** Ids of known ones that are not as they were: gone, or otherwise. */
  unmatched: string[];
  /** Open ones at the same level, not told. */
  same: number;
  /** New ones beyond the first, not told. */
  moreAdded: number;
}

const WORDS = `json_build_object('threatId', r.threat_id, 'vulnerabilityId', r.vulnerability_id, 'assetId', r.asset_id,
  'dataFlowId', r.data_flow_id, 'findingTitle', (select g.title from finding g where g.organization_id = $1 and g.id = r.finding_id))`;

// The index that has the owners is the one that has the order.
const NEW_ONES = `select r.id, r.residual_sort as sort, r.owner_id from risk r where r.organization_id = $1 and r.assessment_id = $2
  and r.status <> 'closed' and (select count from added) > 0 and r.id not in (select id from matched)`;

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
    `with known as materialized (select * from unnest($3::uuid[], $4::text[]) k (id, mark)),
     matched as materialized (
       select r.id, r.status <> 'closed' as open, k.mark = ${MARK} as same
       from known k join risk r on r.organization_id = $1 and r.assessment_id = $2 and r.id = k.id),
     words as (select $5::boolean or exists (
       select 1 from known where mark <> '${CLOSED}' and id not in (select id from matched)) as compared),
     added as (select (select count(*) from risk r where r.organization_id = $1 and r.assessment_id = $2 and r.status <> 'closed')
       - (select count(*) from matched where open) as count),
     first as materialized (${NEW_ONES} and not (select compared from words) order by r.residual_sort, r.id limit ${mostAdded}),
     differing as materialized (
       select id, false as new from matched where not same union all select id, true from first
       union all select id, true from (${NEW_ONES}) n where (select compared from words))
     select coalesce((select json_agg(json_build_object('id', ${sqlId('risk', 'r.id')}, 'number', r.number, 'title', r.title,
         'status', r.status, 'level', ${LEVEL}, 'isNew', d.new,
         'words', case when d.new and (select compared from words) then ${WORDS} end) order by r.residual_sort, r.id)
       from differing d join risk r on r.organization_id = $1 and r.id = d.id), '[]') as listed,
       coalesce((select json_agg(id) from known where id not in (select id from matched where same)), '[]') as unmatched,
       (select count(*)::int from matched where same and open) as same,
       (select case when compared then 0 else greatest((select count from added) - ${mostAdded}, 0) end::int from words) as "moreAdded"`,
    [tx.organizationId, assessmentId, known.map(({ id }) => id), known.map(({ mark }) => mark), compareWords],
  );
  return row!;
}
