import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { Standing } from '../../compliance/index.js';
import type { AssessmentStatus } from '../domain/assessment-status.js';
import type { FindingStatus } from '../domain/finding.js';
import type { StoredFinding } from './finding.repository.js';

export const answerNotes = encryptedColumn('answer', 'notes');

export interface StoredAnswer {
  id: string;
  questionId: string;
  optionId: string;
  standing: Standing;
  notes: string;
  answeredBy: { id: string; name: string };
  answeredAt: Date;
  version: number;
}

interface AnswerRow {
  id: string;
  question_id: string;
  option_id: string;
  standing: Standing;
  notes: Buffer | null;
  member_id: string;
  member_name: string;
  answered_at: Date;
  version: number;
}

/** Everything that saving an answer goes by, in one read. The assessment keeps its status until the transaction ends. */
export interface AnswerSituation {
  status: AssessmentStatus;
  questionnairePack: string;
  questionnaireVersion: string;
  answer: StoredAnswer | null;
  finding: StoredFinding | null;
  hasEvidence: boolean;
}

type SituationRow = Omit<AnswerSituation, 'answer' | 'finding'> & {
  answer_id: string | null;
  finding_id: string | null;
} & Omit<AnswerRow, 'id'> & {
    finding_status: StoredFinding['status'];
    finding_standing: StoredFinding['standing'];
    finding_title: string;
    finding_detail: string;
  };

export async function answerSituation(
  tx: ReadTx,
  assessmentId: string,
  questionId: string,
): Promise<AnswerSituation> {
  const [row] = await tx.query<SituationRow>(
    `select a.status, a.questionnaire_pack as "questionnairePack", a.questionnaire_version as "questionnaireVersion",
       w.id as answer_id, w.question_id, w.option_id, w.standing, w.notes, w.answered_by as member_id, p.name as member_name,
       w.answered_at, w.version,
       g.id as finding_id, g.status as finding_status, g.standing as finding_standing, g.title as finding_title, g.detail as finding_detail,
       exists (select 1 from evidence e where e.organization_id = $1 and e.subject_type = 'answer' and e.subject_id = w.id) as "hasEvidence"
     from assessment a
     left join answer w on w.organization_id = $1 and w.assessment_id = a.id and w.question_id = $3
     left join membership m on m.organization_id = $1 and m.id = w.answered_by
     left join person p on p.id = m.person_id
     left join finding g on g.organization_id = $1 and g.assessment_id = a.id and g.source = 'answer' and g.source_key = $3
     where a.organization_id = $1 and a.id = $2
     for share of a`,
    [tx.organizationId, assessmentId, questionId],
    'kept',
  );
  if (!row) throw notFound('assessment');
  const { status, questionnairePack, questionnaireVersion, hasEvidence } = row;
  return {
    status,
    questionnairePack,
    questionnaireVersion,
    hasEvidence,
    answer: row.answer_id ? stored(tx, { ...row, id: row.answer_id }) : null,
    finding: row.finding_id
      ? {
          id: row.finding_id,
          sourceKey: questionId,
          status: row.finding_status,
          standing: row.finding_standing,
          title: row.finding_title,
          detail: row.finding_detail,
        }
      : null,
  };
}

export interface AnswerEntry {
  id: string;
  assessmentId: string;
  questionId: string;
  optionId: string;
  standing: Standing;
  notes: string;
  answeredBy: string;
}

/** The first answer to a question; answers false when somebody else was first. */
export async function insertAnswer(tx: WriteTx, entry: AnswerEntry): Promise<boolean> {
  const rows = await tx.query(
    `insert into answer (organization_id, id, assessment_id, question_id, option_id, standing, notes, answered_by, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (organization_id, assessment_id, question_id) do nothing returning id`,
    [
      tx.organizationId,
      entry.id,
      entry.assessmentId,
      entry.questionId,
      entry.optionId,
      entry.standing,
      answerNotes.sealOrNull(tx, entry.id, entry.notes),
      entry.answeredBy,
      tx.now,
    ],
  );
  return rows.length === 1;
}

/** Changes an answer that still has the version that the person saw; answers false when it has another. */
export async function updateAnswer(tx: WriteTx, entry: AnswerEntry, seenVersion: number): Promise<boolean> {
  const rows = await tx.query(
    `update answer set option_id = $3, standing = $4, notes = $5, answered_by = $6, answered_at = $7, version = version + 1
     where organization_id = $1 and id = $2 and version = $8 returning id`,
    [
      tx.organizationId,
      entry.id,
      entry.optionId,
      entry.standing,
      answerNotes.sealOrNull(tx, entry.id, entry.notes),
      entry.answeredBy,
      tx.now,
      seenVersion,
    ],
    'kept',
  );
  return rows.length === 1;
}

export interface AnswerWithFinding extends StoredAnswer {
  finding: { id: string; status: FindingStatus } | null;
}

export async function answersTo(
  tx: ReadTx,
  assessmentId: string,
  questionIds: readonly string[],
): Promise<AnswerWithFinding[]> {
  const rows = await tx.query<AnswerRow & { finding_id: string | null; finding_status: FindingStatus }>(
    `select w.id, w.question_id, w.option_id, w.standing, w.notes, w.answered_by as member_id, p.name as member_name, w.answered_at,
       w.version, g.id as finding_id, g.status as finding_status
     from answer w
     join membership m on m.organization_id = w.organization_id and m.id = w.answered_by
     join person p on p.id = m.person_id
     left join finding g on g.organization_id = $1 and g.assessment_id = w.assessment_id and g.source = 'answer' and g.source_key = w.question_id
     where w.organization_id = $1 and w.assessment_id = $2 and w.question_id = any($3)`,
    [tx.organizationId, assessmentId, questionIds],
  );
  return rows.map((row) => ({
    ...stored(tx, row),
    finding: row.finding_id ? { id: row.finding_id, status: row.finding_status } : null,
  }));
}

function stored(tx: ReadTx, row: AnswerRow): StoredAnswer {
  return {
    id: row.id,
    questionId: row.question_id,
    optionId: row.option_id,
    standing: row.standing,
    notes: answerNotes.openOrNull(tx, row.id, row.notes) ?? '',
    answeredBy: { id: row.member_id, name: row.member_name },
    answeredAt: row.answered_at,
    version: row.version,
  };
}
