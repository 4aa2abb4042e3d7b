import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { FURTHER_STANDS } from './further-subjects.js';
import { sqlId, sqlInstant, sqlMember } from './sql-ids.js';

/** SQL for the row that says how a risk `r` came into the analysis where it lives. `$1` is the organization. */
const ITS_ROW = 'c.organization_id = $1 and c.risk_id = r.id and c.assessment_id = r.assessment_id';

/** SQL for a risk `r` that came from an earlier analysis and that nobody reviewed in this one yet. */
export const TO_REVIEW = `r.status <> 'closed' and exists (select 1 from carried_risk c where ${ITS_ROW} and c.reviewed_at is null)`;

/**
 * SQL for why the thing that a risk `r` is about is there no more; null while it is, or while something else that it
 * concerns is, and for closed risks.
 */
export const SUBJECT_END = `case when r.status = 'closed' or ${FURTHER_STANDS} then null
  when r.asset_id is not null then (select case when a.lifecycle = 'disposed' then 'disposed'
      when exists (select 1 from assessment_exclusion x where x.organization_id = $1 and x.assessment_id = r.assessment_id
        and x.asset_id = a.id) then 'excluded' end
    from asset a where a.organization_id = $1 and a.id = r.asset_id)
  when r.data_flow_id is not null then (select case when not f.active then 'ended'
      when exists (select 1 from assessment_exclusion x where x.organization_id = $1 and x.assessment_id = r.assessment_id
        and x.asset_id in (f.from_asset_id, f.to_asset_id)) then 'excluded' end
    from data_flow f where f.organization_id = $1 and f.id = r.data_flow_id)
  end`;

const NAMED = (column: string): string =>
  `(select jsonb_build_object('id', ${sqlId('assessment', 'n.id')}, 'title', n.title)
    from assessment n where n.organization_id = $1 and n.id = ${column})`;
const EARLIER = (kind: 'inherent' | 'residual'): string => `case when c.${kind}_level is null then null else
  jsonb_build_object('likelihood', c.${kind}_likelihood, 'impact', c.${kind}_impact, 'level', c.${kind}_level) end`;

/** SQL for where a risk `r` came from and its review; null for one that was found in the analysis where it is. */
export const CARRIED = `(select jsonb_build_object(
    'identifiedIn', ${NAMED('c.identified_in')}, 'from', ${NAMED('c.from_assessment_id')}, 'carriedAt', ${sqlInstant('c.carried_at')},
    'earlierScale', (select jsonb_build_object('scalesPack', n.scales_pack, 'scalesVersion', n.scales_version, 'scaleId', n.scale_id)
      from assessment n where n.organization_id = $1 and n.id = c.from_assessment_id),
    'inherent', ${EARLIER('inherent')}, 'residual', ${EARLIER('residual')},
    'review', case when c.reviewed_at is null then null else jsonb_build_object('outcome', c.outcome, 'reason', c.reason,
      'by', ${sqlMember('c.reviewed_by')}, 'at', ${sqlInstant('c.reviewed_at')}) end)
  from carried_risk c where ${ITS_ROW})`;

/** SQL for the analysis that took over the register of the analysis with this alias; null while it lives there. */
export const carriedOnToOf = (alias: string): string =>
  `(select jsonb_build_object('id', ${sqlId('assessment', 'n.id')}, 'title', n.title)
    from assessment n where n.organization_id = $1 and n.previous_id = ${alias}.id and n.carries_register)`;

/** The same for a program. */
export async function carriedOnTo(
  tx: ReadTx,
  assessmentId: string,
): Promise<{ id: string; title: string } | null> {
  const [row] = await tx.query<{ id: string; title: string }>(
    `select id, title from assessment where organization_id = $1 and previous_id = $2 and carries_register`,
    [tx.organizationId, assessmentId],
  );
  return row ?? null;
}
