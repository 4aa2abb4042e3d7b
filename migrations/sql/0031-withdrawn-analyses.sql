-- A draft that was begun by mistake is withdrawn: it stays on record with who, when and why, and gives back the register
-- that it took over. 45 CFR 164.316(b)(2)(i)
alter table assessment drop constraint assessment_status_check,
  add constraint assessment_status_check check (status in ('draft', 'in-review', 'signed', 'withdrawn')),
  -- What was taken over lives in the analysis before it again.
  add constraint assessment_withdrawn_carries_nothing check (status <> 'withdrawn' or not carries_register);
create index assessment_withdrawn on assessment (organization_id, id) where status = 'withdrawn';

alter table assessment_step drop constraint assessment_step_step_check,
  add constraint assessment_step_step_check check (step in ('submission', 'return', 'approval', 'withdrawal')),
  add constraint assessment_step_withdrawal_reason check (step <> 'withdrawal' or length(reason) >= 3);

alter table carried_risk
  -- The risk went back to where it came from.
  add column given_back_at timestamptz,
  -- Where another scale cleared what was rated: what else a rating is, so that it can be given back as it was.
  add column cleared jsonb check (jsonb_typeof(cleared) = 'object');

-- From where and when it came before it was carried on the last time: {from, at}.
alter table remediation_action add column carried_before jsonb check (jsonb_typeof(carried_before) = 'object');

-- Closed, since the same risk stood in the analysis that took the register over later.
alter table risk add column continued_as uuid,
  add constraint risk_continued_as foreign key (organization_id, continued_as) references risk (organization_id, id);
create index risk_continued on risk (organization_id, continued_as) where continued_as is not null;

-- What was withdrawn stays as what was signed does.
create or replace function refuse_change_of_signed_analysis() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_table_name <> 'assessment' then
    if not exists (select 1 from assessment a where a.status in ('signed', 'withdrawn') and (
      (tg_op <> 'INSERT' and a.organization_id = old.organization_id and a.id = old.assessment_id)
      or (tg_op <> 'DELETE' and a.organization_id = new.organization_id and a.id = new.assessment_id))) then
      if tg_op = 'DELETE' then
        return old;
      end if;
      return new;
    end if;
  end if;
  raise exception 'a signed analysis stays as it is' using errcode = '55000', hint = 'So does one that was withdrawn.';
end $$;
create trigger withdrawn_stays before update or delete on assessment for each row when (old.status = 'withdrawn')
  execute function refuse_change_of_signed_analysis();

-- A change that was taken into a draft is undecided again when that draft was withdrawn: nobody looks at it there.
create or replace function refuse_change_of_noted_change() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if (old.kind, old.origin, old.subject_type, old.subject_id, old.subject_name, old.details, old.description,
      old.happened_on, old.recorded_at, old.made_by, old.source_key)
     is distinct from (new.kind, new.origin, new.subject_type, new.subject_id, new.subject_name, new.details,
      new.description, new.happened_on, new.recorded_at, new.made_by, new.source_key)
     or (old.decision is not null and (old.decision, old.decision_reason, old.decided_by, old.decided_at, old.assessment_id)
       is distinct from (new.decision, new.decision_reason, new.decided_by, new.decided_at, new.assessment_id)
       and not (new.decision is null and exists (select 1 from assessment a where a.organization_id = old.organization_id
         and a.id = old.assessment_id and a.status = 'withdrawn')))
     or (old.covered_by is not null and (old.covered_by, old.covered_at) is distinct from (new.covered_by, new.covered_at))
     or (old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at) then
    raise exception 'a noted change stays as it is' using errcode = '55000';
  end if;
  return new;
end $$;
