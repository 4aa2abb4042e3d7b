-- Of two reviews of one record the one that is written last stands, also where its transaction began earlier: it knew the
-- other one. Whoever reviews takes turns. Where both have one instant, the later id stands.
create or replace function keep_last_review() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  insert into record_last_review as known (organization_id, record_type, record_id, review_id, outcome, reviewed_on, reviewed_at,
    reviewed_by, record_version)
  select distinct on (organization_id, record_type, record_id) organization_id, record_type, record_id, id, outcome, reviewed_on,
    reviewed_at, reviewed_by, record_version
  from added order by organization_id, record_type, record_id, reviewed_at desc, id desc
  on conflict (organization_id, record_type, record_id) do update set review_id = excluded.review_id, outcome = excluded.outcome,
    reviewed_on = excluded.reviewed_on, reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by,
    record_version = excluded.record_version
  where excluded.reviewed_at <> known.reviewed_at or excluded.review_id > known.review_id;
  return null;
end $$;
