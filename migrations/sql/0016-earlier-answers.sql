-- Answers of an earlier year that came in from a spreadsheet: they stand beside the questions to be confirmed one by one
-- and count for nothing until somebody does. One for each question of an analysis; a later file takes its place.
create table earlier_answer (
  organization_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  question_id text not null check (length(question_id) between 1 and 80),
  option_id text not null check (length(option_id) between 1 and 80),
  standing text not null check (standing in ('in-place', 'partial', 'gap', 'unknown', 'not-applicable')),
  -- Encrypted, as the notes of answers are.
  notes bytea,
  file_name text not null check (length(file_name) between 1 and 200),
  -- The day that the file gives for it.
  answered_on date,
  imported_by uuid not null,
  imported_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, assessment_id, question_id),
  foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  foreign key (organization_id, imported_by) references membership (organization_id, id)
);
select protect_tenant_table('earlier_answer', 'select, insert, delete', 'select');
create trigger signed_stays before insert or update or delete on earlier_answer for each row
  execute function refuse_change_of_signed_analysis();
