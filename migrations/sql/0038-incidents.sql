-- An incident, from the first call to its closing. 45 CFR 164.308(a)(6), 164.414(b)
create table incident (
  organization_id uuid not null references organization (organization_id),
  id uuid not null,
  -- What people call it: I-12.
  number integer not null check (number > 0),
  -- Stands in lists, reminders and calendars: never PHI.
  title text not null check (length(title) between 1 and 200),
  kind text not null,
  -- Empty until somebody has looked at it.
  severity text check (severity in ('critical', 'high', 'medium', 'low')),
  state text not null
    check (state in ('reported', 'triage', 'contain', 'investigate', 'assess', 'notify', 'remediate', 'closed')),
  handled_as text not null default 'incident' check (handled_as in ('incident', 'near-miss', 'policy-violation')),
  phi_involved text not null default 'unknown' check (phi_involved in ('yes', 'unknown', 'no')),
  source text not null check (source in ('staff', 'anonymous', 'business-associate', 'alert', 'import')),
  -- Encrypted: what people write at two in the morning names patients.
  what_happened bytea not null,
  reporter_contact bytea,
  reported_by uuid,
  reported_at timestamptz not null default now(),
  occurred_on date,
  noticed_on date not null,
  is_drill boolean not null default false,
  -- Closing needs a second person.
  close_asked_by uuid,
  close_asked_at timestamptz,
  close_outcome text,
  closed_by uuid,
  closed_on date,
  -- Derived from the facts of the clock, for lists.
  discovered_on date,
  individuals integer check (individuals >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, reported_by) references membership (organization_id, id),
  foreign key (organization_id, close_asked_by) references membership (organization_id, id),
  foreign key (organization_id, closed_by) references membership (organization_id, id),
  check ((state = 'closed') = (closed_on is not null)),
  check ((close_asked_by is null) = (close_asked_at is null)),
  check (closed_by is null or closed_by <> close_asked_by)
);
create unique index incident_number_once on incident (organization_id, number);
create index incident_by_report on incident (organization_id, reported_at desc, id desc);
create index incident_by_state on incident (organization_id, state, reported_at desc, id desc);
create index incident_by_reporter on incident (organization_id, reported_by);
select protect_tenant_table('incident', 'select, insert, update', 'select, insert, update');
select keep_past('incident', 'created_at');

-- Who holds which role, and who held it before: a hand-over ends one row and adds the next.
create table incident_role (
  organization_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  role text not null check (role in ('commander', 'privacy', 'security', 'legal', 'communications')),
  member_id uuid not null,
  given_by uuid,
  since timestamptz not null default now(),
  until timestamptz check (until >= since),
  primary key (organization_id, id),
  foreign key (organization_id, incident_id) references incident (organization_id, id),
  foreign key (organization_id, member_id) references membership (organization_id, id),
  foreign key (organization_id, given_by) references membership (organization_id, id)
);
create unique index incident_role_held_by_one on incident_role (organization_id, incident_id, role) where until is null;
create index incident_role_of_member on incident_role (organization_id, member_id, incident_id) where until is null;
select protect_tenant_table('incident_role', 'select, insert, update', 'select');

-- The log: facts, decisions and actions, each with who, when it happened and when it was written. Never changed: what was
-- wrong is put right by a further entry.
create table incident_entry (
  organization_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  kind text not null check (kind in ('fact', 'decision', 'action', 'note', 'state', 'role')),
  -- What counsel keeps apart: exports leave it out until counsel releases it.
  lane text not null default 'team' check (lane in ('team', 'counsel')),
  words bytea not null,
  from_state text,
  to_state text,
  corrects_id uuid,
  happened_at timestamptz not null,
  written_at timestamptz not null default now(),
  -- Empty where the product wrote it, or nobody known.
  written_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, incident_id) references incident (organization_id, id),
  foreign key (organization_id, corrects_id) references incident_entry (organization_id, id),
  foreign key (organization_id, written_by) references membership (organization_id, id)
);
create index incident_entry_in_order on incident_entry (organization_id, incident_id, happened_at, id);
select protect_tenant_table('incident_entry', 'select, insert', 'select, insert');

-- Counsel lets an entry of its lane go out. Never taken back: whoever read it has read it.
create table incident_entry_release (
  organization_id uuid not null,
  entry_id uuid not null,
  reason text not null,
  released_by uuid not null,
  released_at timestamptz not null default now(),
  primary key (organization_id, entry_id),
  foreign key (organization_id, entry_id) references incident_entry (organization_id, id),
  foreign key (organization_id, released_by) references membership (organization_id, id)
);
select protect_tenant_table('incident_entry_release', 'select, insert', 'select');

create table incident_task (
  organization_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  -- Of the checklist; empty for a task that somebody added.
  template_id text,
  phase text not null check (phase in ('triage', 'contain', 'investigate', 'assess', 'notify', 'remediate')),
  position integer not null,
  title text not null check (length(title) between 1 and 200),
  why text not null default '',
  citation text,
  role text check (role in ('commander', 'privacy', 'security', 'legal', 'communications')),
  owner_id uuid,
  due_at timestamptz,
  status text not null default 'open' check (status in ('open', 'done', 'not-needed')),
  -- Encrypted: what was done, or why it is not needed.
  outcome bytea,
  settled_by uuid,
  settled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, incident_id) references incident (organization_id, id),
  foreign key (organization_id, owner_id) references membership (organization_id, id),
  foreign key (organization_id, settled_by) references membership (organization_id, id),
  check ((status = 'open') = (settled_at is null))
);
create index incident_task_in_order on incident_task (organization_id, incident_id, position, id);
create index incident_task_of_owner on incident_task (organization_id, owner_id) where status = 'open';
select protect_tenant_table('incident_task', 'select, insert, update', 'select');

