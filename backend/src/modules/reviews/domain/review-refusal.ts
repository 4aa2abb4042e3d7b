import type { Outcome } from './record-kinds.js';

/** What became of each record that was chosen: none is passed over in silence. */
export const REVIEW_RESULTS = [
  'reviewed',
  'changed-meanwhile',
  'not-changed-yet',
  'ended',
  'not-allowed',
  'not-found',
] as const;
export type ReviewResult = (typeof REVIEW_RESULTS)[number];

/** What is known of a record at the moment of its review. */
export interface RecordToReview {
  version: number;
  /** Disposed of, ended or closed: nobody needs to look at it any more. */
  hasEnded: boolean;
  /** What the review before this one said; null: none stands. */
  lastOutcome: Outcome | null;
  /** It reads otherwise than at that review. */
  changedSince: boolean;
}

/** A change that was asked for is made before the record counts as right again: a second opinion alone does not end it. */
export function reviewResult(
  record: RecordToReview | undefined,
  seenVersion: number,
  outcome: Outcome,
): Exclude<ReviewResult, 'not-allowed'> {
  if (!record) return 'not-found';
  if (record.version !== seenVersion) return 'changed-meanwhile';
  if (record.hasEnded) return 'ended';
  if (outcome === 'still-right' && record.lastOutcome === 'needs-change' && !record.changedSince)
    return 'not-changed-yet';
  return 'reviewed';
}
