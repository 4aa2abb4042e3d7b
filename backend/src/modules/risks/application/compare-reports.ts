import { MOST_CHANGES, type ChangesView } from '../changes.schemas.js';
import { ratesAlike } from '../domain/carried-risk.js';
import {
  changesIn,
  fieldChanges,
  fieldsThatDiffer,
  type Changes,
  type FieldChange,
} from '../domain/changes.js';
import type { NewRecord } from '../../inventory/index.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import {
  assetKey,
  flowKey,
  inScope,
  type ComparableReport,
  type ComparedRisk,
  type Comparison,
  type LaterReport,
  type LeftOut,
} from './comparable-report.js';

type Question = AssessmentReport['sections'][number]['questions'][number] & { sectionId: string };
type AnswerChange = ChangesView['answers']['better']['items'][number];

/** One analysis against the one before it; of each list so many, and how many there are. */
export function compareReports(
  { before, after, leftOut }: Comparison,
  most = MOST_CHANGES,
): Omit<ChangesView, 'previous'> {
  const sameQuestions = before.assessment.questionnaire.pack === after.assessment.questionnaire.pack;
  return {
    sameQuestions,
    answers: answerChanges(
      sameQuestions ? questionsOf(before) : [],
      sameQuestions ? questionsOf(after) : [],
      most,
    ),
    assets: besides(
      leftOut.assets,
      inventoryChanges(inScope(before.assets), inScope(after.assets), {
        keyOf: assetKey,
        nameOf: nameOfAsset,
        most,
      }),
    ),
    dataFlows: besides(
      leftOut.dataFlows,
      inventoryChanges(before.dataFlows, after.dataFlows, {
        keyOf: flowKey,
        nameOf: ({ name }) => name,
        most,
      }),
    ),
    risks: besides(leftOut.risks, riskChanges(before, after, most)),
    specifications: specificationChanges(before, after, most),
  };
}

/** New ones that were not handed over come behind those that are listed. */
function besides<T extends { added: { count: number }; same: number }>(leftOut: LeftOut, changes: T): T {
  return {
    ...changes,
    added: { ...changes.added, count: changes.added.count + leftOut.added },
    same: changes.same + leftOut.same,
  };
}

function capped<T>(items: readonly T[], most: number): { count: number; items: T[] } {
  return { count: items.length, items: items.slice(0, most) };
}

function questionsOf({ sections }: Pick<ComparableReport, 'sections'>): Question[] {
  return sections.flatMap(({ id, questions }) =>
    questions.map((question) => ({ ...question, sectionId: id })),
  );
}

/** How good an answer is; what does not apply is as good as in place. */
const WORTH = { 'in-place': 2, 'not-applicable': 2, partial: 1, gap: 0, unknown: 0 } as const;

function answerChanges(before: Question[], after: Question[], most: number): ChangesView['answers'] {
  const answered = after.filter(({ answer }) => answer !== null);
  const { changed, added, same } = changesIn(
    before.filter(({ answer }) => answer !== null),
    answered,
    ({ id }) => id,
    (from, to) => from.answer!.optionText !== to.answer!.optionText,
  );
  const worth = ({ answer }: Question): number => WORTH[answer!.standing];
  const moved = (which: (step: number) => boolean): AnswerChange[] =>
    changed
      .filter(({ from, to }) => which(worth(to) - worth(from)))
      .map(({ from, to }) => answerChange(to, from));
  return {
    better: capped(
      moved((step) => step > 0),
      most,
    ),
    worse: capped(
      moved((step) => step < 0),
      most,
    ),
    other: capped(
      [...moved((step) => step === 0), ...added.map((question) => answerChange(question, null))],
      most,
    ),
    same,
    unanswered: after.filter(({ answer, notAsked }) => answer === null && !passedBy({ notAsked })).length,
    notAsked: capped(noLongerAsked(before, after), most),
  };
}

/** The answer that leads past a question; null where it is asked, or may still be. */
function passedBy({ notAsked }: Pick<Question, 'notAsked'>): string | null {
  return notAsked?.answer ? `“${notAsked.text}” ${notAsked.answer}` : null;
}

function noLongerAsked(before: Question[], after: Question[]): ChangesView['answers']['notAsked']['items'] {
  const old = new Map(before.map((question) => [question.id, question]));
  return after.flatMap((question) => {
    const [from, because] = [old.get(question.id), passedBy(question)];
    return from?.answer && because !== null ? [{ ...answerChange(question, from), because }] : [];
  });
}

function answerChange(to: Question, from: Question | null): AnswerChange {
  const given = (question: Question | null): AnswerChange['to'] =>
    question?.answer ? { optionText: question.answer.optionText, standing: question.answer.standing } : null;
  return { questionId: to.id, sectionId: to.sectionId, text: to.text, from: given(from), to: given(to) };
}

