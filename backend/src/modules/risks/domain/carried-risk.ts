import type { AssessmentStatus } from './assessment-status.js';
import type { RatingScale, ScaleStep } from './rating-scale.js';

/** What a review of a carried risk found: the rating still holds, or it is another one now. */
export const REVIEW_OUTCOMES = ['confirmed', 'rated-anew'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Why the thing that a risk is about is not there any more, so that the risk may be closed. */
export const SUBJECT_ENDS = ['disposed', 'ended', 'excluded'] as const;
export type SubjectEnd = (typeof SUBJECT_ENDS)[number];

/** A scale as far as ratings go by it, also as a report printed it. */
export interface JudgingScale extends Pick<RatingScale, 'matrix'> {
  likelihood: readonly Pick<ScaleStep, 'id' | 'label' | 'meaning'>[];
  impact: readonly Pick<ScaleStep, 'id' | 'label' | 'meaning'>[];
  levels: readonly { id: string; label: string }[];
  own?: object | undefined;
}

/**
 * Whether two scales give the same levels to the same steps: then a rating by one holds on the other. What an
 * organization means by its own steps is in their words alone, so there the words have to be the same, too.
 */
export function ratesAlike(one: JudgingScale, other: JudgingScale): boolean {
  const byWords = one.own !== undefined || other.own !== undefined;
  const sameWords = JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other));
  return JSON.stringify(meaningOf(one)) === JSON.stringify(meaningOf(other)) && (!byWords || sameWords);
}

function wordsOf({ likelihood, impact, levels }: JudgingScale): unknown {
  const words = (steps: JudgingScale['likelihood']) => steps.map(({ label, meaning }) => [label, meaning]);
  return [words(likelihood), words(impact), levels.map(({ label }) => label)];
}

function meaningOf({ likelihood, impact, levels, matrix }: JudgingScale): unknown {
  return [
    impact.map(({ id }) => id),
    levels.map(({ id }) => id),
    likelihood.map(({ id: row }) => [row, impact.map(({ id: column }) => matrix[row]?.[column] ?? null)]),
  ];
}

/** A risk in its analysis, as far as its review goes by it. */
export interface ReviewStanding {
  assessmentStatus: AssessmentStatus;
  isCarried: boolean;
  isReviewed: boolean;
  isClosed: boolean;
  isRated: boolean;
}

export type ReviewRefusal = 'not-in-work' | 'nothing-to-review' | 'not-rated';

/**
 * Why nobody can confirm the rating now; null when somebody can. What was rated by another scale came without a rating
 * and is rated anew instead.
 */
export function reviewRefusal(standing: ReviewStanding): ReviewRefusal | null {
  if (!standing.isCarried || standing.isReviewed || standing.isClosed) return 'nothing-to-review';
  if (standing.assessmentStatus !== 'draft') return 'not-in-work';
  return standing.isRated ? null : 'not-rated';
}
