import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { currentAssessment } from './current-assessment.js';
import type { ScaleRef } from './scale-ref.js';

const MOST_SCALES = 20;
const SCALE = 'm.scales_pack as pack, m.scales_version as version, m.scale_id as id';

/** The scales by which the risks of the register, or of one analysis, are rated: that of the newest analysis first. */
export function scalesInUse(tx: ReadTx, assessmentId: string | undefined): Promise<ScaleRef[]> {
  return tx.query<ScaleRef>(
    `select ${SCALE} from assessment m
     where m.organization_id = $1 and ($2::uuid is null and m.status <> 'withdrawn' or m.id = $2)
       and exists (select 1 from risk r where r.organization_id = $1 and r.assessment_id = m.id)
     group by 1, 2, 3 order by max(m.started_on) desc, 1, 2, 3 limit ${MOST_SCALES}`,
    [tx.organizationId, assessmentId ?? null],
  );
}

/**
 * The analyses that rate by a scale; without one, by that of the current analysis, which the heat map shows. Null: all of
 * them do, so that nothing has to be left out.
 */
export async function analysesRatedBy(tx: ReadTx, scale: ScaleRef | null): Promise<string[] | null> {
  const asked = scale
    ? 'select $2::text as pack, $3::text as version, $4::text as id'
    : currentAssessment('scales_pack as pack, scales_version as version, scale_id as id');
  const rows = await tx.query<{ id: string; fits: boolean }>(
    `select m.id, (m.scales_pack, m.scales_version, m.scale_id) is not distinct from (n.pack, n.version, n.id) as fits
     from assessment m, (${asked}) n where m.organization_id = $1`,
    scale ? [tx.organizationId, scale.pack, scale.version, scale.id] : [tx.organizationId],
  );
  return rows.every(({ fits }) => fits) ? null : rows.flatMap(({ id, fits }) => (fits ? [id] : []));
}
