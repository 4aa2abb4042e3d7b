-- Assessments, their answers and findings, the risk register, the remediation plan, and the signed snapshots.
create table assessment (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  status text not null default 'draft' check (status in ('draft', 'in-review', 'signed')),
  scope text not null default '',
  questionnaire_pack text not null,
  questionnaire_version text not null,
  threats_pack text not null,
  threats_version text not null,
  scales_pack text not null,
  scales_version text not null,
  scale_id text not null,
  previous_id uuid,
  started_on date not null,
  prepared_by uuid not null,
  submitted_by uuid,
  submitted_at timestamptz,
  -- OCR's five tests of a risk analysis, each with the answer and the words of the person who gave it.
  checklist jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, previous_id) references assessment (organization_id, id),
  foreign key (organization_id, prepared_by) references membership (organization_id, id),
  foreign key (organization_id, submitted_by) references membership (organization_id, id),
  foreign key (questionnaire_pack, questionnaire_version) references reference.pack (pack, version),
  foreign key (threats_pack, threats_version) references reference.pack (pack, version),
  foreign key (scales_pack, scales_version) references reference.pack (pack, version)
);
create index assessment_by_start on assessment (organization_id, started_on desc, id);
select protect_tenant_table('assessment', 'select, insert, update', 'select');

create table assessment_exclusion (
  organization_id uuid not null,
  assessment_id uuid not null,
  asset_id uuid not null,
  reason text not null check (length(reason) >= 3),
  created_at timestamptz not null default now(),
  primary key (organization_id, assessment_id, asset_id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, asset_id) references asset (organization_id, id)
);
select protect_tenant_table('assessment_exclusion', 'select, insert, update, delete', 'select');

create table answer (
  organization_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  question_id text not null,
  option_id text not null,
  standing text not null check (standing in ('in-place', 'partial', 'gap', 'unknown', 'not-applicable')),
  notes bytea,
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, assessment_id, question_id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, answered_by) references membership (organization_id, id)
);
select protect_tenant_table('answer', 'select, insert, update', 'select');

create table finding (
  organization_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  source text not null check (source in ('answer', 'data-flow', 'manual')),
  source_key text not null,
  title text not null,
  detail text not null default '',
  citations text[] not null default '{}',
  standing text not null check (standing in ('partial', 'gap', 'unknown')),
  status text not null default 'open' check (status in ('open', 'dismissed', 'resolved')),
  status_reason text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  -- What is missing first, then what nobody knows, then what is there in part.
  standing_sort smallint generated always as (case standing when 'gap' then 0 when 'unknown' then 1 else 2 end) stored,
  check (status <> 'dismissed' or length(status_reason) >= 3),
  primary key (organization_id, id),
  unique (organization_id, assessment_id, source, source_key),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id)
);
create index finding_by_standing on finding (organization_id, assessment_id, standing_sort, id);
select protect_tenant_table('finding', 'select, insert, update', 'select');

