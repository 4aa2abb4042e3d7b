-- The organization's own scales for rating risk, in versions: one person drafts and proposes, another one adopts. What was
-- adopted never changes; a change is the next version. 45 CFR 164.308(a)(1)(ii)(A), 164.316(b)(1)
create table risk_scale_version (
  organization_id uuid not null,
  id uuid not null,
  -- All versions of one scale share this; it is the id of the first of them.
  scale_id uuid not null,
  number integer not null check (number between 1 and 1000),
  status text not null default 'draft' check (status in ('draft', 'proposed', 'adopted', 'superseded', 'retired')),
  title text not null check (length(title) between 1 and 120),
  -- Why the organization does not rate by a scale that comes with the product, or why this version was needed.
  reason text not null,
  -- {likelihood, impact, levels, matrix}; steps and levels from the least to the most.
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- The scale of a pack that the first version began from, as "pack version scale"; the earlier version of a later one.
  based_on_pack text,
  based_on_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  proposed_by uuid,
  proposed_at timestamptz,
  -- The latest word of whoever sent a proposal back.
  returned_by uuid,
  return_note text not null default '',
  adopted_by uuid,
  adopted_at timestamptz,
  -- The day of that in the organization's zone.
  adopted_on date,
  -- SHA-256, in hexadecimal, of what was adopted: title, number, reason and content as canonical JSON.
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  ended_by uuid,
  ended_at timestamptz,
  end_reason text not null default '',
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, scale_id, number),
  foreign key (organization_id, scale_id) references risk_scale_version (organization_id, id),
  foreign key (organization_id, based_on_id) references risk_scale_version (organization_id, id),
  foreign key (organization_id, created_by) references membership (organization_id, id),
  foreign key (organization_id, proposed_by) references membership (organization_id, id),
  foreign key (organization_id, returned_by) references membership (organization_id, id),
  foreign key (organization_id, adopted_by) references membership (organization_id, id),
  foreign key (organization_id, ended_by) references membership (organization_id, id),
  check ((based_on_pack is null) <> (based_on_id is null)),
  check ((proposed_by is null) = (status = 'draft')),
  check ((proposed_at is null) = (status = 'draft')),
  check ((adopted_by is null) = (status in ('draft', 'proposed'))),
  check ((adopted_at is null) = (adopted_by is null) and (adopted_on is null) = (adopted_by is null)),
  check ((content_hash is null) = (adopted_by is null)),
  check ((ended_at is null) = (status in ('draft', 'proposed', 'adopted')) and (ended_by is null) = (ended_at is null)),
  -- Nobody adopts what they proposed themselves.
  check (adopted_by <> proposed_by)
);
-- One next version at a time, and one that new analyses may use.
create unique index risk_scale_version_in_work on risk_scale_version (organization_id, scale_id) where status in ('draft', 'proposed');
create unique index risk_scale_version_in_force on risk_scale_version (organization_id, scale_id) where status = 'adopted';
-- Two scales in force that are called the same could not be told apart.
create unique index risk_scale_version_title on risk_scale_version (organization_id, lower(title)) where status = 'adopted';
create index risk_scale_version_by_title on risk_scale_version (organization_id, lower(title), id);
create index risk_scale_version_by_change on risk_scale_version (organization_id, updated_at, id);
select protect_tenant_table('risk_scale_version', 'select, insert, update, delete', 'select');

-- A proposal stays as it was proposed until it is sent back, and what was adopted stays for ever.
create function refuse_change_of_scale() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.status = 'draft' then
      return old;
    end if;
    raise exception 'only a draft of a scale can be taken away' using errcode = '55000';
  end if;
  if (old.scale_id, old.number, old.based_on_pack, old.based_on_id, old.created_by, old.created_at)
     is distinct from (new.scale_id, new.number, new.based_on_pack, new.based_on_id, new.created_by, new.created_at)
     or (old.status <> 'draft' and (old.title, old.reason, old.content) is distinct from (new.title, new.reason, new.content))
     or (old.status <> 'draft' and new.status <> 'draft'
       and (old.proposed_by, old.proposed_at) is distinct from (new.proposed_by, new.proposed_at))
     or (old.adopted_by is not null and (old.adopted_by, old.adopted_at, old.adopted_on, old.content_hash)
       is distinct from (new.adopted_by, new.adopted_at, new.adopted_on, new.content_hash))
     or (old.status, new.status) not in (('draft', 'draft'), ('draft', 'proposed'), ('proposed', 'draft'), ('proposed', 'adopted'),
       ('adopted', 'superseded'), ('adopted', 'retired')) then
    raise exception 'a version of a scale stays as it is' using errcode = '55000';
  end if;
  return new;
end $$;
revoke execute on function refuse_change_of_scale() from public;
create trigger scale_stays before update or delete on risk_scale_version for each row execute function refuse_change_of_scale();

-- An assessment rates by a scale of a pack, or by a version of the organization's own: then no pack is named, and scale_id
-- is the id of that version.
alter table assessment alter column scales_pack drop not null, alter column scales_version drop not null;
alter table assessment
  add column own_scale_id uuid generated always as (case when scales_pack is null then scale_id::uuid end) stored,
  add constraint assessment_scale_of_one_kind check ((scales_pack is null) = (scales_version is null)),
  add constraint assessment_own_scale foreign key (organization_id, own_scale_id)
    references risk_scale_version (organization_id, id);
create index assessment_by_own_scale on assessment (organization_id, own_scale_id) where own_scale_id is not null;