function nameOfAsset({ tag, name }: AssessmentReport['assets'][number]): string {
  return `${tag} ${name}`;
}

function inventoryChanges<T extends object>(
  before: readonly T[],
  after: readonly (T | NewRecord)[],
  { keyOf, nameOf, most }: { keyOf: (row: T) => string; nameOf: (row: T) => string; most: number },
): ChangesView['assets'] {
  const compared = after.filter((row): row is T => !('newName' in row));
  const { added, gone, changed, same } = changesIn(
    before,
    compared,
    keyOf,
    (from, to) => fieldsThatDiffer(from, to).length > 0,
  );
  const named = (row: T | NewRecord): { name: string } => ({
    name: 'newName' in row ? row.newName : nameOf(row),
  });
  const listed = capped(changed, most);
  return {
    added: capped(newOnes(after, compared, added).map(named), most),
    gone: capped(gone.map(named), most),
    changed: {
      count: listed.count,
      items: listed.items.map(({ from, to }) => changedRow(nameOf(to), fieldChanges(from, to))),
    },
    same,
  };
}

/** In their order those that were found to be new, and those that nobody had to compare. */
function newOnes<Row, Compared extends Row>(
  after: readonly Row[],
  compared: readonly Compared[],
  found: readonly Compared[],
): Row[] {
  const old = new Set<Row>(compared);
  for (const row of found) old.delete(row);
  return after.filter((row) => !old.has(row));
}

function changedRow(name: string, details: FieldChange[]): ChangesView['assets']['changed']['items'][number] {
  return { name, fields: details.map(({ field }) => field), details };
}

/**
 * A risk that was carried on is the same record. Else it is the same one when the same threat and weak point stand
 * against the same thing, or by its title.
 */
function riskKey(inBoth: ReadonlySet<string>): (risk: ComparedRisk) => string {
  return ({ id, ...risk }) => (inBoth.has(id) ? id : wordsKey(risk));
}

function wordsKey({ threat, vulnerability, subject, title }: Omit<ComparedRisk, 'id'>): string {
  return threat === null ? title.toLowerCase() : [threat, vulnerability, subject].join('|');
}

function riskChanges(before: ComparableReport, after: LaterReport, most: number): ChangesView['risks'] {
  const compared = after.risks.filter((risk): risk is ComparedRisk => !('isNew' in risk));
  const earlier = new Set(before.risks.map(({ id }) => id));
  const inBoth = new Set(compared.map(({ id }) => id).filter((id) => earlier.has(id)));
  const sameScale = ratesAlike(before.assessment.scale, after.assessment.scale);
  const { added, gone, changed, same }: Changes<ComparedRisk> = changesIn(
    before.risks.filter(isOpen),
    compared.filter(isOpen),
    riskKey(inBoth),
    // A level of one scale is none of another, also by the same name.
    ({ residual: from }, { residual: to }) =>
      sameScale ? (from?.level ?? null) !== (to?.level ?? null) : from !== null || to !== null,
  );
  const wordsBefore = levelWords(before);
  const wordsAfter = levelWords(after);
  const rowOf =
    (words: ReadonlyMap<string, string>) =>
    ({ number, title, residual }: Pick<ComparedRisk, 'number' | 'title' | 'residual'>) => ({
      number,
      title,
      level: levelOf(residual, words),
    });
  return {
    sameScale,
    added: capped(newOnes(after.risks, compared, added).map(rowOf(wordsAfter)), most),
    gone: capped(gone.map(rowOf(wordsBefore)), most),
    changed: capped(
      changed.map(({ from, to }) => ({
        number: to.number,
        title: to.title,
        from: levelOf(from.residual, wordsBefore),
        to: levelOf(to.residual, wordsAfter),
      })),
      most,
    ),
    same,
  };
}

function isOpen({ status }: ComparedRisk): boolean {
  return status !== 'closed';
}

function levelWords({ assessment }: Pick<ComparableReport, 'assessment'>): ReadonlyMap<string, string> {
  return new Map(assessment.scale.levels.map(({ id, label }) => [id, label]));
}

function levelOf(rating: ComparedRisk['residual'], words: ReadonlyMap<string, string>): string | null {
  return rating && (words.get(rating.level) ?? rating.level);
}

function specificationChanges(
  before: Pick<ComparableReport, 'specifications'>,
  after: Pick<ComparableReport, 'specifications'>,
  most: number,
): ChangesView['specifications'] {
  const { changed } = changesIn(
    before.specifications ?? [],
    after.specifications ?? [],
    ({ citation }) => citation,
    (from, to) => (from.decision?.decision ?? null) !== (to.decision?.decision ?? null),
  );
  return capped(
    changed.map(({ from, to }) => ({
      citation: to.citation,
      title: to.title,
      from: from.decision?.decision ?? null,
      to: to.decision?.decision ?? null,
    })),
    most,
  );
}
