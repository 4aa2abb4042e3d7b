-- The end of an asset, and what it does with ePHI while it lives.
alter table asset drop constraint asset_lifecycle_check;
alter table asset add constraint asset_lifecycle_check
  check (lifecycle in ('planned', 'in-service', 'retired', 'disposed'));
alter table asset add column phi_activities text[] not null default '{}';

-- How ePHI was removed before an asset was disposed of or used again. Rows are only added: a correction is a new one.
create table asset_sanitization (
  organization_id uuid not null,
  id uuid not null,
  asset_id uuid not null,
  purpose text not null check (purpose in ('disposal', 'reuse')),
  method text not null check (method in ('clear', 'purge', 'destroy', 'not-needed')),
  not_needed_reason text not null default '',
  done_on date not null,
  done_by text not null check (length(done_by) between 1 and 200),
  given_to text not null default '',
  verified_by text not null default '',
  certificate text not null default '',
  file_id uuid,
  -- The record that this one puts right; each is put right once.
  corrects uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, corrects),
  foreign key (organization_id, asset_id) references asset (organization_id, id),
  foreign key (organization_id, file_id) references stored_file (organization_id, id),
  foreign key (organization_id, corrects) references asset_sanitization (organization_id, id),
  foreign key (organization_id, recorded_by) references membership (organization_id, id),
  check ((method = 'not-needed') = (not_needed_reason <> '')),
  check (not (purpose = 'reuse' and method = 'destroy'))
);
create index asset_sanitization_by_asset on asset_sanitization (organization_id, asset_id, id);
select protect_tenant_table('asset_sanitization', 'select, insert', 'select');
