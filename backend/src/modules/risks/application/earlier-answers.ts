import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { Question, QuestionnaireSection } from '../../compliance/index.js';
import type { EarlierAnswer } from '../answer.schemas.js';
import { answersTo, type StoredAnswer } from '../persistence/answer.repository.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';

/**
 * What the analysis before this one answered to the questions of a section. Another set asks other questions, and an
 * option that this version no longer has cannot be confirmed: then there is nothing to show.
 */
export async function earlierAnswers(
  tx: ReadTx,
  pins: AssessmentPins,
  section: QuestionnaireSection,
): Promise<ReadonlyMap<string, EarlierAnswer>> {
  if (pins.previousId === null) return new Map();
  const previous = await assessmentPins(tx, pins.previousId);
  if (previous.questionnairePack !== pins.questionnairePack) return new Map();
  const questions = new Map(section.questions.map((question) => [question.id, question]));
  const answers = await answersTo(tx, previous.id, [...questions.keys()]);
  return new Map(
    answers.flatMap((answer) => {
      const earlier = earlierOf(answer, questions.get(answer.questionId)!, previous);
      return earlier ? [[answer.questionId, earlier] as const] : [];
    }),
  );
}

function earlierOf(answer: StoredAnswer, question: Question, previous: AssessmentPins): EarlierAnswer | null {
  const option = question.options.find(({ id }) => id === answer.optionId);
  if (!option) return null;
  return {
    optionId: option.id,
    optionText: option.text,
    standing: option.standing,
    notes: answer.notes,
    answeredBy: { id: typedId('member', answer.answeredBy.id), name: answer.answeredBy.name },
    answeredAt: answer.answeredAt.toISOString(),
    assessment: { id: typedId('assessment', previous.id), title: previous.title },
  };
}
