-- What scanners find on assets: files on their way in, vulnerabilities with their history, and whose a host is.
create table scan (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  file_name text not null,
  format text not null check (format in ('sarif', 'csv')),
  status text not null default 'previewed' check (status in ('previewed', 'committed', 'discarded')),
  -- What was read: encrypted, since scanners write whatever they come across. Forgotten when it is settled.
  content bytea,
  row_count integer not null,
  -- When the scanner looked, unless a row says it.
  scanned_on date not null,
  -- The person's word that the scanner looked at everything on these hosts.
  is_complete boolean,
  result jsonb,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  committed_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references membership (organization_id, id),
  check ((status = 'previewed') = (content is not null)),
  check ((status = 'committed') = (result is not null))
);
select protect_tenant_table('scan', 'select, insert, update', 'select');

-- Which asset a host of the scanners is, as somebody said it. host_key is a keyed hash: names of hosts stay unreadable.
create table scan_host (
  organization_id uuid not null,
  id uuid not null,
  host_key bytea not null check (length(host_key) = 16),
  host bytea not null,
  asset_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, host_key),
  foreign key (organization_id, asset_id) references asset (organization_id, id),
  foreign key (organization_id, given_by) references membership (organization_id, id)
);
create index scan_host_by_asset on scan_host (organization_id, asset_id);
select protect_tenant_table('scan_host', 'select, insert, update', 'select');

create table vulnerability (
  organization_id uuid not null,
  id uuid not null,
  asset_id uuid not null,
  tool text not null check (length(tool) between 1 and 120),
  rule_id text not null check (length(rule_id) between 1 and 200),
  -- Keyed hashes of the host and of the place on it: what makes a finding of the next file the same one.
  host_key bytea not null check (length(host_key) = 16),
  location_key bytea not null check (length(location_key) = 16),
  cves text[] not null default '{}',
  title text not null check (length(title) between 1 and 300),
  -- Host, place, description, output and solution: hosts, addresses and what the scanner saw there.
  detail bytea not null,
  severity text not null check (severity in ('critical', 'high', 'medium', 'low', 'info')),
  severity_sort text generated always as (case severity when 'critical' then '0' when 'high' then '1' when 'medium' then '2'
    when 'low' then '3' else '4' end) stored,
  cvss numeric(3, 1) check (cvss between 0 and 10),
  first_seen_on date not null,
  last_seen_on date not null check (last_seen_on >= first_seen_on),
  -- The day of a newer scan of that host by that tool which did not find it.
  absent_since_on date,
  status text not null default 'open' check (status in ('open', 'fixed', 'false-positive', 'accepted')),
  status_reason text not null default '',
  status_by uuid,
  status_on date,
  last_scan_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, asset_id, tool, rule_id, location_key),
  foreign key (organization_id, asset_id) references asset (organization_id, id),
  foreign key (organization_id, last_scan_id) references scan (organization_id, id),
  foreign key (organization_id, status_by) references membership (organization_id, id),
  check (status = 'open' or (length(status_reason) >= 3 and status_on is not null))
);
create index vulnerability_by_severity on vulnerability (organization_id, severity_sort, id);
create index vulnerability_by_last_seen on vulnerability (organization_id, last_seen_on, id);
create index vulnerability_by_title on vulnerability (organization_id, lower(title), id);
create index vulnerability_open_severe on vulnerability (organization_id, asset_id)
  where status = 'open' and severity in ('critical', 'high');
select protect_tenant_table('vulnerability', 'select, insert, update', 'select');

-- What became of a vulnerability, each step once. Rows are only added.
create table vulnerability_event (
  organization_id uuid not null,
  id uuid not null,
  vulnerability_id uuid not null,
  what text not null check (what in ('found', 'came-back', 'not-seen', 'seen-again', 'rated', 'fixed', 'false-positive', 'accepted', 'reopened')),
  severity text not null check (severity in ('critical', 'high', 'medium', 'low', 'info')),
  reason text not null default '',
  -- The file that said it, or the person who did.
  scan_id uuid,
  by_id uuid,
  happened_on date not null,
  at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, vulnerability_id) references vulnerability (organization_id, id),
  foreign key (organization_id, scan_id) references scan (organization_id, id),
  foreign key (organization_id, by_id) references membership (organization_id, id),
  check (scan_id is not null or by_id is not null)
);
create index vulnerability_event_of on vulnerability_event (organization_id, vulnerability_id, id);
select protect_tenant_table('vulnerability_event', 'select, insert', 'select');

-- Open critical and high vulnerabilities of an asset are a finding of the analysis. 45 CFR 164.308(a)(1)(ii)(A)
alter table finding drop constraint finding_source_check;
alter table finding add constraint finding_source_check check (source in ('answer', 'data-flow', 'scan', 'manual'));
