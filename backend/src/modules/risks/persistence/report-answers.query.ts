import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { storedFileName } from '../../../platform/files/stored-files.js';
import { answerNotes } from './answer.repository.js';
import { CARRIED_FROM, evidenceNote } from './evidence.query.js';
import { sqlInstant } from './sql-ids.js';

export interface ReportedAnswer {
  id: string;
  questionId: string;
  optionId: string;
  standing: 'in-place' | 'partial' | 'gap' | 'unknown' | 'not-applicable';
  notes: string;
  answeredBy: string;
  answeredAt: string;
}

export async function reportAnswers(tx: ReadTx, assessmentId: string): Promise<ReportedAnswer[]> {
  const rows = await tx.query<Omit<ReportedAnswer, 'notes'> & { notes: Buffer | null }>(
    `select w.id, w.question_id as "questionId", w.option_id as "optionId", w.standing, w.notes, w.answered_by as "answeredBy",
       ${sqlInstant('w.answered_at')} as "answeredAt"
     from answer w where w.organization_id = $1 and w.assessment_id = $2`,
    [tx.organizationId, assessmentId],
  );
  return rows.map((row) => ({ ...row, notes: answerNotes.openOrNull(tx, row.id, row.notes) ?? '' }));
}

export interface ReportedEvidence {
  subjectId: string;
  title: string;
  note: string;
  fileName: string | null;
  sha256: string | null;
  addedBy: string;
  addedAt: string;
  withdrawnAt: string | null;
  withdrawnReason: string;
  carriedFrom: string | null;
}

/** The evidence of an assessment, for answers, decisions and actions, by what it shows; the oldest first. */
export async function reportEvidence(
  tx: ReadTx,
  assessmentId: string,
): Promise<Map<string, ReportedEvidence[]>> {
  type Row = Omit<ReportedEvidence, 'note' | 'fileName'> & {
    id: string;
    note: Buffer | null;
    fileId: string | null;
    fileName: Buffer | null;
  };
  const rows = await tx.query<Row>(
    `select e.id, e.subject_id as "subjectId", e.title, e.note, e.added_by as "addedBy", ${sqlInstant('e.added_at')} as "addedAt",
       ${sqlInstant('e.withdrawn_at')} as "withdrawnAt", coalesce(e.withdrawn_reason, '') as "withdrawnReason",
       ${CARRIED_FROM} as "carriedFrom", f.id as "fileId", f.name as "fileName", encode(f.sha256, 'hex') as sha256
     from evidence e left join stored_file f on f.organization_id = e.organization_id and f.id = e.file_id
     where e.organization_id = $1 and e.assessment_id = $2 order by e.id`,
    [tx.organizationId, assessmentId],
  );
  const bySubject = new Map<string, ReportedEvidence[]>();
  for (const { id, note, fileId, fileName: name, ...row } of rows) {
    const evidence = {
      ...row,
      note: evidenceNote.openOrNull(tx, id, note) ?? '',
      fileName: fileId ? fileNameOf(tx, fileId, name) : null,
    };
    const known = bySubject.get(row.subjectId);
    if (known) known.push(evidence);
    else bySubject.set(row.subjectId, [evidence]);
  }
  return bySubject;
}

function fileNameOf(tx: ReadTx, fileId: string, name: Buffer | null): string {
  return storedFileName.openOrNull(tx, fileId, name) ?? '';
}
