-- A cell of the heat map is a list of risks: its page is a range of an index, its count read from the index alone.
create index risk_of_residual_cell on risk
  (organization_id, assessment_id, residual_likelihood, residual_impact, residual_sort, id) include (status);
create index risk_of_inherent_cell on risk
  (organization_id, assessment_id, inherent_likelihood, inherent_impact, residual_sort, id) include (status);

-- Why there is nothing that shows that the action was done; empty where evidence stands. What was said before the action was
-- opened again stays in its history.
alter table remediation_action add column no_evidence_reason text not null default '';
alter table remediation_transition add column no_evidence_reason text not null default '';

-- A date that was promised moves with a reason only: from when to when, why, and who moved it. Never changed.
create table remediation_due_move (
  organization_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  from_on date not null,
  -- Empty where the date was taken away.
  to_on date,
  reason text not null check (length(reason) >= 3),
  moved_by uuid not null,
  moved_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, action_id) references remediation_action (organization_id, id),
  foreign key (organization_id, moved_by) references membership (organization_id, id),
  check (to_on is distinct from from_on)
);
create index remediation_due_move_by_action on remediation_due_move (organization_id, action_id, id);
select protect_tenant_table('remediation_due_move', 'select, insert', 'select');
