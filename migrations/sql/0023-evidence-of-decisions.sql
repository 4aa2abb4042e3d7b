-- What shows that a decision about an addressable specification fits: files and notes as answers have them, closed with the
-- signature. 45 CFR 164.306(d)(3), 164.316(b)(1)
alter table evidence drop constraint evidence_subject_type_check;
alter table evidence add constraint evidence_subject_type_check
  check (subject_type in ('answer', 'addressable-decision', 'remediation-action'));

-- The piece of the analysis before that somebody confirmed for this one, with the day and the person of then.
alter table evidence add column carried_from uuid;
alter table evidence add constraint evidence_carried_from foreign key (organization_id, carried_from)
  references evidence (organization_id, id);

drop trigger signed_stays on evidence;
create trigger signed_stays before insert or update on evidence for each row
  when (new.subject_type in ('answer', 'addressable-decision')) execute function refuse_change_of_signed_analysis();
