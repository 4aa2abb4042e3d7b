-- Organizations, people, sessions, the audit log, the outbox, keys, jobs and files.
-- Runs as part164_owner (audit objects as part164_audit). docs/decisions/0003 explains the roles.

-- The way every tenant table is protected: its key starts with the organization, row-level security is on,
-- forced for the owner too, and both reading and writing are bound to the transaction's organization.
create function protect_tenant_table(tenant_table regclass, app_may text, worker_may text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy tenant on %s using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)'
    ' with check (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', tenant_table);
  execute format('grant %s on %s to part164_app', app_may, tenant_table);
  execute format('grant %s on %s to part164_worker', worker_may, tenant_table);
  execute format('grant select on %s to part164_backup', tenant_table);
end $$;
revoke execute on function protect_tenant_table(regclass, text, text) from public;

-- ── The installation ────────────────────────────────────────────────────────────────────────────────────
create table installation (
  only_row boolean primary key default true check (only_row),
  set_up_at timestamptz,
  key_canary bytea
);
insert into installation (only_row) values (true);
grant select, update on installation to part164_app;
grant select, update on installation to part164_worker;

-- The directory of organizations holds their ids and nothing else, for loops over all of them.
create table tenant (id uuid primary key, created_at timestamptz not null default now());
grant select, insert on tenant to part164_app;
grant select on tenant to part164_worker;
-- What concerns the installation and no organization (a failed sign-in of nobody known) is kept under this id.
insert into tenant (id) values ('00000000-0000-0000-0000-000000000000');

-- ── Organizations, sites, people ────────────────────────────────────────────────────────────────────────
create table organization (
  organization_id uuid primary key references tenant (id),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('covered-entity', 'business-associate')),
  time_zone text not null,
  fiscal_year_start_month smallint not null default 1 check (fiscal_year_start_month between 1 and 12),
  workforce_size integer check (workforce_size >= 0),
  annual_security_budget_cents bigint check (annual_security_budget_cents >= 0),
  idle_minutes smallint not null default 15 check (idle_minutes between 5 and 30),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
select protect_tenant_table('organization', 'select, insert, update', 'select');

create table site (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  street text, city text, state text, postal_code text, phone text,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, name)
);
select protect_tenant_table('site', 'select, insert, update', 'select');

-- A person may belong to several organizations, so the row belongs to none. Read only by platform/identity.
create table person (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  password_hash text,
  password_changed_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
grant select, insert, update on person to part164_app;
grant select on person to part164_worker;

create table membership (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  person_id uuid not null references person (id),
  role text not null,
  active boolean not null default true,
  valid_from_on date,
  valid_until_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, person_id)
);
select protect_tenant_table('membership', 'select, insert, update', 'select');
-- A person sees their own memberships everywhere, to choose where to work.
create policy own_memberships on membership for select
  using (person_id = nullif(current_setting('app.person_id', true), '')::uuid);
create policy own_organizations on organization for select
  using (exists (select 1 from membership m where m.organization_id = organization.organization_id and m.active
                 and m.person_id = nullif(current_setting('app.person_id', true), '')::uuid));

create table invitation (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  role text not null,
  token_hash bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, invited_by) references membership (organization_id, id)
);
select protect_tenant_table('invitation', 'select, insert, update', 'select');
-- Whoever holds the link may read the one invitation that it opens.
create policy by_link on invitation for select
  using (token_hash = decode(nullif(current_setting('app.invitation_hash', true), ''), 'hex'));
create index invitation_by_token on invitation using hash (token_hash);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person (id),
  organization_id uuid references tenant (id),
  created_at timestamptz not null default now(),
  last_active_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  ip text,
  user_agent text
);
create index session_by_person on session (person_id) where revoked_at is null;
grant select, insert, update on session to part164_app;
grant select, delete on session to part164_worker;

-- Counters of failed attempts, in the layout of rate-limiter-flexible.
create table attempt_limit (key varchar(255) primary key, points integer not null default 0, expire bigint);
grant select, insert, update, delete on attempt_limit to part164_app;
grant select, delete on attempt_limit to part164_worker;

-- ── Keys: wrapped data keys by purpose and version; what wraps them is kept outside the database ─────────
create table data_key (
  organization_id uuid not null references tenant (id),
  purpose text not null check (purpose in ('field', 'file', 'export', 'blindindex', 'webhook', 'auditdetail')),
  key_version integer not null check (key_version >= 1),
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, purpose, key_version)
);
select protect_tenant_table('data_key', 'select, insert', 'select, insert');

-- ── Outbox: the application only adds; the worker reads all. Payloads hold ids, never content. ───────────
create table outbox (
  organization_id uuid not null references tenant (id),
  id uuid not null,
  job_name text not null,
  payload jsonb not null,
  dedupe_key text not null,
  run_at timestamptz,
  created_at timestamptz not null default now(),
  dispatched_at timestamptz,
  -- Done, or given up: until then a queue that loses the job gets it again.
  finished_at timestamptz,
  failed boolean not null default false,
  primary key (organization_id, id),
  unique (organization_id, job_name, dedupe_key)
);
create index outbox_waiting on outbox (created_at) where dispatched_at is null;
create index outbox_under_way on outbox (dispatched_at, id) where finished_at is null;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant on outbox using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
create policy relay on outbox for all to part164_worker using (true)
  with check (true);
grant select (organization_id, job_name, dedupe_key), insert on outbox to part164_app;
grant select, insert, update, delete on outbox to part164_worker;
grant select on outbox to part164_backup;
-- ── Jobs that people watch ──────────────────────────────────────────────────────────────────────────────
create table job_run (
  organization_id uuid not null references tenant (id),
  id uuid not null,
  job_name text not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed')),
  done integer not null default 0,
  total integer,
  result jsonb,
  error_code text,
  requested_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (organization_id, id)
);
select protect_tenant_table('job_run', 'select, insert', 'select, insert, update');

-- Effects that must happen once, however often a job runs.
create table delivery (
  organization_id uuid not null references tenant (id),
  id uuid not null,
  dedupe_key text not null,
  channel text not null,
  recipient_id uuid,
  claimed_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, dedupe_key)
);
select protect_tenant_table('delivery', 'select', 'select, insert, update');

create table mailbox_message (
  organization_id uuid not null references tenant (id),
  id uuid not null,
  recipient_id uuid not null,
  template text not null,
  subject text not null,
  body bytea not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, recipient_id) references membership (organization_id, id)
);
create index mailbox_by_recipient on mailbox_message (organization_id, recipient_id, id desc);
create index mailbox_unread on mailbox_message (organization_id, recipient_id) where read_at is null;
select protect_tenant_table('mailbox_message', 'select, insert, update', 'select, insert');

-- ── Files: encrypted outside the database; the row binds name, size and hash ─────────────────────────────
create table stored_file (
  organization_id uuid not null references tenant (id),
  id uuid not null,
  name bytea not null,
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 bytea not null check (length(sha256) = 32),
  key_version integer not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
select protect_tenant_table('stored_file', 'select, insert', 'select, insert');

-- ── Reference packs: regulation as data, the same for everybody ─────────────────────────────────────────
create schema reference;
grant usage on schema reference to part164_app, part164_worker, part164_backup;
create table reference.pack (
  pack text not null,
  version text not null,
  kind text not null,
  title text not null,
  provenance jsonb not null,
  content jsonb not null,
  content_hash text not null,
  official boolean not null default false,
  installed_at timestamptz not null default now(),
  primary key (pack, version)
);
grant select on reference.pack to part164_app, part164_backup;
grant select, insert on reference.pack to part164_worker;
