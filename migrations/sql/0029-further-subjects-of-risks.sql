-- What a risk concerns besides the asset or flow that it was found at: one risk for forty laptops, where one would
-- be rated and treated as the other. The risk keeps its first subject in its own row.
create table risk_further_subject (
  organization_id uuid not null,
  risk_id uuid not null,
  asset_id uuid,
  data_flow_id uuid,
  subject_id uuid not null generated always as (coalesce(asset_id, data_flow_id)) stored,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (organization_id, risk_id, subject_id),
  foreign key (organization_id, risk_id) references risk (organization_id, id),
  foreign key (organization_id, asset_id) references asset (organization_id, id),
  foreign key (organization_id, data_flow_id) references data_flow (organization_id, id),
  foreign key (organization_id, added_by) references membership (organization_id, id),
  check (num_nonnulls(asset_id, data_flow_id) = 1)
);
create index risk_further_subject_by_subject on risk_further_subject (organization_id, subject_id);
select protect_tenant_table('risk_further_subject', 'select, insert, delete', 'select');
