-- Lists come as workbooks, too; and an import can be undone.
alter table import_batch drop constraint import_batch_status_check;
alter table import_batch add constraint import_batch_status_check
  check (status in ('previewed', 'committing', 'committed', 'undoing', 'undone', 'discarded'));
-- The workbook as it came, encrypted, as long as another of its sheets can be chosen.
alter table import_batch add column source bytea;
alter table import_batch add column undo_job_id uuid;
alter table import_batch add column undone_at timestamptz;
-- How many assets an undo took out, brought back to what they were, and left alone.
alter table import_batch add column undo_result jsonb;

-- What an import did to each asset: enough to undo it.
create table import_change (
  organization_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  -- No foreign key: an asset that an undo took out is kept here only.
  asset_id uuid not null,
  asset_name text not null,
  asset_tag text not null,
  kind text not null check (kind in ('created', 'changed')),
  -- The version that the import left. A later one: somebody changed the asset since.
  version integer not null,
  -- Encrypted: what a changed asset was before, and what a created one was when it was taken out.
  facts bytea,
  undone text check (undone in ('withdrawn', 'restored', 'kept')),
  kept_because text check (kept_because in ('changed-since', 'in-use', 'assessed', 'gone')),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, import_id, asset_id),
  foreign key (organization_id, import_id) references import_batch (organization_id, id),
  check ((undone = 'kept') = (kept_because is not null))
);
create index import_change_by_asset on import_change (organization_id, asset_id);
select protect_tenant_table('import_change', 'select', 'select, insert, update');

-- Only the worker takes assets out, and only by an undo; what anything refers to cannot go.
grant delete on asset to part164_worker;
