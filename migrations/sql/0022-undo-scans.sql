-- A file of a scanner that was taken over can be undone.
alter table scan drop constraint scan_status_check;
alter table scan add constraint scan_status_check
  check (status in ('previewed', 'committed', 'undoing', 'undone', 'discarded'));
alter table scan drop constraint scan_check1;
alter table scan add constraint scan_result_when_taken_over
  check ((status in ('committed', 'undoing', 'undone')) = (result is not null));
alter table scan add column undo_job_id uuid;
alter table scan add column undone_at timestamptz;
-- How many vulnerabilities an undo took out, brought back to what they were, and left alone.
alter table scan add column undo_result jsonb;

-- What a file did to each vulnerability, and to what is remembered of a host: enough to undo it.
create table scan_change (
  organization_id uuid not null,
  id uuid not null,
  scan_id uuid not null,
  -- No foreign key: a vulnerability that an undo took out is kept here only.
  subject_id uuid not null,
  -- The title of a vulnerability. What a host is called is kept encrypted only.
  title text not null default '',
  kind text not null check (kind in ('created', 'reopened', 'changed', 'host')),
  -- The version that the file left. A later one: somebody, or a later file, changed it since. Hosts have none.
  version integer not null,
  -- Encrypted: what it was before, and what a created one was when it was taken out.
  facts bytea,
  undone text check (undone in ('withdrawn', 'restored', 'kept')),
  kept_because text check (kept_because in ('decided', 'later-scan', 'risk', 'assessed', 'gone')),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, scan_id, subject_id),
  foreign key (organization_id, scan_id) references scan (organization_id, id),
  check ((undone = 'kept') = (kept_because is not null))
);
create index scan_change_by_subject on scan_change (organization_id, subject_id);
select protect_tenant_table('scan_change', 'select, insert', 'select, update');

-- The history of a vulnerability outlives it: what was written of it stays when an undo takes it out.
alter table vulnerability_event drop constraint vulnerability_event_organization_id_vulnerability_id_fkey;
alter table vulnerability_event drop constraint vulnerability_event_what_check;
alter table vulnerability_event add constraint vulnerability_event_what_check
  check (what in ('found', 'came-back', 'not-seen', 'seen-again', 'rated', 'fixed', 'false-positive', 'accepted', 'reopened', 'undone'));

-- Only the worker takes vulnerabilities out, and only by an undo.
grant update on scan to part164_worker;
grant update, delete on vulnerability to part164_worker;
grant update, delete on scan_host to part164_worker;
grant insert on vulnerability_event to part164_worker;
-- An analysis in work follows what is open, also when the worker changed it.
grant insert, update on finding to part164_worker;
-- It holds the analysis while it does, which PostgreSQL allows to those only who may change some column.
grant update (version) on assessment to part164_worker;
