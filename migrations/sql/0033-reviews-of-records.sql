-- Somebody looked at one record of the inventory, a vendor or a risk, and said why it is still right or that it needs a
-- change. Rows are only added: next year's review stands beside this year's. 45 CFR 164.308(a)(8), 164.316(b)(2)(iii)
create table record_review (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  record_type text not null check (record_type in ('asset', 'data-flow', 'vendor', 'risk')),
  -- No foreign key: it names a row of one of four tables. What is reviewed stays when its import is undone.
  record_id uuid not null,
  outcome text not null check (outcome in ('still-right', 'needs-change')),
  -- Encrypted: it may tell of patients.
  reason bytea not null,
  -- The day in the organization's zone.
  reviewed_on date not null,
  reviewed_at timestamptz not null default now(),
  reviewed_by uuid not null,
  -- The record as it was looked at, its SHA-256 in hexadecimal, and the version that it had.
  record_version integer not null check (record_version >= 1),
  state jsonb not null,
  state_hash text not null check (state_hash ~ '^[0-9a-f]{64}$'),
  primary key (organization_id, id),
  foreign key (organization_id, reviewed_by) references membership (organization_id, id)
);
-- The last one of a record is asked for again and again.
create index record_review_by_record on record_review (organization_id, record_type, record_id, reviewed_at desc, id desc);
select protect_tenant_table('record_review', 'select, insert', 'select');

-- The last review of each record: what is due is counted over all records at once, and joins them to this in one go. It is
-- derived: the trigger below keeps it.
create table record_last_review (
  organization_id uuid not null,
  record_type text not null,
  record_id uuid not null,
  review_id uuid not null,
  outcome text not null,
  reviewed_on date not null,
  reviewed_at timestamptz not null,
  reviewed_by uuid not null,
  record_version integer not null,
  primary key (organization_id, record_type, record_id),
  foreign key (organization_id, review_id) references record_review (organization_id, id)
);
create index record_last_review_by_review on record_last_review (organization_id, review_id);
select protect_tenant_table('record_last_review', 'select, insert, update', 'select');

create function keep_last_review() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  insert into record_last_review as known (organization_id, record_type, record_id, review_id, outcome, reviewed_on, reviewed_at,
    reviewed_by, record_version)
  select distinct on (organization_id, record_type, record_id) organization_id, record_type, record_id, id, outcome, reviewed_on,
    reviewed_at, reviewed_by, record_version
  from added order by organization_id, record_type, record_id, reviewed_at desc, id desc
  on conflict (organization_id, record_type, record_id) do update set review_id = excluded.review_id, outcome = excluded.outcome,
    reviewed_on = excluded.reviewed_on, reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by,
    record_version = excluded.record_version
  where (excluded.reviewed_at, excluded.review_id) > (known.reviewed_at, known.review_id);
  return null;
end $$;
revoke execute on function keep_last_review() from public;
create trigger keeps_last_review after insert on record_review referencing new table as added
  for each statement execute function keep_last_review();
