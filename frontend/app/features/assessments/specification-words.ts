import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type Specification = Reply<'/api/v1/assessments/{id}/specifications', 'get'>['items'][number];
export type AddressableDecision = NonNullable<Specification['decision']>['decision'];

export const ADDRESSABLE_DECISIONS = [
  'implemented',
  'alternative',
  'not-reasonable',
] as const satisfies readonly AddressableDecision[];

export const DECISION_TONE: Record<AddressableDecision, Tone> = {
  implemented: 'good',
  alternative: 'info',
  'not-reasonable': 'warn',
};

export const decisionWord = (decision: AddressableDecision) => t(`specifications.decision_${decision}`);

/** What the answers say of it, in few words. */
export function answersSay({ answers }: Pick<Specification, 'answers'>): string {
  if (answers.length === 0) return t('specifications.noQuestions');
  if (answers.every(({ standing }) => standing === null)) return t('specifications.notAnswered');
  const count = answers.filter(({ standing }) => standing === 'in-place').length;
  return t('specifications.answeredInPlace', { count, total: answers.length });
}

/** The next one in the order of the rule that nobody decided, from the first again after the last. */
export function nextUndecided(items: Specification[], from: Specification): Specification | null {
  const place = items.indexOf(from);
  const inOrder = [...items.slice(place + 1), ...items.slice(0, place)];
  return inOrder.find(({ decision }) => decision === null) ?? null;
}
