import type { FieldErrors } from './risk.js';

/**
 * What can become of an addressable specification. 45 CFR 164.306(d)(3): it is put in place where that is reasonable
 * and appropriate; where it is not, the reason is written down, and an equivalent measure taken where that one is.
 */
export const ADDRESSABLE_DECISIONS = ['implemented', 'alternative', 'not-reasonable'] as const;
export type AddressableDecision = (typeof ADDRESSABLE_DECISIONS)[number];

export interface DecisionFields {
  decision: AddressableDecision;
  /** What is in place: the specification itself, or what stands in its stead. */
  measure: string;
  /** Why the specification as it is written is not reasonable and appropriate here. */
  reasoning: string;
}

const SHORTEST = 3;

/** What is wrong with a decision; empty when nothing is. */
export function refusalsOfDecision({ decision, measure, reasoning }: DecisionFields): FieldErrors {
  const errors: FieldErrors = {};
  if (decision !== 'implemented' && reasoning.trim().length < SHORTEST) {
    errors['reasoning'] = [
      decision === 'alternative'
        ? 'Write down why the specification as it stands does not fit here.'
        : 'Write down why it does not fit here, and why nothing like it does either.',
    ];
  }
  if (decision === 'alternative' && measure.trim().length < SHORTEST)
    errors['measure'] = ['Write down what you do instead.'];
  return errors;
}

/** How a question about the specification was answered. */
export type AnswerStanding = 'in-place' | 'partial' | 'gap' | 'unknown' | 'not-applicable';

/** Whether the answers alone say that it is in place: each of them does, and there is at least one. */
export function isAnsweredInPlace(answers: readonly (AnswerStanding | null)[]): boolean {
  return answers.length > 0 && answers.every((standing) => standing === 'in-place');
}

/** Decided as put in place, though an answer says that it is missing, or that nobody knows. */
export function isContradicted(
  decision: AddressableDecision | null,
  answers: readonly (AnswerStanding | null)[],
): boolean {
  return (
    decision === 'implemented' && answers.some((standing) => standing === 'gap' || standing === 'unknown')
  );
}
