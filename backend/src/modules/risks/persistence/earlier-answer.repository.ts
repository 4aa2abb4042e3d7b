import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { EarlierEntry } from '../domain/earlier-list/judge-earlier.js';
import { sqlInstant, sqlMember } from './sql-ids.js';

const earlierNotes = encryptedColumn('earlier_answer', 'notes');

export interface StoredEarlierAnswer {
  questionId: string;
  optionId: string;
  notes: string;
  fileName: string;
  answeredOn: CalendarDate | null;
  /** With the id as the API writes it. */
  importedBy: { id: string; name: string };
  importedAt: string;
}

/** What files brought in to these questions. */
export async function earlierAnswersTo(
  tx: ReadTx,
  assessmentId: string,
  questionIds: readonly string[],
): Promise<StoredEarlierAnswer[]> {
  type Row = Omit<StoredEarlierAnswer, 'notes'> & { id: string; notes: Buffer | null };
  const rows = await tx.query<Row>(
    `select e.id, e.question_id as "questionId", e.option_id as "optionId", e.notes, e.file_name as "fileName",
       e.answered_on::text as "answeredOn", ${sqlMember('e.imported_by')} as "importedBy", ${sqlInstant('e.imported_at')} as "importedAt"
     from earlier_answer e where e.organization_id = $1 and e.assessment_id = $2 and e.question_id = any($3)`,
    [tx.organizationId, assessmentId, questionIds],
  );
  return rows.map(({ id, notes, ...row }) => ({
    ...row,
    notes: earlierNotes.openOrNull(tx, id, notes) ?? '',
  }));
}

/** The questions that files brought an answer to. */
export async function earlierAnsweredIds(tx: ReadTx, assessmentId: string): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'select question_id as id from earlier_answer where organization_id = $1 and assessment_id = $2',
    [tx.organizationId, assessmentId],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface BroughtIn {
  fileName: string;
  answers: number;
  importedBy: { id: string; name: string };
  importedAt: string;
}

/** What files brought in, the newest first. Each question has one, so there are no more files than questions. */
export function broughtIn(tx: ReadTx, assessmentId: string): Promise<BroughtIn[]> {
  return tx.query<BroughtIn>(
    `select g.file_name as "fileName", g.answers, ${sqlMember('g.imported_by')} as "importedBy", ${sqlInstant('g.imported_at')} as "importedAt"
     from (select file_name, imported_by, imported_at, count(*)::int as answers from earlier_answer
       where organization_id = $1 and assessment_id = $2 group by file_name, imported_by, imported_at) g
     order by g.imported_at desc, g.file_name`,
    [tx.organizationId, assessmentId],
  );
}

interface EarlierFile {
  assessmentId: string;
  fileName: string;
  importedBy: string;
}

/** Keeps the entries of a file in the place of what an earlier one brought to the same questions; answers how many those were. */
export async function replaceEarlierAnswers(
  tx: WriteTx,
  { assessmentId, fileName, importedBy }: EarlierFile,
  entries: readonly EarlierEntry[],
): Promise<number> {
  const replaced = await tx.query(
    'delete from earlier_answer where organization_id = $1 and assessment_id = $2 and question_id = any($3) returning id',
    [tx.organizationId, assessmentId, entries.map(({ questionId }) => questionId)],
  );
  const rows = entries.map(({ questionId, option, notes, answeredOn }) => {
    const id = newId();
    const sealed = earlierNotes.sealOrNull(tx, id, notes)?.toString('base64') ?? null;
    return { id, questionId, optionId: option.id, standing: option.standing, notes: sealed, answeredOn };
  });
  await tx.query(
    `insert into earlier_answer (organization_id, id, assessment_id, question_id, option_id, standing, notes, file_name, answered_on,
       imported_by, imported_at)
     select $1, e.id, $2, e."questionId", e."optionId", e.standing, decode(e.notes, 'base64'), $4, e."answeredOn", $5, $6
     from jsonb_to_recordset($3::jsonb) as e (id uuid, "questionId" text, "optionId" text, standing text, notes text, "answeredOn" date)`,
    [tx.organizationId, assessmentId, JSON.stringify(rows), fileName, importedBy, tx.now],
  );
  return replaced.length;
}

/** Answers how many there were. */
export async function removeEarlierAnswers(tx: WriteTx, assessmentId: string): Promise<number> {
  const rows = await tx.query(
    'delete from earlier_answer where organization_id = $1 and assessment_id = $2 returning id',
    [tx.organizationId, assessmentId],
  );
  return rows.length;
}
