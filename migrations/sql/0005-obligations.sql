-- What is due: each obligation is a row with its date, its citation and the facts it came from.
create table obligation (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  title text not null,
  due_on date not null,
  time_zone text not null,
  citation text not null,
  rule_version text not null,
  facts jsonb not null default '{}',
  owner_id uuid,
  status text not null default 'open' check (status in ('open', 'met', 'cancelled')),
  status_reason text not null default '',
  met_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, owner_id) references membership (organization_id, id)
);
-- One open obligation of a kind for a subject; what was met or cancelled stays beside the next one.
create unique index obligation_open on obligation (organization_id, kind, subject_type, subject_id) where status = 'open';
create index obligation_by_due on obligation (organization_id, due_on, id);
create index obligation_by_status on obligation (organization_id, status, due_on, id);
create index obligation_by_owner on obligation (organization_id, owner_id, due_on, id) where status = 'open';
select protect_tenant_table('obligation', 'select, insert, update', 'select, insert, update');

-- Why a date moved, or an obligation ended: one row a change, none is ever taken back.
create table obligation_change (
  organization_id uuid not null,
  id uuid not null,
  obligation_id uuid not null,
  from_due_on date,
  to_due_on date,
  from_status text,
  to_status text not null,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, obligation_id) references obligation (organization_id, id),
  foreign key (organization_id, changed_by) references membership (organization_id, id)
);
create index obligation_change_by_obligation on obligation_change (organization_id, obligation_id, id);
select protect_tenant_table('obligation_change', 'select, insert', 'select, insert');

-- The days on which somebody is reminded. remind_at is the instant, computed from the date and the zone. Each is
-- enqueued once, skipped (a later one was due already), or cancelled with its obligation.
create table obligation_milestone (
  organization_id uuid not null,
  id uuid not null,
  obligation_id uuid not null,
  name text not null,
  remind_on date not null,
  remind_at timestamptz not null,
  enqueued_at timestamptz,
  skipped_at timestamptz,
  cancelled_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, obligation_id, name, remind_on),
  foreign key (organization_id, obligation_id) references obligation (organization_id, id)
);
create index obligation_milestone_waiting on obligation_milestone (organization_id, remind_at)
  where enqueued_at is null and skipped_at is null and cancelled_at is null;
select protect_tenant_table('obligation_milestone', 'select, insert, update', 'select, insert, update');
