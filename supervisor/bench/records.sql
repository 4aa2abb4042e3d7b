-- A large installation out of the demo: each record here is one of the demo's again, under another number. Ninety-nine
-- more organizations; the demo clinic grows to what they have and more, and the vendor's analysis to a thousand risks.
-- The superuser writes it, past the checks that these rows are known to meet.
set synchronous_commit = off;
set session_replication_role = replica;

create temp table place as
select o.organization_id, a.id as assessment_id, a.prepared_by as member_id, o.name like 'Juniper%' as is_clinic
from organization o join assessment a on a.organization_id = o.organization_id and a.status <> 'signed';

-- Rated risks of the clinic, to be told again and again.
create temp table told_risk as
select row_number() over (order by r.id) - 1 as k, r.* from risk r
join place p on p.assessment_id = r.assessment_id and p.is_clinic where r.residual_rank is not null;
create temp table told_vendor_risk as
select row_number() over (order by r.id) - 1 as k, r.* from risk r
join place p on p.assessment_id = r.assessment_id and not p.is_clinic where r.residual_rank is not null;
create temp table told_asset as
select row_number() over (order by a.id) - 1 as k, a.* from asset a
join place p on p.organization_id = a.organization_id and p.is_clinic;
create temp table told_action as
select row_number() over (order by t.id) - 1 as k, t.* from remediation_action t
join place p on p.organization_id = t.organization_id and p.is_clinic where t.status in ('planned', 'in-progress');

create temp table other as
select n, uuidv7() as organization_id, uuidv7() as person_id, uuidv7() as member_id, uuidv7() as assessment_id
from generate_series(1, 99) n;
insert into tenant (id) select organization_id from other;
insert into organization (organization_id, name, kind, time_zone)
select organization_id, 'Clinic ' || n, 'covered-entity', 'America/Denver' from other;
insert into person (id, email, name) select person_id, 'officer@clinic-' || n || '.example', 'Officer of clinic ' || n from other;
insert into membership (organization_id, id, person_id, role) select organization_id, member_id, person_id, 'compliance-officer' from other;
insert into assessment (organization_id, id, title, questionnaire_pack, questionnaire_version, threats_pack, threats_version,
  scales_pack, scales_version, scale_id, started_on, prepared_by)
select o.organization_id, o.assessment_id, a.title, a.questionnaire_pack, a.questionnaire_version, a.threats_pack, a.threats_version,
  a.scales_pack, a.scales_version, a.scale_id, a.started_on, o.member_id
from other o, assessment a join place p on p.assessment_id = a.id and p.is_clinic;

create temp table target as
select organization_id, assessment_id, member_id,
  10000 - (select count(*) from asset a where a.organization_id = place.organization_id) as assets,
  10000 - (select count(*) from risk r where r.organization_id = place.organization_id) as risks,
  10000 - (select count(*) from remediation_action t where t.organization_id = place.organization_id) as actions
from place where is_clinic
union all select organization_id, assessment_id, member_id, 100, 10000, 0 from other;

-- One after another of all organizations, as years of work would leave them in the table.
create temp table made_asset as
select t.organization_id, n, uuidv7() as id from target t, generate_series(1, 10000) n where n <= t.assets;
insert into asset (organization_id, id, tag, name, kind, description, location, owner_id, hosting, vendor_name, holds_ephi, phi_types,
  phi_record_count, encryption_at_rest, encryption_in_transit, backup, internet_facing, portable, lifecycle)
select t.organization_id, made.id, 'B-' || made.n, a.name || ' ' || made.n, a.kind, a.description, a.location, t.member_id, a.hosting,
  a.vendor_name, a.holds_ephi, a.phi_types, a.phi_record_count, a.encryption_at_rest, a.encryption_in_transit, a.backup,
  a.internet_facing, a.portable, a.lifecycle
from made_asset made join target t using (organization_id)
join told_asset a on a.k = made.n % (select count(*) from told_asset) order by made.n;

insert into risk (organization_id, id, assessment_id, number, title, description, threat_id, vulnerability_id, asset_id,
  inherent_likelihood, inherent_impact, inherent_level, inherent_rank, safeguards, safeguard_ids,
  residual_likelihood, residual_impact, residual_level, residual_rank, rating_reason, treatment, treatment_reason, owner_id,
  status, rated_by, rated_at, updated_at)
select t.organization_id, uuidv7(), t.assessment_id, 1000 + i, r.title || ' ' || i, r.description, r.threat_id, r.vulnerability_id, made.id,
  r.inherent_likelihood, r.inherent_impact, r.inherent_level, r.inherent_rank, r.safeguards, r.safeguard_ids,
  r.residual_likelihood, r.residual_impact, r.residual_level, r.residual_rank, r.rating_reason, r.treatment, r.treatment_reason, t.member_id,
  (array['open', 'open', 'treated', 'closed'])[1 + i % 4], t.member_id, now(), now() - i * interval '1 minute'
from generate_series(1, 10000) i join target t on i <= t.risks
join told_risk r on r.k = i % (select count(*) from told_risk)
join made_asset made on made.organization_id = t.organization_id and made.n = 1 + i % t.assets order by i;

insert into remediation_action (organization_id, id, assessment_id, risk_id, number, title, description, owner_id, due_on, budget_cents,
  spent_cents, status)
