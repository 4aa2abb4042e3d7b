import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { sqlId, sqlInstant } from './sql-ids.js';

type Action = AssessmentReport['actions'][number];

/** People are plain ids here; the application puts their names in. */
export type ReportedAction = Omit<
  Action,
  | 'ownerName'
  | 'completedBy'
  | 'validatedBy'
  | 'evidence'
  | 'yearlyBudgetCents'
  | 'yearlySpentCents'
  | 'dueMoves'
> & {
  dueMoves: NonNullable<Action['dueMoves']>;
  yearlyBudgetCents: number | null;
  yearlySpentCents: number | null;
  uuid: string;
  ownerId: string | null;
  completedBy: string | null;
  validatedBy: string | null;
};

/** By due date, what has none last. What belongs to the actions is grouped once, not once an action. */
export async function reportActions(tx: ReadTx, assessmentId: string): Promise<ReportedAction[]> {
  const rows = await tx.query<{ action: ReportedAction }>(
    `with mine as (select * from remediation_action t where t.organization_id = $1 and t.assessment_id = $2),
     steps as (select s.action_id, jsonb_agg(jsonb_build_object('title', s.title, 'dueOn', s.due_on, 'doneOn', s.done_on) order by s.due_on, s.id) as list
       from remediation_milestone s where s.organization_id = $1 and s.action_id in (select id from mine) group by 1),
     past as (select h.action_id, jsonb_agg(jsonb_build_object('at', ${sqlInstant('h.made_at')}, 'by', h.made_by, 'from', h.from_status,
         'to', h.to_status, 'note', h.note, 'completedOn', h.completed_on,
         'noEvidenceReason', h.no_evidence_reason) order by h.id) as list
       from remediation_transition h where h.organization_id = $1 and h.action_id in (select id from mine) group by 1),
     moved as (select d.action_id, jsonb_agg(jsonb_build_object('from', d.from_on, 'to', d.to_on, 'reason', d.reason,
         'by', d.moved_by, 'at', ${sqlInstant('d.moved_at')}) order by d.id) as list
       from remediation_due_move d where d.organization_id = $1 and d.action_id in (select id from mine) group by 1),
     settled as (select o.action_id, o.risk_id, jsonb_agg(jsonb_build_object('outcome', o.outcome, 'reason', o.reason,
         'from', case when o.from_level is null then null else
           jsonb_build_object('likelihood', o.from_likelihood, 'impact', o.from_impact, 'level', o.from_level) end,
         'to', jsonb_build_object('likelihood', o.to_likelihood, 'impact', o.to_impact, 'level', o.to_level),
         'by', p.name, 'at', ${sqlInstant('o.decided_at')}) order by o.id) as list
       from remediation_outcome o join membership m on m.organization_id = o.organization_id and m.id = o.decided_by
       join person p on p.id = m.person_id
       where o.organization_id = $1 and o.action_id in (select id from mine) group by 1, 2),
     lowered as (select e.action_id, jsonb_agg(jsonb_build_object('riskNumber', r.number, 'riskTitle', r.title,
         'expected', case when e.expected_level is null then null else
           jsonb_build_object('likelihood', e.expected_likelihood, 'impact', e.expected_impact, 'level', e.expected_level) end,
         'outcomes', coalesce(settled.list, '[]')) order by r.number) as list
       from remediation_effect e join risk r on r.organization_id = e.organization_id and r.id = e.risk_id
       left join settled on settled.action_id = e.action_id and settled.risk_id = e.risk_id
       where e.organization_id = $1 and e.action_id in (select id from mine) group by 1),
     awaited as (select d.action_id, jsonb_agg(w.number order by w.number) as list
       from remediation_dependency d join remediation_action w on w.organization_id = d.organization_id and w.id = d.waits_for_id
       where d.organization_id = $1 and d.action_id in (select id from mine) group by 1),
     taught as (select l.action_id, jsonb_agg(jsonb_build_object('kind', l.kind, 'title', l.title, 'ownerName', p.name,
         'dueOn', l.due_on, 'doneOn', l.done_on) order by l.due_on, l.id) as list
       from remediation_lesson l join membership m on m.organization_id = l.organization_id and m.id = l.owner_id
       join person p on p.id = m.person_id
       where l.organization_id = $1 and l.action_id in (select id from mine) group by 1)
     select jsonb_build_object('id', ${sqlId('action', 't.id')}, 'uuid', t.id, 'number', t.number, 'title', t.title, 'description', t.description,
       'riskNumber', k.number, 'riskTitle', k.title, 'findingTitle', g.title, 'ownerId', t.owner_id, 'dueOn', t.due_on,
       'budgetCents', t.budget_cents, 'spentCents', t.spent_cents,
       'yearlyBudgetCents', t.yearly_budget_cents, 'yearlySpentCents', t.yearly_spent_cents, 'lowers', coalesce(lowered.list, '[]'),
       'waitsFor', coalesce(awaited.list, '[]'), 'lessons', coalesce(taught.list, '[]'), 'status', t.status, 'statusReason', t.status_reason,
       'noEvidenceReason', t.no_evidence_reason,
       'completedOn', t.completed_on, 'completedBy', t.completed_by, 'validatedBy', t.validated_by,
       'validatedAt', ${sqlInstant('t.validated_at')}, 'validationNote', t.validation_note,
       'milestones', coalesce(steps.list, '[]'), 'history', coalesce(past.list, '[]'),
       'dueMoves', coalesce(moved.list, '[]')) as action
     from mine t
     left join risk k on k.organization_id = $1 and k.id = t.risk_id
     left join finding g on g.organization_id = $1 and g.id = t.finding_id
     left join steps on steps.action_id = t.id
     left join past on past.action_id = t.id
     left join moved on moved.action_id = t.id
     left join lowered on lowered.action_id = t.id
     left join awaited on awaited.action_id = t.id
     left join taught on taught.action_id = t.id
     order by t.due_sort, t.id`,
    [tx.organizationId, assessmentId],
  );
  return rows.map(({ action }) => action);
}

type EarlierLesson = NonNullable<AssessmentReport['earlierLessons']>[number];

/** What fixes taught that stayed with an analysis whose register was carried on to here: still to do, or done since. */
export function reportEarlierLessons(tx: ReadTx, assessmentId: string): Promise<EarlierLesson[]> {
  return tx.query<EarlierLesson>(
    `with recursive earlier as (
       select a.previous_id as id from assessment a where a.organization_id = $1 and a.id = $2 and a.carries_register
       union
       select a.previous_id from earlier e join assessment a on a.organization_id = $1 and a.id = e.id and a.carries_register)
     select l.kind, l.title, p.name as "ownerName", to_char(l.due_on, 'YYYY-MM-DD') as "dueOn", to_char(l.done_on, 'YYYY-MM-DD') as "doneOn",
       t.number as "actionNumber", t.title as "actionTitle", n.title as "analysisTitle"
     from earlier e
     join assessment n on n.organization_id = $1 and n.id = e.id
     join remediation_action t on t.organization_id = $1 and t.assessment_id = e.id
     join remediation_lesson l on l.organization_id = $1 and l.action_id = t.id
     join membership m on m.organization_id = $1 and m.id = l.owner_id
     join person p on p.id = m.person_id
     where l.done_on is null or l.done_on >= (select o.started_on from assessment o where o.organization_id = $1 and o.id = $2)
     order by l.due_on, l.id`,
    [tx.organizationId, assessmentId],
  );
}