create table risk (
  organization_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  -- Counted through the organization's register, so that people can name a risk: R-12.
  number integer not null,
  title text not null check (length(title) between 1 and 300),
  description text not null default '',
  pair_id text,
  threat_id text,
  vulnerability_id text,
  asset_id uuid,
  data_flow_id uuid,
  finding_id uuid,
  inherent_likelihood text, inherent_impact text, inherent_level text, inherent_rank smallint,
  safeguards text not null default '',
  safeguard_ids text[] not null default '{}',
  residual_likelihood text, residual_impact text, residual_level text, residual_rank smallint,
  -- Rank descending, unrated last, as one ascending column: a keyset page is then a range of the index.
  inherent_sort smallint generated always as (-coalesce(inherent_rank, -1)) stored,
  residual_sort smallint generated always as (-coalesce(residual_rank, -1)) stored,
  rating_reason text not null default '',
  treatment text check (treatment in ('mitigate', 'transfer', 'avoid', 'accept')),
  treatment_reason text not null default '',
  owner_id uuid,
  status text not null default 'open' check (status in ('open', 'treated', 'closed')),
  rated_by uuid,
  rated_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, asset_id) references asset (organization_id, id),
  foreign key (organization_id, data_flow_id) references data_flow (organization_id, id),
  foreign key (organization_id, finding_id) references finding (organization_id, id),
  foreign key (organization_id, owner_id) references membership (organization_id, id),
  foreign key (organization_id, rated_by) references membership (organization_id, id),
  unique (organization_id, number),
  check ((inherent_rank is null) = (inherent_likelihood is null or inherent_impact is null)),
  check ((residual_rank is null) = (residual_likelihood is null or residual_impact is null)),
  check (residual_rank is null or inherent_rank is not null),
  check (residual_rank is null or residual_rank <= inherent_rank or length(rating_reason) >= 3),
  check (treatment is distinct from 'accept' or length(treatment_reason) >= 3)
);
-- What lists filter by rides along, so that counting reads the index alone.
create index risk_by_residual on risk (organization_id, residual_sort, id) include (status, treatment, residual_level, owner_id);
create index risk_by_inherent on risk (organization_id, inherent_sort, id);
create index risk_by_update on risk (organization_id, updated_at, id);
create index risk_by_title on risk (organization_id, title, id);
create index risk_by_assessment on risk (organization_id, assessment_id, residual_sort, id) include (status, treatment, residual_level, owner_id);
create index risk_by_owner on risk (organization_id, owner_id, residual_sort, id);
create unique index risk_of_asset_pair on risk (organization_id, assessment_id, pair_id, asset_id) where asset_id is not null and pair_id is not null;
create unique index risk_of_flow_pair on risk (organization_id, assessment_id, pair_id, data_flow_id) where data_flow_id is not null and pair_id is not null;
create unique index risk_of_finding on risk (organization_id, assessment_id, finding_id) where finding_id is not null;
select protect_tenant_table('risk', 'select, insert, update', 'select');

create table proposal_dismissal (
  organization_id uuid not null,
  assessment_id uuid not null,
  pair_id text not null,
  subject_id uuid not null,
  reason text not null check (length(reason) >= 3),
  dismissed_by uuid not null,
  dismissed_at timestamptz not null default now(),
  primary key (organization_id, assessment_id, pair_id, subject_id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, dismissed_by) references membership (organization_id, id)
);
select protect_tenant_table('proposal_dismissal', 'select, insert, delete', 'select');

create table remediation_action (
  organization_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  risk_id uuid,
  finding_id uuid,
  -- Counted through the organization's plan: A-12.
  number integer not null,
  title text not null check (length(title) between 1 and 300),
  description text not null default '',
  owner_id uuid,
  due_on date,
  due_sort date generated always as (coalesce(due_on, date '9999-12-31')) stored,
  budget_cents bigint check (budget_cents >= 0),
  spent_cents bigint check (spent_cents >= 0),
  status text not null default 'planned' check (status in ('planned', 'in-progress', 'done', 'validated', 'cancelled')),
  status_reason text not null default '',
  completed_on date,
  completed_by uuid,
  validated_by uuid,
  validated_at timestamptz,
  validation_note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, risk_id) references risk (organization_id, id),
  foreign key (organization_id, finding_id) references finding (organization_id, id),
  foreign key (organization_id, owner_id) references membership (organization_id, id),
  foreign key (organization_id, completed_by) references membership (organization_id, id),
  foreign key (organization_id, validated_by) references membership (organization_id, id),
  unique (organization_id, number),
  check ((completed_on is null) = (completed_by is null)),
  check ((completed_on is not null) = (status in ('done', 'validated'))),
  -- The fix is validated by somebody other than the one who made it.
  check ((validated_by is not null) = (status = 'validated')),
  check (validated_by is null or (completed_by is not null and validated_by <> completed_by))
);
create index remediation_action_by_due on remediation_action (organization_id, due_sort, id);
create index remediation_action_by_assessment on remediation_action (organization_id, assessment_id, due_sort, id);
create index remediation_action_by_owner on remediation_action (organization_id, owner_id, due_sort, id);
create index remediation_action_by_risk on remediation_action (organization_id, risk_id);
select protect_tenant_table('remediation_action', 'select, insert, update', 'select');

