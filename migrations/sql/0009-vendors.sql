-- Vendors, as far as data flows need them: who they are, and whether an agreement covers what they see.
create table vendor (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  service text not null default '',
  contact_email text,
  agreement_status text not null
    check (agreement_status in ('none', 'in-negotiation', 'signed', 'expired', 'not-required')),
  agreement_not_required_reason text not null default '',
  agreement_signed_on date,
  agreement_ends_on date,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  -- "None is needed" is a decision: it stands there with its reason, or not at all.
  check ((agreement_status = 'not-required') = (agreement_not_required_reason <> '')),
  check (agreement_status <> 'signed' or agreement_signed_on is not null),
  check (agreement_status not in ('none', 'not-required') or num_nonnulls(agreement_signed_on, agreement_ends_on) = 0),
  check (agreement_ends_on >= agreement_signed_on)
);
create unique index vendor_name_once on vendor (organization_id, lower(name));
create index vendor_by_name on vendor (organization_id, lower(name), id);
create index vendor_by_update on vendor (organization_id, updated_at, id);
select protect_tenant_table('vendor', 'select, insert, update', 'select');

-- An end of a flow is an asset, a vendor, or a party in words. What stands there already keeps its meaning.
alter table data_flow add column from_vendor_id uuid, add column to_vendor_id uuid;
alter table data_flow drop constraint data_flow_check, drop constraint data_flow_check1;
alter table data_flow
  add constraint data_flow_from_one_place check (num_nonnulls(from_asset_id, from_vendor_id, from_party) = 1),
  add constraint data_flow_to_one_place check (num_nonnulls(to_asset_id, to_vendor_id, to_party) = 1),
  add foreign key (organization_id, from_vendor_id) references vendor (organization_id, id),
  add foreign key (organization_id, to_vendor_id) references vendor (organization_id, id);
create index data_flow_by_source_vendor on data_flow (organization_id, from_vendor_id);
create index data_flow_by_target_vendor on data_flow (organization_id, to_vendor_id);
