-- What holds ePHI, where it flows, and the imports that bring lists of it in.
create table asset (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  tag text not null check (length(tag) between 1 and 60),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('system', 'application', 'device', 'media', 'facility', 'process')),
  description text not null default '',
  site_id uuid,
  location text not null default '',
  owner_id uuid,
  hosting text not null check (hosting in ('on-premises', 'vendor-hosted', 'cloud', 'portable', 'paper')),
  vendor_name text not null default '',
  holds_ephi boolean not null,
  phi_types text[] not null default '{}',
  phi_record_count integer check (phi_record_count >= 0),
  encryption_at_rest text not null check (encryption_at_rest in ('yes', 'partial', 'no', 'unknown', 'not-applicable')),
  encryption_in_transit text not null check (encryption_in_transit in ('yes', 'partial', 'no', 'unknown', 'not-applicable')),
  backup text not null check (backup in ('tested', 'untested', 'none', 'unknown', 'not-applicable')),
  internet_facing boolean not null default false,
  portable boolean not null default false,
  lifecycle text not null default 'in-service' check (lifecycle in ('planned', 'in-service', 'retired')),
  notes bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, site_id) references site (organization_id, id),
  foreign key (organization_id, owner_id) references membership (organization_id, id)
);
-- People write srv-001 and SRV-001 and mean the same label on the same box.
create unique index asset_tag_once on asset (organization_id, lower(tag));
create index asset_by_name on asset (organization_id, lower(name), id);
create index asset_by_kind on asset (organization_id, kind, id);
create index asset_by_update on asset (organization_id, updated_at, id);
select protect_tenant_table('asset', 'select, insert, update', 'select, insert, update');

create table data_flow (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  from_asset_id uuid,
  from_party text,
  to_asset_id uuid,
  to_party text,
  counterparty text not null check (counterparty in ('internal', 'vendor', 'patient', 'government', 'other')),
  phi_types text[] not null default '{}',
  purpose text not null default '',
  minimum_necessary text not null default '',
  transport_method text not null default '',
  transport_security text not null check (transport_security in ('encrypted', 'partial', 'none', 'unknown')),
  offshore boolean not null default false,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, from_asset_id) references asset (organization_id, id),
  foreign key (organization_id, to_asset_id) references asset (organization_id, id),
  check ((from_asset_id is null) <> (from_party is null)),
  check ((to_asset_id is null) <> (to_party is null))
);
create index data_flow_by_name on data_flow (organization_id, lower(name), id);
create index data_flow_by_update on data_flow (organization_id, updated_at, id);
create index data_flow_by_source on data_flow (organization_id, from_asset_id);
create index data_flow_by_target on data_flow (organization_id, to_asset_id);
select protect_tenant_table('data_flow', 'select, insert, update', 'select, insert, update');

create table import_batch (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  kind text not null check (kind in ('assets')),
  file_name text not null,
  status text not null check (status in ('previewed', 'committing', 'committed', 'discarded')),
  -- The rows as read and judged: encrypted, since a spreadsheet may hold anything.
  rows bytea not null,
  row_count integer not null,
  bad_row_count integer not null,
  -- With bad rows in the list the person chooses: the good ones only, or nothing.
  skip_bad_rows boolean,
  job_id uuid,
  -- How many assets were made, changed and left alone.
  result jsonb,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  committed_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references membership (organization_id, id)
);
select protect_tenant_table('import_batch', 'select, insert, update', 'select, update');
