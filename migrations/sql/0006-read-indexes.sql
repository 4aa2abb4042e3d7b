-- What pages count in large registers is read from an index alone.
-- The heat map: how many risks stand where, before and after safeguards.
create index risk_on_map on risk
  (organization_id, assessment_id, status, inherent_likelihood, inherent_impact, residual_likelihood, residual_impact);
-- Risks that are to be reduced and for which no action says how.
create index remediation_action_living_by_risk on remediation_action (organization_id, risk_id) where status <> 'cancelled';
