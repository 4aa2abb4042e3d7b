import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { RatedCount } from '../domain/heat-map.js';

/** SQL for a risk `r` that nobody rated yet: of the column that the indexes hold (negative rank, 1 without one). */
export const UNRATED = 'r.residual_sort > 0';

export interface RatedCounts {
  inherent: RatedCount[];
  residual: RatedCount[];
  unrated: { inherent: number; residual: number };
}

/**
 * How many risks of an assessment stand where, before and after safeguards; closed ones have left the map. Grouped in
 * the order of the index `risk_on_map`, so that nothing is hashed or sorted.
 */
export async function ratedCounts(tx: ReadTx, assessmentId: string): Promise<RatedCounts> {
  const [row] = await tx.query<RatedCounts>(
    `with counted as (
       select inherent_likelihood, inherent_impact, residual_likelihood, residual_impact, count(*)::int as n
       from risk where organization_id = $1 and assessment_id = $2 and status <> 'closed'
       group by status, 1, 2, 3, 4)
     select
       (select coalesce(jsonb_agg(jsonb_build_object('likelihood', l, 'impact', i, 'count', n)), '[]') from
         (select inherent_likelihood l, inherent_impact i, sum(n)::int n from counted where inherent_impact is not null group by 1, 2) x) as inherent,
       (select coalesce(jsonb_agg(jsonb_build_object('likelihood', l, 'impact', i, 'count', n)), '[]') from
         (select residual_likelihood l, residual_impact i, sum(n)::int n from counted where residual_impact is not null group by 1, 2) x) as residual,
       (select jsonb_build_object(
         'inherent', coalesce(sum(n) filter (where inherent_impact is null), 0)::int,
         'residual', coalesce(sum(n) filter (where residual_impact is null), 0)::int) from counted) as unrated`,
    [tx.organizationId, assessmentId],
  );
  return row!;
}
