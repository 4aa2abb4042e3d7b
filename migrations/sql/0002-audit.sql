-- The audit log: appended in the transaction of the change, sealed behind it into one Merkle tree (RFC 6962)
-- per organization. Everything here belongs to part164_audit; the application may append and read, no more.
-- json, not jsonb: its text stays byte by byte what was hashed.
set local role part164_audit;

create table audit.event (
  organization_id uuid not null,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz(3) not null,
  actor_type text not null check (actor_type in ('person', 'system', 'anonymous')),
  actor_id uuid,
  actor_name text,
  session_id uuid,
  action text not null,
  target_type text not null,
  target_id uuid,
  parent_type text,
  parent_id uuid,
  outcome text not null check (outcome in ('ok', 'denied', 'failed')),
  reason_code text,
  request_id text,
  ip text,
  changed_fields json not null,
  value_macs json not null,
  detail json not null,
  -- A checksum of each column above, so that a fault can be put to the column that was changed.
  column_sums bytea not null check (length(column_sums) = 76),
  -- Version of the audit key (4 bytes) and the HMAC-SHA-256 under it.
  row_mac bytea not null check (length(row_mac) = 36),
  primary key (organization_id, id)
);
create index event_by_transaction on audit.event (xid, organization_id);
create index event_in_commit_order on audit.event (organization_id, xid, id);
create index event_by_target on audit.event (organization_id, target_id, id) where target_id is not null;
create index event_by_parent on audit.event (organization_id, parent_id, id) where parent_id is not null;
create index event_by_actor on audit.event (organization_id, actor_id, id) where actor_id is not null;

create table audit.leaf (
  organization_id uuid not null,
  leaf_index bigint not null,
  event_id uuid not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  primary key (organization_id, leaf_index),
  unique (organization_id, event_id)
);
-- Each head names the one before it by its size. Its MAC is under the audit key, which the database does not hold:
-- who only has the database cannot build the tree anew.
create table audit.tree_head (
  organization_id uuid not null,
  tree_size bigint not null,
  from_size bigint not null check (from_size < tree_size),
  root_hash bytea not null check (length(root_hash) = 32),
  sealed_at timestamptz(3) not null,
  head_mac bytea not null check (length(head_mac) = 36),
  primary key (organization_id, tree_size)
);
-- Where the sealer stands: the roots of the complete subtrees (the frontier) and the last row sealed.
create table audit.sealer_state (
  organization_id uuid primary key,
  tree_size bigint not null,
  frontier bytea[] not null,
  last_xid xid8 not null,
  last_event_id uuid not null
);

do $$
declare t text;
begin
  foreach t in array array['event', 'leaf', 'tree_head', 'sealer_state'] loop
    execute format('alter table audit.%I enable row level security', t);
    execute format('alter table audit.%I force row level security', t);
    execute format(
      'create policy tenant on audit.%I using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)'
      ' with check (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)', t);
    execute format('grant select on audit.%I to part164_app, part164_worker, part164_backup', t);
  end loop;
end $$;

-- The function below that looks across organizations runs as the owner of these tables; nobody else may.
create policy sealer on audit.event for select to part164_audit using (true);

-- Which organizations have events at or after a transaction id: ids only. No NOTIFY, since that would make
-- every commit of the database wait for the one before it.
create function audit.pending(p_from_xid xid8) returns table (organization_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct e.organization_id from audit.event e where e.xid >= p_from_xid
$$;
revoke execute on function audit.pending from public;
grant execute on function audit.pending to part164_worker;

-- Appends one event in the caller's transaction. The caller computes the MAC over all columns (it holds the
-- audit key, the database does not), so the time is the caller's reading of the database clock.
create function audit.append(
  p_organization_id uuid, p_id uuid, p_at timestamptz, p_actor_type text, p_actor_id uuid, p_actor_name text,
  p_session_id uuid, p_action text, p_target_type text, p_target_id uuid, p_parent_type text, p_parent_id uuid,
  p_outcome text, p_reason_code text, p_request_id text, p_ip text, p_changed_fields json, p_value_macs json,
  p_detail json, p_column_sums bytea, p_row_mac bytea
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if abs(extract(epoch from clock_timestamp() - p_at)) > 300 then
    raise exception 'audit.append: the time of the event is more than five minutes from the database clock';
  end if;
  insert into audit.event (organization_id, id, at, actor_type, actor_id, actor_name, session_id, action, target_type,
    target_id, parent_type, parent_id, outcome, reason_code, request_id, ip, changed_fields, value_macs, detail,
    column_sums, row_mac)
  values (p_organization_id, p_id, p_at, p_actor_type, p_actor_id, p_actor_name, p_session_id, p_action, p_target_type,
    p_target_id, p_parent_type, p_parent_id, p_outcome, p_reason_code, p_request_id, p_ip, p_changed_fields,
    p_value_macs, p_detail, p_column_sums, p_row_mac);
end $$;
revoke execute on function audit.append from public;
grant execute on function audit.append to part164_app, part164_worker;

-- Seals the next rows. Only the worker calls it; the size that it read must still be the size now.
create function audit.seal(
  p_organization_id uuid, p_from_size bigint, p_event_ids uuid[], p_leaf_hashes bytea[], p_frontier bytea[],
  p_root_hash bytea, p_last_xid xid8, p_last_event_id uuid, p_sealed_at timestamptz, p_head_mac bytea
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  new_size bigint := p_from_size + cardinality(p_event_ids);
begin
  insert into audit.sealer_state as s (organization_id, tree_size, frontier, last_xid, last_event_id)
  values (p_organization_id, new_size, p_frontier, p_last_xid, p_last_event_id)
  on conflict (organization_id) do update
    set tree_size = excluded.tree_size, frontier = excluded.frontier, last_xid = excluded.last_xid,
        last_event_id = excluded.last_event_id
    where s.tree_size = p_from_size;
  if not found then
    raise exception 'audit.seal: another sealer was faster' using errcode = '40001';
  end if;
  insert into audit.leaf (organization_id, leaf_index, event_id, leaf_hash)
  select p_organization_id, p_from_size + n - 1, p_event_ids[n], p_leaf_hashes[n]
  from generate_subscripts(p_event_ids, 1) as n;
  insert into audit.tree_head (organization_id, tree_size, from_size, root_hash, sealed_at, head_mac)
  values (p_organization_id, new_size, p_from_size, p_root_hash, p_sealed_at, p_head_mac);
end $$;
revoke execute on function audit.seal from public;
grant execute on function audit.seal to part164_worker;
