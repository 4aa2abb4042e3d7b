-- What was turned down for one asset or flow is looked up by that asset or flow, also where many thousands were.
create index proposal_dismissal_by_subject on proposal_dismissal (organization_id, assessment_id, subject_id);
