-- What an action lowers and by how much, what it waits for, what it costs each year, and what a fix taught.
-- 45 CFR 164.308(a)(1)(ii)(B)

-- What it costs each year, beside what it costs once.
alter table remediation_action
  add column yearly_budget_cents bigint check (yearly_budget_cents >= 0),
  add column yearly_spent_cents bigint check (yearly_spent_cents >= 0);

-- The risks that an action lowers, and what is expected to remain of each by the scale of its analysis. remediation_action.risk_id
-- stays: it says against which risk the action was planned, and that one is always among these.
create table remediation_effect (
  organization_id uuid not null,
  action_id uuid not null,
  risk_id uuid not null,
  -- Empty until somebody says what is expected.
  expected_likelihood text,
  expected_impact text,
  expected_level text,
  expected_rank smallint,
  primary key (organization_id, action_id, risk_id),
  foreign key (organization_id, action_id) references remediation_action (organization_id, id),
  foreign key (organization_id, risk_id) references risk (organization_id, id),
  check ((expected_rank is null) = (expected_likelihood is null)),
  check ((expected_rank is null) = (expected_impact is null)),
  check ((expected_rank is null) = (expected_level is null))
);
create index remediation_effect_by_risk on remediation_effect (organization_id, risk_id, action_id);

-- What is there already. One organization after the other: the owner of the tables is held by their policies, too.
do $$
declare
  one uuid;
begin
  for one in select id from tenant loop
    perform set_config('app.organization_id', one::text, true);
    insert into remediation_effect (organization_id, action_id, risk_id)
      select organization_id, id, risk_id from remediation_action where organization_id = one and risk_id is not null;
  end loop;
  perform set_config('app.organization_id', '', true);
end $$;
select protect_tenant_table('remediation_effect', 'select, insert, update, delete', 'select');

-- Whoever enters an action, a program of an earlier version too: the risk that it is planned against is among those it lowers.
create function add_effect_of_action() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  insert into remediation_effect (organization_id, action_id, risk_id)
    values (new.organization_id, new.id, new.risk_id) on conflict do nothing;
  return null;
end $$;
revoke execute on function add_effect_of_action() from public;
create trigger lowers_its_risk after insert on remediation_action for each row when (new.risk_id is not null)
  execute function add_effect_of_action();

-- What the person who checked the action decided about each risk: moved to what was expected, or left with a reason. Never
-- changed: an action that is opened and checked again adds another row.
create table remediation_outcome (
  organization_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  risk_id uuid not null,
  outcome text not null check (outcome in ('moved', 'left')),
  reason text not null default '' check (outcome = 'moved' or length(reason) >= 3),
  -- Null where the risk had no rating of what remains.
  from_likelihood text, from_impact text, from_level text,
  to_likelihood text not null, to_impact text not null, to_level text not null,
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, action_id) references remediation_action (organization_id, id),
  foreign key (organization_id, risk_id) references risk (organization_id, id),
  foreign key (organization_id, decided_by) references membership (organization_id, id)
);
create index remediation_outcome_by_action on remediation_outcome (organization_id, action_id, id);
create index remediation_outcome_by_risk on remediation_outcome (organization_id, risk_id, id);
select protect_tenant_table('remediation_outcome', 'select, insert', 'select');

-- The action waits for the other one. The application keeps this without circles.
create table remediation_dependency (
  organization_id uuid not null,
  action_id uuid not null,
  waits_for_id uuid not null,
  primary key (organization_id, action_id, waits_for_id),
  foreign key (organization_id, action_id) references remediation_action (organization_id, id),
  foreign key (organization_id, waits_for_id) references remediation_action (organization_id, id),
  check (action_id <> waits_for_id)
);
create index remediation_dependency_by_awaited on remediation_dependency (organization_id, waits_for_id, action_id);
select protect_tenant_table('remediation_dependency', 'select, insert, delete', 'select');

-- What a fix taught: a document to update, a design standard to change. 45 CFR 164.316(b)(2)(iii)
create table remediation_lesson (
  organization_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  kind text not null check (kind in ('document', 'design-standard')),
  title text not null check (length(title) between 1 and 300),
  owner_id uuid not null,
  due_on date not null,
  done_on date,
  done_by uuid,
  recorded_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, action_id) references remediation_action (organization_id, id),
  foreign key (organization_id, owner_id) references membership (organization_id, id),
  foreign key (organization_id, done_by) references membership (organization_id, id),
  foreign key (organization_id, recorded_by) references membership (organization_id, id),
  check ((done_on is null) = (done_by is null))
);
create index remediation_lesson_by_due on remediation_lesson (organization_id, due_on, id);
create index remediation_lesson_by_action on remediation_lesson (organization_id, action_id, due_on);
create index remediation_lesson_by_owner on remediation_lesson (organization_id, owner_id, due_on, id);
select protect_tenant_table('remediation_lesson', 'select, insert, update, delete', 'select');
