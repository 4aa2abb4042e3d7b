-- The register across analyses: a risk that is not closed moves on into the next analysis, where it is reviewed again.
-- 45 CFR 164.308(a)(1)(ii)(A), 164.306(e), 164.316(b)(2)(iii)

-- Took over the register of the signed analysis before it. That one's own risks then live here; its snapshot says how
-- they stood.
alter table assessment add column carries_register boolean not null default false;
create unique index assessment_carried_on_once on assessment (organization_id, previous_id) where carries_register;

-- How many risks stood at each level when it was signed, and the figures of its overview. Null: signed before these were
-- kept; they are then counted from the content.
alter table assessment_snapshot add column figures jsonb;

-- One row for each risk and each analysis that it was carried into. The rating is the one that it came with, by the scale
-- of the analysis that it came from.
create table carried_risk (
  organization_id uuid not null,
  assessment_id uuid not null,
  risk_id uuid not null,
  from_assessment_id uuid not null,
  -- Where it was first found, however often it was carried since.
  identified_in uuid not null,
  carried_at timestamptz not null default now(),
  inherent_likelihood text, inherent_impact text, inherent_level text,
  residual_likelihood text, residual_impact text, residual_level text,
  -- A review says why the rating still holds, or why it is another one now; a date alone is none.
  outcome text check (outcome in ('confirmed', 'rated-anew')),
  reason text not null default '',
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (organization_id, assessment_id, risk_id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, risk_id) references risk (organization_id, id),
  foreign key (organization_id, from_assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, identified_in) references assessment (organization_id, id),
  foreign key (organization_id, reviewed_by) references membership (organization_id, id),
  check (assessment_id <> from_assessment_id),
  check ((outcome is null) = (reviewed_by is null)),
  check ((outcome is null) = (reviewed_at is null)),
  check (outcome is null or length(reason) >= 3)
);
create index carried_risk_to_review on carried_risk (organization_id, assessment_id, risk_id) where reviewed_at is null;
create index carried_risk_by_source on carried_risk (organization_id, from_assessment_id);
create index carried_risk_by_risk on carried_risk (organization_id, risk_id);
select protect_tenant_table('carried_risk', 'select, insert, update', 'select');
-- With the signature the reviews are a part of what was signed.
create trigger signed_stays before insert or update or delete on carried_risk for each row
  execute function refuse_change_of_signed_analysis();

-- A risk that was made of a finding answers the same finding of a later analysis, too.
create index risk_by_finding on risk (organization_id, finding_id) where finding_id is not null;
create index finding_by_source on finding (organization_id, source, source_key);
