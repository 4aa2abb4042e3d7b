-- What changed around ePHI since the analysis that stands was handed in: noticed with the change itself, or reported by a
-- person. Each is decided by people, or covered by the next analysis that is signed. 45 CFR 164.308(a)(8)
create table environment_change (
  organization_id uuid not null,
  id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  origin text not null check (origin in ('noticed', 'reported')),
  -- The record that changed, and what it was called then. Records may go; what happened stays.
  subject_type text check (subject_type in ('asset', 'vendor', 'data-flow', 'scan')),
  subject_id uuid,
  subject_name text not null check (length(subject_name) between 1 and 300),
  -- [{ field, from: [..], to: [..] }]: values as words of the field or as names.
  details jsonb not null default '[]',
  -- What a person wrote about it. Encrypted: it may tell of patients.
  description bytea,
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  -- Who made the change or reported it; null: time went by, or a job.
  made_by uuid,
  -- Names what is found again by a repeated look, so that looking twice notes it once.
  source_key text,
  decision text check (decision in ('not-needed', 'taken-in', 'reassess')),
  decision_reason bytea,
  decided_by uuid,
  decided_at timestamptz,
  -- The draft that it was taken into.
  assessment_id uuid,
  -- The analysis that was signed afterwards, and looked at everything that lay before it was handed in.
  covered_by uuid,
  covered_at timestamptz,
  -- The import that made the record was undone, so that there was no change.
  withdrawn_at timestamptz,
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, made_by) references membership (organization_id, id),
  foreign key (organization_id, decided_by) references membership (organization_id, id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, covered_by) references assessment (organization_id, id),
  check ((subject_type is null) = (subject_id is null)),
  check (origin <> 'reported' or (made_by is not null and description is not null)),
  check ((decided_by is null) = (decision is null) and (decided_at is null) = (decision is null)),
  -- Whoever decides without an analysis says why.
  check (decision is null or decision = 'taken-in' or decision_reason is not null),
  check (coalesce(decision = 'taken-in', false) = (assessment_id is not null)),
  check ((covered_by is null) = (covered_at is null)),
  check (withdrawn_at is null or (decision is null and covered_by is null))
);
create unique index environment_change_once on environment_change (organization_id, source_key);
create index environment_change_by_day on environment_change (organization_id, happened_on, id);
create index environment_change_undecided on environment_change (organization_id, happened_on, id)
  where decision is null and covered_by is null and withdrawn_at is null;
create index environment_change_uncovered on environment_change (organization_id, recorded_at)
  where covered_by is null and withdrawn_at is null;
create index environment_change_by_subject on environment_change (organization_id, subject_id, happened_on, id);
create index environment_change_by_cover on environment_change (organization_id, covered_by) where covered_by is not null;
select protect_tenant_table('environment_change', 'select, insert, update', 'select, insert, update');

-- What happened stays as it was noted, and a decision stands: only the first decision, the analysis that covers it and the
-- undoing of an import are written later, each once.
create function refuse_change_of_noted_change() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if (old.kind, old.origin, old.subject_type, old.subject_id, old.subject_name, old.details, old.description,
      old.happened_on, old.recorded_at, old.made_by, old.source_key)
     is distinct from (new.kind, new.origin, new.subject_type, new.subject_id, new.subject_name, new.details,
      new.description, new.happened_on, new.recorded_at, new.made_by, new.source_key)
     or (old.decision is not null and (old.decision, old.decision_reason, old.decided_by, old.decided_at, old.assessment_id)
       is distinct from (new.decision, new.decision_reason, new.decided_by, new.decided_at, new.assessment_id))
     or (old.covered_by is not null and (old.covered_by, old.covered_at) is distinct from (new.covered_by, new.covered_at))
     or (old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at) then
    raise exception 'a noted change stays as it is' using errcode = '55000';
  end if;
  return new;
end $$;
revoke execute on function refuse_change_of_noted_change() from public;
create trigger noted_change_stays before update on environment_change for each row
  execute function refuse_change_of_noted_change();
