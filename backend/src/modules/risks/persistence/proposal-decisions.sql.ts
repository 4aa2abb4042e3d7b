/**
 * SQL for what was accepted or turned down in the analysis $2 of the organization $1: pair_id, subject_id, and the risk that was
 * made of it, which is null where it was turned down.
 */
export const DECISIONS = `
  select r.pair_id, coalesce(r.asset_id, r.data_flow_id) as subject_id, r.id as risk_id from risk r
  where r.organization_id = $1 and r.assessment_id = $2 and r.pair_id is not null and coalesce(r.asset_id, r.data_flow_id) is not null
  union all
  -- What was accepted stays accepted here when its risk has moved on.
  select r.pair_id, coalesce(r.asset_id, r.data_flow_id), r.id from carried_risk c
  join risk r on r.organization_id = c.organization_id and r.id = c.risk_id
  where c.organization_id = $1 and c.from_assessment_id = $2 and r.pair_id is not null and coalesce(r.asset_id, r.data_flow_id) is not null
  union all
  -- One risk for many things.
  select r.pair_id, s.subject_id, r.id from risk r
  join risk_further_subject s on s.organization_id = r.organization_id and s.risk_id = r.id
  where r.organization_id = $1 and r.pair_id is not null and (r.assessment_id = $2 or exists (select 1 from carried_risk c
    where c.organization_id = $1 and c.from_assessment_id = $2 and c.risk_id = r.id))
  union all
  select p.pair_id, p.subject_id, null from proposal_dismissal p where p.organization_id = $1 and p.assessment_id = $2`;
