-- What waits for a second person for too long is reminded of, once for each week of a wait: a finished action to check, an
-- accepted risk or a scale to decide about, an analysis to approve. A row is never changed.
create table decision_reminder (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  subject_type text not null check (subject_type in ('remediation-action', 'risk-acceptance', 'risk-scale', 'assessment')),
  subject_id uuid not null,
  -- When it was handed to a second person; handed over again, it is another wait.
  waits_since timestamptz not null,
  -- Whole weeks since the wait became too long.
  week integer not null check (week >= 0),
  reminded_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, subject_type, subject_id, waits_since, week)
);
select protect_tenant_table('decision_reminder', 'select', 'select, insert');
