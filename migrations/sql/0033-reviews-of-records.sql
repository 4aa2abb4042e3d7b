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
