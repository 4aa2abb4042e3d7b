import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { sqlId, sqlInstant } from './sql-ids.js';

type Action = AssessmentReport['actions'][number];

/** People are plain ids here; the application puts their names in. */
export type ReportedAction = Omit<Action, 'ownerName' | 'completedBy' | 'validatedBy' | 'evidence'> & {
  uuid: string;
  ownerId: string | null;
  completedBy: string | null;
  validatedBy: string | null;
};

/** By due date, what has none last. Milestones and history are grouped once, not once an action. */
export async function reportActions(tx: ReadTx, assessmentId: string): Promise<ReportedAction[]> {
  const rows = await tx.query<{ action: ReportedAction }>(
    `with mine as (select * from remediation_action t where t.organization_id = $1 and t.assessment_id = $2),
     steps as (select s.action_id, jsonb_agg(jsonb_build_object('title', s.title, 'dueOn', s.due_on, 'doneOn', s.done_on) order by s.due_on, s.id) as list
       from remediation_milestone s where s.organization_id = $1 and s.action_id in (select id from mine) group by 1),
     past as (select h.action_id, jsonb_agg(jsonb_build_object('at', ${sqlInstant('h.made_at')}, 'by', h.made_by, 'from', h.from_status,
         'to', h.to_status, 'note', h.note, 'completedOn', h.completed_on) order by h.id) as list
       from remediation_transition h where h.organization_id = $1 and h.action_id in (select id from mine) group by 1)
     select jsonb_build_object('id', ${sqlId('action', 't.id')}, 'uuid', t.id, 'number', t.number, 'title', t.title, 'description', t.description,
       'riskNumber', k.number, 'riskTitle', k.title, 'findingTitle', g.title, 'ownerId', t.owner_id, 'dueOn', t.due_on,
       'budgetCents', t.budget_cents, 'spentCents', t.spent_cents, 'status', t.status, 'statusReason', t.status_reason,
       'completedOn', t.completed_on, 'completedBy', t.completed_by, 'validatedBy', t.validated_by,
       'validatedAt', ${sqlInstant('t.validated_at')}, 'validationNote', t.validation_note,
       'milestones', coalesce(steps.list, '[]'), 'history', coalesce(past.list, '[]')) as action
     from mine t
     left join risk k on k.organization_id = $1 and k.id = t.risk_id
     left join finding g on g.organization_id = $1 and g.id = t.finding_id
     left join steps on steps.action_id = t.id
     left join past on past.action_id = t.id
     order by t.due_sort, t.id`,
    [tx.organizationId, assessmentId],
  );
  return rows.map(({ action }) => action);
}
