import { t } from '~/messages';
import type { Question } from './questionnaire';

type NamedQuestion = Pick<NonNullable<Question['gate']>, 'questionId' | 'sectionId' | 'number'>;

/** “question 4”, or with its section where that is another one than the page's. */
export function questionName({ questionId, sectionId, number }: NamedQuestion, ofSection: string): string {
  return t('gates.question', { name: sectionId === ofSection ? String(number) : questionId });
}

export function questionHref({ questionId, sectionId }: NamedQuestion, ofSection: string): string {
  return sectionId === ofSection ? `#${questionId}` : `../${sectionId}#${questionId}`;
}

/** Why a question is not asked, or what decides whether it is. */
export function notAskedWords(heldBy: NonNullable<Question['heldBy']>, ofSection: string): string {
  const question = questionName(heldBy, ofSection);
  return heldBy.optionText === null
    ? t('gates.waiting', { question })
    : t('gates.notAsked', { question, answer: heldBy.optionText });
}

/** How far each question of a section is set in: below its gate as long as nothing else stands between the two. */
export function indents(questions: readonly Question[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  questions.forEach(({ id, gate, depth }, place) => {
    const from = questions.findIndex((question) => question.id === gate?.questionId);
    const isBelow = from >= 0 && questions.slice(from + 1, place).every(({ depth: between }) => between > 0);
    found.set(id, isBelow ? depth : 0);
  });
  return found;
}
