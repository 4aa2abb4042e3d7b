import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import {
  askingOf,
  questionsOf,
  type Question,
  type QuestionIndex,
  type Questionnaire,
  type QuestionnaireSection,
  type QuestionOption,
} from '../../compliance/index.js';
import type { EarlierAnswer } from '../answer.schemas.js';
import { optionsOf, standingsOf } from '../persistence/answer-standings.js';
import { answersTo, type StoredAnswer } from '../persistence/answer.repository.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { earlierAnswersTo, type StoredEarlierAnswer } from '../persistence/earlier-answer.repository.js';

type AskedNow = ReadonlyMap<string, Question>;
type QuestionnaireOf = (pins: AssessmentPins) => Promise<Questionnaire>;

/** What was answered before to the questions of a section: in the analysis before this one, else in a file of an earlier year. */
export async function earlierAnswers(
  tx: ReadTx,
  pins: AssessmentPins,
  section: QuestionnaireSection,
  questionnaireOf: QuestionnaireOf,
): Promise<ReadonlyMap<string, EarlierAnswer>> {
  const now = new Map(section.questions.map((question) => [question.id, question]));
  return new Map([
    ...(await answersOfFiles(tx, pins, now)),
    ...(await answersOfPrevious(tx, pins, now, questionnaireOf)),
  ]);
}

/**
 * What the analysis before this one answered, in the words that were asked then. Another set asks other questions: then
 * there is nothing to show. Where this version words the option otherwise, it cannot be confirmed: nobody chose that.
 */
async function answersOfPrevious(
  tx: ReadTx,
  pins: AssessmentPins,
  now: AskedNow,
  questionnaireOf: QuestionnaireOf,
): Promise<[string, EarlierAnswer][]> {
  const before = await sameSetBefore(tx, pins, questionnaireOf);
  if (!before) return [];
  const { previous, asked, counted } = before;
  const answers = await answersTo(tx, previous.id, [...now.keys()]);
  return answers.flatMap((answer) => {
    const option = asked.get(answer.questionId)?.options.get(answer.optionId);
    if (!option || !counted.has(answer.questionId)) return [];
    const present = now.get(answer.questionId)!.options.find(({ id }) => id === option.id);
    const isSame = present?.text === option.text && present.standing === option.standing;
    return [[answer.questionId, earlierOf(answer, option, isSame, previous)]];
  });
}

/** The questions to which the analysis before this one shows an answer: it asked the same set. */
export async function previouslyAnsweredIds(
  tx: ReadTx,
  pins: AssessmentPins,
  questionnaireOf: QuestionnaireOf,
): Promise<ReadonlySet<string>> {
  return (await sameSetBefore(tx, pins, questionnaireOf))?.counted ?? new Set();
}

interface Before {
  previous: AssessmentPins;
  asked: QuestionIndex;
  /** What was answered and asked. What was kept there without being asked did not count, and nobody signed it. */
  counted: ReadonlySet<string>;
}

async function sameSetBefore(
  tx: ReadTx,
  { previousId, questionnairePack }: AssessmentPins,
  questionnaireOf: QuestionnaireOf,
): Promise<Before | null> {
  if (previousId === null) return null;
  const previous = await assessmentPins(tx, previousId);
  if (previous.questionnairePack !== questionnairePack) return null;
  const questionnaire = await questionnaireOf(previous);
  const given = optionsOf(await standingsOf(tx, previous.id));
  const asking = askingOf(questionnaire, given);
  const counted = new Set([...given.keys()].filter((id) => asking.get(id)?.state === 'asked'));
  return { previous, asked: questionsOf(questionnaire), counted };
}

/** A file's answers were matched with this very version of the set, which an analysis keeps: each can be confirmed. */
async function answersOfFiles(
  tx: ReadTx,
  pins: AssessmentPins,
  now: AskedNow,
): Promise<[string, EarlierAnswer][]> {
  const answers = await earlierAnswersTo(tx, pins.id, [...now.keys()]);
  return answers.flatMap((answer) => {
    const option = now.get(answer.questionId)!.options.find(({ id }) => id === answer.optionId);
    return option ? [[answer.questionId, ofFile(answer, option)]] : [];
  });
}

function earlierOf(
  answer: StoredAnswer,
  option: QuestionOption,
  confirmable: boolean,
  previous: AssessmentPins,
): EarlierAnswer {
  return {
    optionId: option.id,
    optionText: option.text,
    standing: option.standing,
    confirmable,
    notes: answer.notes,
    answeredBy: { id: typedId('member', answer.answeredBy.id), name: answer.answeredBy.name },
    answeredAt: answer.answeredAt.toISOString(),
    assessment: { id: typedId('assessment', previous.id), title: previous.title },
    file: null,
  };
}

function ofFile(answer: StoredEarlierAnswer, option: QuestionOption): EarlierAnswer {
  const { fileName, answeredOn, importedBy, importedAt, notes } = answer;
  return {
    optionId: option.id,
    optionText: option.text,
    standing: option.standing,
    confirmable: true,
    notes,
    answeredBy: null,
    answeredAt: null,
    assessment: null,
    file: { name: fileName, answeredOn, importedBy, importedAt },
  };
}