-- How an action came to its status: who completed it, who validated it, why it was opened again. Never changed.
create table remediation_transition (
  organization_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  transition text not null check (transition in ('start', 'completion', 'validation', 'cancellation', 'reopening')),
  from_status text not null,
  to_status text not null,
  note text not null default '',
  completed_on date,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, action_id) references remediation_action (organization_id, id),
  foreign key (organization_id, made_by) references membership (organization_id, id)
);
create index remediation_transition_by_action on remediation_transition (organization_id, action_id, id);
select protect_tenant_table('remediation_transition', 'select, insert', 'select');

create table remediation_milestone (
  organization_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  due_on date not null,
  done_on date,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, action_id) references remediation_action (organization_id, id)
);
create index remediation_milestone_by_action on remediation_milestone (organization_id, action_id, due_on);
select protect_tenant_table('remediation_milestone', 'select, insert, update, delete', 'select');

-- Evidence for an answer or an action: a file, a link or a note. Withdrawn with a reason, never overwritten.
create table evidence (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  subject_type text not null check (subject_type in ('answer', 'remediation-action')),
  subject_id uuid not null,
  assessment_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  note bytea,
  file_id uuid,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  primary key (organization_id, id),
  foreign key (organization_id, file_id) references stored_file (organization_id, id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, added_by) references membership (organization_id, id)
);
create index evidence_by_subject on evidence (organization_id, subject_type, subject_id);
select protect_tenant_table('evidence', 'select, insert, update', 'select');

-- A signed analysis: the whole content as it stood, encrypted, bound to its hash. Nobody may change it.
create table assessment_snapshot (
  organization_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  content bytea not null,
  content_hash text not null check (length(content_hash) = 64),
  prepared_by uuid not null,
  submitted_by uuid not null,
  approved_by uuid not null check (approved_by <> prepared_by and approved_by <> submitted_by),
  approved_at timestamptz not null default now(),
  approved_on date not null,
  statement text not null,
  primary key (organization_id, id),
  unique (organization_id, assessment_id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, prepared_by) references membership (organization_id, id),
  foreign key (organization_id, submitted_by) references membership (organization_id, id),
  foreign key (organization_id, approved_by) references membership (organization_id, id)
);
select protect_tenant_table('assessment_snapshot', 'select, insert', 'select');

-- How an analysis came to its signature: handed in, returned with a reason, approved. Never changed.
create table assessment_step (
  organization_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  step text not null check (step in ('submission', 'return', 'approval')),
  reason text not null default '' check (step <> 'return' or length(reason) >= 3),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, made_by) references membership (organization_id, id)
);
create index assessment_step_by_assessment on assessment_step (organization_id, assessment_id, id);
select protect_tenant_table('assessment_step', 'select, insert', 'select');

-- What was signed stays as it was, whatever a program tries: the analysis, its scope, answers, evidence for them,
-- findings and decisions. The register and the plan live on; the snapshot holds how they stood.
create function refuse_change_of_signed_analysis() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_table_name <> 'assessment' then
    if not exists (select 1 from assessment a where a.status = 'signed' and (
      (tg_op <> 'INSERT' and a.organization_id = old.organization_id and a.id = old.assessment_id)
      or (tg_op <> 'DELETE' and a.organization_id = new.organization_id and a.id = new.assessment_id))) then
      if tg_op = 'DELETE' then
        return old;
      end if;
      return new;
    end if;
  end if;
  raise exception 'a signed analysis stays as it is' using errcode = '55000';
end $$;
revoke execute on function refuse_change_of_signed_analysis() from public;
create trigger signed_stays before update or delete on assessment for each row when (old.status = 'signed')
  execute function refuse_change_of_signed_analysis();
create trigger signed_stays before insert or update or delete on answer for each row execute function refuse_change_of_signed_analysis();
create trigger signed_stays before insert or update or delete on finding for each row execute function refuse_change_of_signed_analysis();
create trigger signed_stays before insert or update or delete on assessment_exclusion for each row execute function refuse_change_of_signed_analysis();
create trigger signed_stays before insert or update or delete on proposal_dismissal for each row execute function refuse_change_of_signed_analysis();
create trigger signed_stays before insert or update on evidence for each row when (new.subject_type = 'answer')
  execute function refuse_change_of_signed_analysis();
