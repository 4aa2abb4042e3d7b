-- What was decided about each addressable specification of the Security Rule: put in place, another measure instead,
-- or neither, with the reasons. One decision for each specification in each analysis. 45 CFR 164.306(d)(3)
create table addressable_decision (
  organization_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  requirement_id text not null check (length(requirement_id) between 1 and 80),
  decision text not null check (decision in ('implemented', 'alternative', 'not-reasonable')),
  -- What is in place: the specification itself, or what stands in its stead.
  measure text not null default '',
  -- Why the specification as it is written is not reasonable and appropriate here.
  reasoning text not null default '',
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, assessment_id, requirement_id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, decided_by) references membership (organization_id, id),
  check (decision = 'implemented' or length(reasoning) >= 3),
  check (decision <> 'alternative' or length(measure) >= 3)
);
select protect_tenant_table('addressable_decision', 'select, insert, update', 'select');
create trigger signed_stays before insert or update or delete on addressable_decision for each row
  execute function refuse_change_of_signed_analysis();
