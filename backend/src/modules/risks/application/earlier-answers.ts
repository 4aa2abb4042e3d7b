import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import {
  questionsOf,
  type Questionnaire,
  type QuestionnaireSection,
  type QuestionOption,
} from '../../compliance/index.js';
import type { EarlierAnswer } from '../answer.schemas.js';
import { answersTo, type StoredAnswer } from '../persistence/answer.repository.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';

/**
 * What the analysis before this one answered to the questions of a section, in the words that were asked then. Another
 * set asks other questions: then there is nothing to show. Where this version words the option otherwise, it cannot be
 * confirmed: nobody chose that.
 */
export async function earlierAnswers(
  tx: ReadTx,
  pins: AssessmentPins,
  section: QuestionnaireSection,
  questionnaireOf: (pins: AssessmentPins) => Promise<Questionnaire>,
): Promise<ReadonlyMap<string, EarlierAnswer>> {
  if (pins.previousId === null) return new Map();
  const previous = await assessmentPins(tx, pins.previousId);
  if (previous.questionnairePack !== pins.questionnairePack) return new Map();
  const asked = questionsOf(await questionnaireOf(previous));
  const now = new Map(section.questions.map((question) => [question.id, question]));
  const answers = await answersTo(tx, previous.id, [...now.keys()]);
  return new Map(
    answers.flatMap((answer) => {
      const option = asked.get(answer.questionId)?.options.get(answer.optionId);
      if (!option) return [];
      const present = now.get(answer.questionId)!.options.find(({ id }) => id === option.id);
      const isSame = present?.text === option.text && present.standing === option.standing;
      return [[answer.questionId, earlierOf(answer, option, isSame, previous)] as const];
    }),
  );
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
  };
}
