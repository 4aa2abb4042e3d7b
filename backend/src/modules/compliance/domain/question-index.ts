import type { Question, Questionnaire, QuestionnaireSection, QuestionOption } from './questionnaire.js';

export interface IndexedQuestion {
  question: Question;
  section: QuestionnaireSection;
  options: ReadonlyMap<string, QuestionOption>;
}

export type QuestionIndex = ReadonlyMap<string, IndexedQuestion>;

// Questionnaires never change once they are loaded, so each is indexed once.
const indexes = new WeakMap<Questionnaire, QuestionIndex>();

export function questionsOf(questionnaire: Questionnaire): QuestionIndex {
  let index = indexes.get(questionnaire);
  if (!index) {
    index = new Map(
      questionnaire.sections.flatMap((section) =>
        section.questions.map((question) => [
          question.id,
          { question, section, options: new Map(question.options.map((option) => [option.id, option])) },
        ]),
      ),
    );
    indexes.set(questionnaire, index);
  }
  return index;
}
