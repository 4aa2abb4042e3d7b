-- From which analysis an action was last carried on, and when: its page says so, as that of a risk does.
alter table remediation_action
  add column carried_from uuid,
  add column carried_at timestamptz,
  add constraint remediation_action_carried_from foreign key (organization_id, carried_from)
    references assessment (organization_id, id),
  add constraint remediation_action_carried_whole check ((carried_from is null) = (carried_at is null));

-- What came on before, with the newest risk that it lowers; what lowers none is not known to have come.
-- One organization after the other: the owner of the tables is held by their policies, too.
do $$
declare
  one uuid;
begin
  for one in select id from tenant loop
    perform set_config('app.organization_id', one::text, true);
    update remediation_action r set carried_from = c.from_assessment_id, carried_at = c.carried_at
    from (select distinct on (e.action_id) e.action_id, k.assessment_id, k.from_assessment_id, k.carried_at
      from remediation_effect e join carried_risk k on k.organization_id = e.organization_id and k.risk_id = e.risk_id
      where e.organization_id = one order by e.action_id, k.carried_at desc) c
    where r.organization_id = one and r.id = c.action_id and r.assessment_id = c.assessment_id
      and r.created_at < c.carried_at;
  end loop;
  perform set_config('app.organization_id', '', true);
end $$;
