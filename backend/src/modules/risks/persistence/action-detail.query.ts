import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { ActionView } from '../action.schemas.js';
import { ACTION_RISK, DUE_TOO_EARLY, MONEY, overdueSql } from './action-list.query.js';
import { sqlId, sqlInstant, sqlMember } from './sql-ids.js';

/** An action as PostgreSQL builds it, with the ids that the rules ask for. */
export type ActionDetail = Omit<
  ActionView,
  'allowedActions' | 'evidence' | 'effects' | 'scale' | 'waitsFor' | 'waitedForBy'
> & {
  ownerUuid: string | null;
  completedByUuid: string | null;
};

const MILESTONES = `(select coalesce(jsonb_agg(jsonb_build_object('id', ${sqlId('milestone', 's.id')}, 'title', s.title,
    'dueOn', s.due_on, 'doneOn', s.done_on) order by s.due_on, s.id), '[]')
  from remediation_milestone s where s.organization_id = $1 and s.action_id = r.id)`;

const HISTORY = `(select coalesce(jsonb_agg(jsonb_build_object('transition', h.transition, 'from', h.from_status, 'to', h.to_status,
    'note', h.note, 'completedOn', h.completed_on, 'noEvidenceReason', h.no_evidence_reason, 'by', ${sqlMember('h.made_by')}, 'at', ${sqlInstant('h.made_at')}) order by h.id), '[]')
  from remediation_transition h where h.organization_id = $1 and h.action_id = r.id)`;

const DUE_MOVES = `(select coalesce(jsonb_agg(jsonb_build_object('from', h.from_on, 'to', h.to_on, 'reason', h.reason,
    'by', ${sqlMember('h.moved_by')}, 'at', ${sqlInstant('h.moved_at')}) order by h.id), '[]')
  from remediation_due_move h where h.organization_id = $1 and h.action_id = r.id)`;

const FINDING = `(select jsonb_build_object('id', ${sqlId('finding', 'g.id')}, 'title', g.title)
  from finding g where g.organization_id = $1 and g.id = r.finding_id)`;

const CARRIED = `(select jsonb_build_object('from', jsonb_build_object('id', ${sqlId('assessment', 'n.id')}, 'title', n.title),
    'at', ${sqlInstant('r.carried_at')})
  from assessment n where n.organization_id = $1 and n.id = r.carried_from)`;

const DETAIL = `jsonb_build_object(
  'id', ${sqlId('action', 'r.id')}, 'number', r.number, 'title', r.title, 'description', r.description,
  'assessment', jsonb_build_object('id', ${sqlId('assessment', 'm.id')}, 'title', m.title, 'status', m.status),
  'carried', ${CARRIED},
  'risk', ${ACTION_RISK}, 'finding', ${FINDING}, 'owner', ${sqlMember('r.owner_id')},
  'dueOn', r.due_on, 'overdue', coalesce(${overdueSql('$3')}, false),
  'dueTooEarly', ${DUE_TOO_EARLY}, 'status', r.status, 'statusReason', r.status_reason,
  'noEvidenceReason', r.no_evidence_reason,
  'completedOn', r.completed_on, 'completedBy', ${sqlMember('r.completed_by')},
  'validatedBy', ${sqlMember('r.validated_by')}, 'validatedAt', ${sqlInstant('r.validated_at')}, 'validationNote', r.validation_note)
  || jsonb_build_object(${MONEY}, 'milestones', ${MILESTONES}, 'history', ${HISTORY}, 'dueMoves', ${DUE_MOVES},
  'ownerUuid', r.owner_id, 'completedByUuid', r.completed_by,
  'createdAt', ${sqlInstant('r.created_at')}, 'updatedAt', ${sqlInstant('r.updated_at')}, 'version', r.version)`;

export async function actionDetail(tx: ReadTx, id: string): Promise<ActionDetail> {
  const [row] = await tx.query<{ detail: ActionDetail }>(
    `select ${DETAIL} as detail from remediation_action r
     join assessment m on m.organization_id = r.organization_id and m.id = r.assessment_id
     where r.organization_id = $1 and r.id = $2`,
    [tx.organizationId, id, tx.today],
  );
  if (!row) throw notFound('action');
  return row.detail;
}
