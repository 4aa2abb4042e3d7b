import { Injectable } from '@nestjs/common';
import { currentContext } from '../../../platform/context/request-context.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import {
  askingOf,
  Packs,
  questionsOf,
  type Asking,
  type IndexedQuestion,
  type Questionnaire,
} from '../../compliance/index.js';
import { possibleAnswer } from '../domain/earlier-list/find-question.js';
import type { EvidenceView } from '../evidence.schemas.js';
import { answersTo, type StoredAnswer } from '../persistence/answer.repository.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { evidenceOfSubjects } from '../persistence/evidence.query.js';

interface Row extends IndexedQuestion {
  asking: Asking;
  answer: StoredAnswer | null;
  answeredOn: string | null;
  evidence: readonly EvidenceView[];
}

/**
 * Every question of an assessment with what was answered to it, as a file that can be filled in elsewhere and brought in
 * again: see `earlier-list/columns.ts` for the headings by which it is read.
 */
@Injectable()
export class ExportAnswers {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(assessmentId: string, format: TableFormat): Promise<TableFile> {
    const rows = await this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId);
      const questionnaire = await this.packs.questionnaire(pins.questionnairePack, pins.questionnaireVersion);
      const read = await rowsOf(tx, assessmentId, questionnaire);
      const answers = read.filter(({ answer, asking }) => answer && asking.state === 'asked').length;
      tx.audit.record({
        action: 'answer.exported',
        target: { type: 'answer', id: null },
        parent: { type: 'assessment', id: assessmentId },
        detail: { rows: read.length, answers, ...takenOut(format) },
      });
      return read;
    });
    return tableFile(format, { name: 'answers', columns: COLUMNS, batches: inOne(rows) });
  }
}

async function rowsOf(tx: ReadTx, assessmentId: string, questionnaire: Questionnaire): Promise<Row[]> {
  const questions = [...questionsOf(questionnaire).values()];
  const ids = questions.map(({ question }) => question.id);
  const answers = new Map(
    (await answersTo(tx, assessmentId, ids)).map((answer) => [answer.questionId, answer]),
  );
  const evidence = await evidenceOfSubjects(
    tx,
    'answer',
    [...answers.values()].map(({ id }) => id),
  );
  const given = new Map([...answers.values()].map(({ questionId, optionId }) => [questionId, optionId]));
  const asking = askingOf(questionnaire, given);
  const { timeZone } = currentContext();
  return questions.map((indexed) => {
    const answer = answers.get(indexed.question.id) ?? null;
    return {
      ...indexed,
      asking: asking.get(indexed.question.id)!,
      answer,
      // The day in the organization's zone, as the import reads it.
      answeredOn: answer && calendarDateIn(timeZone, answer.answeredAt),
      evidence: (answer && evidence.get(answer.id)) ?? [],
    };
  });
}

function askedWords(asking: Asking): string {
  if (asking.state === 'asked') return 'Yes';
  const { gate } = asking;
  return asking.state === 'waiting'
    ? `Not yet: ${gate.id} has no answer`
    : `No: ${gate.id} was answered “${asking.option.text}”`;
}

/** A set of questions is small enough to be one batch. */
async function* inOne(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows);
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { key: 'questionId', heading: 'Question id', value: ({ question }) => question.id },
  { key: 'section', heading: 'Section', value: ({ section }) => section.title },
  { key: 'question', heading: 'Question', value: ({ question }) => question.text },
  // An answer that was kept for a question that is not asked is told, too: it counts for nothing.
  { key: 'asked', heading: 'Asked', value: ({ asking }) => askedWords(asking) },
  {
    key: 'answer',
    heading: 'Answer',
    value: ({ answer, options }) => (answer ? (options.get(answer.optionId)?.text ?? answer.optionId) : null),
  },
  {
    key: 'standing',
    heading: 'Standing',
    value: ({ answer }) => answer?.standing ?? null,
    words: codeWords.standing,
  },
  { key: 'notes', heading: 'Notes', value: ({ answer }) => answer?.notes ?? null },
  { key: 'answeredBy', heading: 'Answered by', value: ({ answer }) => answer?.answeredBy.name ?? null },
  { key: 'answeredOn', heading: 'Answered on', value: ({ answeredOn }) => answeredOn },
  { key: 'citations', heading: 'Citations', value: ({ question }) => question.citations },
  {
    key: 'evidence',
    heading: 'Evidence',
    value: ({ evidence }) =>
      evidence
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map(({ title, file }) => (file ? `${title} (${file.name})` : title)),
  },
  {
    key: 'possibleAnswers',
    heading: 'Possible answers',
    value: ({ question }) => question.options.map(possibleAnswer),
  },
];