select t.organization_id, uuidv7(), t.assessment_id, r.id, 1000 + n, a.title || ' ' || n, a.description, t.member_id,
  current_date + (n % 700) - 100, a.budget_cents, a.spent_cents, a.status
from target t, generate_series(1, 10000) n, told_action a, risk r
where n <= t.actions and a.k = n % (select count(*) from told_action) and r.organization_id = t.organization_id and r.number = 1000 + n;

-- The clinic's assets, told and made, in two chains each; the first five hundred flows make a picture of five hundred places.
create temp table end_of_flow as
select row_number() over (order by a.id) - 1 as k, a.organization_id, a.id from asset a
join place p on p.organization_id = a.organization_id and p.is_clinic;
create temp table told_flow as
select row_number() over (order by f.id) - 1 as k, f.* from data_flow f
join place p on p.organization_id = f.organization_id and p.is_clinic where f.active;
insert into data_flow (organization_id, id, code, name, from_asset_id, to_asset_id, counterparty, phi_types, purpose, minimum_necessary,
  transport_method, transport_security, offshore, updated_at)
select s.organization_id, uuidv7(), 'B-' || n, f.name || ' ' || lpad(n::text, 5, '0'), s.id, e.id, 'internal', f.phi_types, 'Care of patients',
  'Only what the next step needs.', f.transport_method, case when n % 40 = 0 then 'none' else 'encrypted' end, false,
  now() - n * interval '1 minute'
from generate_series(1, 20000 - (select count(*)::int from told_flow)) n
join told_flow f on f.k = n % (select count(*) from told_flow)
join end_of_flow s on s.k = n % (select count(*) from end_of_flow)
join end_of_flow e on e.k = (n + 1 + n / 10000 * 6) % (select count(*) from end_of_flow);

-- Nineteen more officers of the clinic, who have the same password as the first.
insert into person (id, email, name, password_hash, password_changed_at)
select uuidv7(), 'officer-' || n || '@juniper-ridge.example', 'Officer ' || n, p.password_hash, p.password_changed_at
from person p, generate_series(1, 19) n where p.email = 'maya@juniper-ridge.example';
insert into membership (organization_id, id, person_id, role)
select c.organization_id, uuidv7(), p.id, 'compliance-officer' from person p, place c
where c.is_clinic and p.email like 'officer-%@juniper-ridge.example';

-- The vendor's analysis: a thousand risks, and an action against every fourth.
insert into risk (organization_id, id, assessment_id, number, title, description, threat_id, vulnerability_id, asset_id,
  inherent_likelihood, inherent_impact, inherent_level, inherent_rank, safeguards, safeguard_ids,
  residual_likelihood, residual_impact, residual_level, residual_rank, rating_reason, treatment, treatment_reason, owner_id,
  status, rated_by, rated_at)
select r.organization_id, uuidv7(), r.assessment_id, 1000 + n, r.title || ' ' || n, r.description, r.threat_id, r.vulnerability_id, r.asset_id,
  r.inherent_likelihood, r.inherent_impact, r.inherent_level, r.inherent_rank, r.safeguards, r.safeguard_ids,
  r.residual_likelihood, r.residual_impact, r.residual_level, r.residual_rank, r.rating_reason, r.treatment, r.treatment_reason, r.owner_id,
  r.status, r.rated_by, r.rated_at
from generate_series(1, 1000 - (select count(*)::int from risk v join place p on p.assessment_id = v.assessment_id and not p.is_clinic)) n
join told_vendor_risk r on r.k = n % (select count(*) from told_vendor_risk);
insert into remediation_action (organization_id, id, assessment_id, risk_id, number, title, description, owner_id, due_on, budget_cents,
  spent_cents, status)
select r.organization_id, uuidv7(), r.assessment_id, r.id, r.number, a.title || ' ' || r.number, a.description, r.owner_id,
  current_date + (r.number % 700), a.budget_cents, a.spent_cents, a.status
from place p join risk r on r.assessment_id = p.assessment_id and not p.is_clinic and r.number > 1000 and r.number % 4 = 0
join told_action a on a.k = r.number % (select count(*) from told_action);

-- Triggers are off here: what an action was planned against is among the risks that it lowers.
insert into remediation_effect (organization_id, action_id, risk_id)
select organization_id, id, risk_id from remediation_action where risk_id is not null on conflict do nothing;

-- Where the floor of saving an answer writes: tables like the product's, which nobody seals, guards or reads.
create schema floor;
create table floor.answer (like answer including all);
create table floor.finding (like finding including all);
create table floor.event (like audit.event including all);
insert into floor.answer (organization_id, id, assessment_id, question_id, option_id, standing, answered_by)
select organization_id, uuidv7(), assessment_id, 'Q' || q, 'a', 'gap', member_id from other, generate_series(1, 100) q where n = 1;
insert into floor.finding (organization_id, id, assessment_id, source, source_key, title, detail, citations, standing)
select organization_id, uuidv7(), assessment_id, 'answer', 'Q' || q, 'Not in place ' || q, repeat('Detail ', 20), '{164.308(a)(1)(ii)(A)}', 'gap'
from other, generate_series(1, 100) q where n = 1;

reset session_replication_role;
reset synchronous_commit;
