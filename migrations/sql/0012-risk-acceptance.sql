-- Acceptances of risks: who asked, who approved, why, until when, and the exact state of the risk that was accepted. A
-- later change of the risk makes an acceptance stale; it is never taken back by itself. 45 CFR 164.308(a)(1)(ii)(B)
create table risk_acceptance (
  organization_id uuid not null,
  id uuid not null,
  risk_id uuid not null,
  reason text not null check (length(reason) >= 3),
  until_on date not null,
  -- The risk as it was when somebody asked, and its SHA-256 in hexadecimal.
  state jsonb not null,
  state_hash text not null check (state_hash ~ '^[0-9a-f]{64}$'),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  status text not null default 'asked' check (status in ('asked', 'approved', 'refused', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decision_note text not null default '',
  -- When the risk first was another one than what was accepted.
  stale_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, risk_id) references risk (organization_id, id),
  foreign key (organization_id, asked_by) references membership (organization_id, id),
  foreign key (organization_id, decided_by) references membership (organization_id, id),
  check ((decided_by is null) = (status = 'asked')),
  check ((decided_at is null) = (status = 'asked')),
  -- Nobody approves or refuses what they asked for themselves; to withdraw it is theirs.
  check (status not in ('approved', 'refused') or decided_by <> asked_by),
  check (status <> 'refused' or length(decision_note) >= 3)
);
create unique index risk_acceptance_asked_once on risk_acceptance (organization_id, risk_id) where status = 'asked';
create index risk_acceptance_by_risk on risk_acceptance (organization_id, risk_id, id);
create index risk_acceptance_by_status on risk_acceptance (organization_id, status, until_on) where status in ('asked', 'approved');
select protect_tenant_table('risk_acceptance', 'select, insert, update', 'select');

-- What was accepted stays as it was: only the decision, and the day on which it no longer fits, are written later, once.
create function refuse_change_of_acceptance() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if (old.risk_id, old.reason, old.until_on, old.state, old.state_hash, old.asked_by, old.asked_at)
     is distinct from (new.risk_id, new.reason, new.until_on, new.state, new.state_hash, new.asked_by, new.asked_at)
     or (old.status <> 'asked' and (old.status, old.decided_by, old.decided_at, old.decision_note)
       is distinct from (new.status, new.decided_by, new.decided_at, new.decision_note))
     or (old.stale_at is not null and old.stale_at is distinct from new.stale_at) then
    raise exception 'an acceptance stays as it is' using errcode = '55000';
  end if;
  return new;
end $$;
revoke execute on function refuse_change_of_acceptance() from public;
create trigger acceptance_stays before update on risk_acceptance for each row execute function refuse_change_of_acceptance();