-- The facts that the clocks are computed from, as they were known at each revision: a date that moved shows why.
create table incident_facts (
  organization_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  revision integer not null check (revision > 0),
  -- Encrypted: names of parties, and reasons in people's words.
  facts bytea not null,
  reason text not null,
  written_by uuid,
  written_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, incident_id) references incident (organization_id, id),
  foreign key (organization_id, written_by) references membership (organization_id, id)
);
create unique index incident_facts_once on incident_facts (organization_id, incident_id, revision);
select protect_tenant_table('incident_facts', 'select, insert', 'select, insert');

-- One notice that somebody owes. 45 CFR 164.404 to 164.410
create table breach_duty (
  organization_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  kind text not null,
  by_party text not null,
  -- The party told, and the State whose media are told; empty where there is none.
  to_party text not null default '',
  jurisdiction text not null default '',
  by_name text not null,
  to_name text not null default '',
  due_on date not null,
  earliest_on date,
  if_suspended date,
  citation text not null,
  arithmetic jsonb not null,
  posting jsonb,
  provisional boolean not null,
  interpretation boolean not null,
  rule_version text not null,
  status text not null default 'open' check (status in ('open', 'met', 'withdrawn')),
  met_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, incident_id) references incident (organization_id, id),
  check ((status = 'met') = (met_on is not null))
);
create unique index breach_duty_once on breach_duty (organization_id, incident_id, kind, by_party, to_party, jurisdiction);
create index breach_duty_open_by_due on breach_duty (organization_id, due_on, id) where status = 'open';
select protect_tenant_table('breach_duty', 'select, insert, update', 'select');

-- Why a duty came, moved, was met or was withdrawn.
create table breach_duty_change (
  organization_id uuid not null,
  id uuid not null,
  duty_id uuid not null,
  from_due_on date,
  to_due_on date not null,
  from_status text,
  to_status text not null,
  facts_revision integer not null,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, duty_id) references breach_duty (organization_id, id),
  foreign key (organization_id, changed_by) references membership (organization_id, id)
);
create index breach_duty_change_by_duty on breach_duty_change (organization_id, duty_id, id);
select protect_tenant_table('breach_duty_change', 'select, insert', 'select');

-- A notice that went out, with its proof. Never unsent: a wrong row is corrected by a further one.
create table notice_sending (
  organization_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  duty_id uuid not null,
  sent_on date not null,
  method text not null,
  recipients integer check (recipients >= 0),
  -- Encrypted.
  note bytea,
  file_id uuid,
  completes boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, incident_id) references incident (organization_id, id),
  foreign key (organization_id, duty_id) references breach_duty (organization_id, id),
  foreign key (organization_id, file_id) references stored_file (organization_id, id),
  foreign key (organization_id, recorded_by) references membership (organization_id, id)
);
create index notice_sending_by_duty on notice_sending (organization_id, duty_id, id);
create index notice_sending_by_incident on notice_sending (organization_id, incident_id, id);
select protect_tenant_table('notice_sending', 'select, insert', 'select');

-- Is it a breach, for one group of individuals? 45 CFR 164.402. The draft changes; each signature keeps what was signed.
create table breach_determination (
  organization_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  number integer not null check (number > 0),
  status text not null default 'draft' check (status in ('draft', 'signed', 'countersigned', 'superseded')),
  individuals integer check (individuals >= 0),
  conclusion text check (conclusion in ('breach', 'low-probability', 'exception', 'secured')),
  -- Encrypted: reasons in people's words.
  content bytea not null,
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  signed_by uuid,
  signed_at timestamptz,
  countersigned_by uuid,
  countersigned_at timestamptz,
  supersedes_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, incident_id) references incident (organization_id, id),
  foreign key (organization_id, signed_by) references membership (organization_id, id),
  foreign key (organization_id, countersigned_by) references membership (organization_id, id),
  foreign key (organization_id, supersedes_id) references breach_determination (organization_id, id),
  check (countersigned_by is null or countersigned_by <> signed_by),
  check (status = 'draft' or (conclusion is not null and content_hash is not null and signed_by is not null))
);
create unique index breach_determination_number_once on breach_determination (organization_id, incident_id, number);
create index breach_determination_by_conclusion on breach_determination (organization_id, conclusion, countersigned_at)
  where status = 'countersigned';
select protect_tenant_table('breach_determination', 'select, insert, update', 'select');

create table determination_signature (
  organization_id uuid not null,
  id uuid not null,
  determination_id uuid not null,
  part text not null check (part in ('decides', 'countersigns', 'returns')),
  content bytea not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  reason text not null default '',
  signed_by uuid not null,
  signed_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, determination_id) references breach_determination (organization_id, id),
  foreign key (organization_id, signed_by) references membership (organization_id, id)
);
create index determination_signature_by_determination on determination_signature (organization_id, determination_id, id);
select protect_tenant_table('determination_signature', 'select, insert', 'select');
