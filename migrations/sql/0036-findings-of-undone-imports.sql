-- An import that is undone takes its data flows back as if they had never been there; what they alone had raised goes with
-- them, before it fills a report with what nobody ever had. What was there on a past day is still kept (0032).
create function refuse_taking_back_findings() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.source <> 'data-flow' or old.status = 'dismissed' or exists (select from data_flow d
    where d.organization_id = old.organization_id and d.id = split_part(old.source_key, ':', 1)::uuid) then
    raise exception 'a finding is resolved or dismissed, and stays' using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;
revoke execute on function refuse_taking_back_findings() from public;
create trigger stays_unless_baseless before delete on finding for each row execute function refuse_taking_back_findings();
grant delete on finding to part164_app, part164_worker;
