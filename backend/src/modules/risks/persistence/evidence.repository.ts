import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { AssessmentStatus } from '../domain/assessment-status.js';
import { evidenceNote, type EvidenceSubject } from './evidence.query.js';
import { sqlInstant } from './sql-ids.js';

export interface NewEvidence {
  subject: EvidenceSubject;
  subjectId: string;
  assessmentId: string;
  title: string;
  note: string;
  fileId: string | null;
  addedBy: string;
}

/** Adds a row; none is ever overwritten. */
export async function insertEvidence(tx: WriteTx, evidence: NewEvidence): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into evidence (organization_id, id, subject_type, subject_id, assessment_id, title, note, file_id, added_by, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.organizationId,
      id,
      evidence.subject,
      evidence.subjectId,
      evidence.assessmentId,
      evidence.title,
      evidenceNote.sealOrNull(tx, id, evidence.note),
      evidence.fileId,
      evidence.addedBy,
      tx.now,
    ],
  );
  return id;
}

/** What shows that an action was done goes where the action goes. */
export async function moveEvidenceOfAction(
  tx: WriteTx,
  actionId: string,
  assessmentId: string,
): Promise<void> {
  await tx.query(
    `update evidence set assessment_id = $3
     where organization_id = $1 and subject_type = 'remediation-action' and subject_id = $2`,
    [tx.organizationId, actionId, assessmentId],
  );
}

/** Whether something stands that was not withdrawn. */
export async function hasEvidence(tx: ReadTx, subject: EvidenceSubject, subjectId: string): Promise<boolean> {
  const [row] = await tx.query<{ found: boolean }>(
    `select exists (select 1 from evidence
       where organization_id = $1 and subject_type = $2 and subject_id = $3 and withdrawn_at is null) as found`,
    [tx.organizationId, subject, subjectId],
  );
  return row!.found;
}

/** Whether the action waits to be checked with neither evidence nor a reason why there is none. Nobody moves it meanwhile. */
export async function isDoneUnshown(tx: WriteTx, actionId: string): Promise<boolean> {
  const [action] = await tx.query<{ unexplained: boolean }>(
    `select status = 'done' and no_evidence_reason = '' as unexplained from remediation_action
     where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, actionId],
  );
  return action!.unexplained && !(await hasEvidence(tx, 'remediation-action', actionId));
}

export interface EvidencePlace {
  id: string;
  subject: EvidenceSubject;
  subjectId: string;
  assessmentId: string;
  assessmentStatus: AssessmentStatus;
  /** Who owns the action that it belongs to; null for answers and decisions. */
  actionOwnerId: string | null;
  fileId: string | null;
  isWithdrawn: boolean;
}

/** Where a piece of evidence belongs. With `hold`, the assessment keeps its status until the transaction ends. */
export async function evidencePlace(tx: ReadTx, id: string, hold = false): Promise<EvidencePlace> {
  const [row] = await tx.query<EvidencePlace>(
    `select e.id, e.subject_type as subject, e.subject_id as "subjectId", e.assessment_id as "assessmentId", a.status as "assessmentStatus",
       t.owner_id as "actionOwnerId", e.file_id as "fileId", e.withdrawn_at is not null as "isWithdrawn"
     from evidence e
     join assessment a on a.organization_id = e.organization_id and a.id = e.assessment_id
     left join remediation_action t on t.organization_id = e.organization_id and e.subject_type = 'remediation-action' and t.id = e.subject_id
     where e.organization_id = $1 and e.id = $2 ${hold ? 'for share of a' : ''}`,
    [tx.organizationId, id],
  );
  if (!row) throw notFound('evidence');
  return row;
}

/** Marks it as withdrawn; answers false when somebody else did so before. */
export async function markWithdrawn(tx: WriteTx, id: string, reason: string): Promise<boolean> {
  const rows = await tx.query(
    `update evidence set withdrawn_at = $3, withdrawn_reason = $4
     where organization_id = $1 and id = $2 and withdrawn_at is null returning id`,
    [tx.organizationId, id, tx.now, reason],
  );
  return rows.length === 1;
}

/** The evidence of a decision that still counts, once more for the one that confirms it: same words, same file, same day. */
export async function carryEvidence(
  tx: WriteTx,
  fromDecisionId: string,
  to: { decisionId: string; assessmentId: string },
): Promise<{ id: string; fromId: string }[]> {
  type Row = {
    id: string;
    title: string;
    note: Buffer | null;
    fileId: string | null;
    by: string;
    at: string;
  };
  const rows = await tx.query<Row>(
    `select e.id, e.title, e.note, e.file_id as "fileId", e.added_by as by, ${sqlInstant('e.added_at')} as at from evidence e
     where e.organization_id = $1 and e.subject_type = 'addressable-decision' and e.subject_id = $2 and e.withdrawn_at is null
     order by e.id`,
    [tx.organizationId, fromDecisionId],
  );
  const carried = rows.map(({ id: fromId, note, ...row }) => {
    const id = newId();
    const words = evidenceNote.openOrNull(tx, fromId, note) ?? '';
    return { ...row, id, fromId, note: evidenceNote.sealOrNull(tx, id, words)?.toString('base64') ?? null };
  });
  if (carried.length === 0) return [];
  await tx.query(
    `insert into evidence (organization_id, id, subject_type, subject_id, assessment_id, title, note, file_id, added_by, added_at, carried_from)
     select $1, e.id, 'addressable-decision', $2, $3, e.title, decode(e.note, 'base64'), e."fileId", e.by, e.at, e."fromId"
     from jsonb_to_recordset($4::jsonb) as e (id uuid, title text, note text, "fileId" uuid, by uuid, at timestamptz, "fromId" uuid)`,
    [tx.organizationId, to.decisionId, to.assessmentId, JSON.stringify(carried)],
  );
  return carried.map(({ id, fromId }) => ({ id, fromId }));
}

interface Place {
  assessmentId: string;
  status: AssessmentStatus;
}

export const answerPlace = (tx: ReadTx, answerId: string) => placeOf(tx, 'answer', answerId);
export const decisionPlace = (tx: ReadTx, decisionId: string) =>
  placeOf(tx, 'addressable_decision', decisionId);

/** The analysis of what is shown, which nobody signs meanwhile. */
async function placeOf(tx: ReadTx, table: 'answer' | 'addressable_decision', id: string): Promise<Place> {
  const [row] = await tx.query<Place>(
    `select s.assessment_id as "assessmentId", a.status from ${table} s
     join assessment a on a.organization_id = s.organization_id and a.id = s.assessment_id
     where s.organization_id = $1 and s.id = $2 for share of a`,
    [tx.organizationId, id],
  );
  if (!row) throw notFound(table.replace('_', '-'));
  return row;
}
