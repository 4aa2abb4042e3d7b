-- Lists as they were on a day that is past (docs/decisions/0026). When a row of a kept table is changed or taken away,
-- what it said goes into past_row, in the same transaction. The row as of an instant is what the first change after it
-- replaced, or the present one where nothing was changed since.
create table past_row (
  organization_id uuid not null references organization (organization_id),
  kind text not null,
  -- The key of the row behind the organization; the second part is made of zeros where it has but one.
  id uuid not null,
  second uuid not null,
  -- When it stopped being so.
  until timestamptz not null,
  seq bigint generated always as identity,
  contents jsonb not null,
  primary key (organization_id, kind, id, second, until, seq)
);
select protect_tenant_table('past_row', 'select, insert', 'select, insert');

-- What was changed before this day, nobody kept.
alter table installation add column past_kept_since timestamptz not null default now();

create schema as_of;
grant usage on schema as_of to part164_app, part164_worker;

-- The time of the product's records: that of the database, unless a demo tells of last year.
create function told_now() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
$$;
grant execute on function told_now() to part164_app, part164_worker;

-- The instant that is asked for: what is later is not seen.
create function as_of.instant() returns timestamptz language sql stable as $$
  select current_setting('app.as_of')::timestamptz
$$;
grant execute on function as_of.instant() to part164_app, part164_worker;

-- Keeps what a table's rows said, and makes as_of.<table>, which shows them. To be called again when the table changes:
-- `began` names the column that says since when a row is there.
create function keep_past(kept regclass, began text) returns void language plpgsql as $$
declare
  kind text := (select relname from pg_class where oid = kept);
  keys text[] := (
    select array_agg(a.attname order by array_position(i.indkey::smallint[], a.attnum))
    from pg_index i join pg_attribute a on a.attrelid = kept and a.attnum = any (i.indkey::smallint[])
    where i.indrelid = kept and i.indisprimary and a.attname <> 'organization_id');
  first_key text := quote_ident(keys[1]);
  second_key text := coalesce(quote_ident(keys[2]), '''00000000-0000-0000-0000-000000000000''::uuid');
  present text := (
    select string_agg('t.' || quote_ident(attname), ', ' order by attnum)
    from pg_attribute where attrelid = kept and attnum > 0 and not attisdropped);
  past text := (
    select string_agg(case attname when 'organization_id' then 'h.organization_id' when keys[1] then 'h.id'
        when keys[2] then 'h.second' else 'p.' || quote_ident(attname) end, ', ' order by attnum)
    from pg_attribute where attrelid = kept and attnum > 0 and not attisdropped);
begin
  if cardinality(keys) not in (1, 2) then raise exception 'the key of % has % parts', kept, cardinality(keys); end if;
  execute format('alter table %s alter column %I set default told_now()', kept, began);
  execute format($trigger$
    create or replace function past_of_%1$s() returns trigger language plpgsql set search_path = public, pg_temp as $body$
    begin
      insert into past_row (organization_id, kind, id, second, until, contents)
      select was.organization_id, %1$L, was.%2$s, %3$s, told_now(), to_jsonb(was) from was;
      return null;
    end $body$ $trigger$, kind, first_key, case when keys[2] is null then second_key else 'was.' || second_key end);
  execute format('create or replace trigger keeps_past_of_updated after update on %s referencing old table as was'
    ' for each statement execute function past_of_%s()', kept, kind);
  execute format('create or replace trigger keeps_past_of_deleted after delete on %s referencing old table as was'
    ' for each statement execute function past_of_%s()', kept, kind);
  execute format('drop view if exists as_of.%I', kind);
  execute format($view$
    create view as_of.%1$I with (security_invoker = true) as
    select %2$s from %3$s t
    where t.%4$I < as_of.instant() and not exists (
      select from past_row h where h.organization_id = t.organization_id and h.kind = %1$L
        and h.id = t.%5$s and h.second = %6$s and h.until >= as_of.instant())
    union all
    select %7$s
    from (
      select distinct on (organization_id, id, second) organization_id, id, second, contents
      from past_row where kind = %1$L and until >= as_of.instant()
      order by organization_id, id, second, until, seq) h
    cross join lateral jsonb_populate_record(null::%3$s, h.contents) p
    where p.%4$I < as_of.instant() $view$,
    kind, present, kept, began, first_key,
    case when keys[2] is null then second_key else 't.' || second_key end, past);
  execute format('grant select on as_of.%I to part164_app, part164_worker', kind);
end $$;
revoke execute on function keep_past(regclass, text) from public;

alter table remediation_effect add column added_at timestamptz not null default now();
alter table remediation_dependency add column added_at timestamptz not null default now();
-- They are as old as the action that they belong to, for all that is known.
alter table remediation_effect no force row level security;
alter table remediation_dependency no force row level security;
alter table remediation_action no force row level security;
update remediation_effect e set added_at = t.created_at
  from remediation_action t where t.organization_id = e.organization_id and t.id = e.action_id;
update remediation_dependency e set added_at = t.created_at
  from remediation_action t where t.organization_id = e.organization_id and t.id = e.action_id;
alter table remediation_effect force row level security;
alter table remediation_dependency force row level security;
alter table remediation_action force row level security;

select keep_past('site', 'created_at');
select keep_past('asset', 'created_at');
select keep_past('asset_sanitization', 'recorded_at');
select keep_past('data_flow', 'created_at');
select keep_past('vendor', 'created_at');
select keep_past('vulnerability', 'created_at');
select keep_past('assessment', 'created_at');
select keep_past('assessment_exclusion', 'created_at');
select keep_past('finding', 'created_at');
select keep_past('risk', 'created_at');
select keep_past('risk_further_subject', 'added_at');
select keep_past('risk_acceptance', 'asked_at');
select keep_past('carried_risk', 'carried_at');
select keep_past('remediation_action', 'created_at');
select keep_past('remediation_milestone', 'created_at');
select keep_past('remediation_effect', 'added_at');
select keep_past('remediation_dependency', 'added_at');
select keep_past('remediation_lesson', 'created_at');
