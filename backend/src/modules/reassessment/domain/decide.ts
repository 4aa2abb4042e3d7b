import { SHORTEST_REASON, type Decision } from './change-kinds.js';

/** How analyses stand on the day of a decision. */
export interface Standing {
  /** An analysis is signed: before the first one there is nothing to begin anew. */
  isSigned: boolean;
  /** Ids of those that are being written. */
  drafts: readonly string[];
  /** One waits for its approval. */
  inReview: boolean;
}

type Field = 'decision' | 'reason' | 'assessmentId';

/** Why it cannot be decided so, by field; empty: it can. */
export function decisionProblems(
  decision: Decision,
  { reason, assessmentId }: { reason: string; assessmentId: string | null },
  standing: Standing,
): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {};
  if (decision !== 'taken-in' && reason.length < SHORTEST_REASON)
    problems.reason = `Write down why, in a sentence: at least ${SHORTEST_REASON} characters.`;
  if (decision === 'taken-in' && (assessmentId === null || !standing.drafts.includes(assessmentId)))
    problems.assessmentId = 'Choose an analysis that is being written.';
  if (decision !== 'taken-in' && assessmentId !== null)
    problems.assessmentId = 'An analysis belongs here only when the change is taken into it.';
  if (decision === 'reassess' && !standing.isSigned)
    problems.decision = 'No analysis is signed yet: the first one covers this.';
  else if (decision === 'reassess' && (standing.drafts.length > 0 || standing.inReview))
    problems.decision = standing.inReview
      ? 'An analysis waits for its approval. Decide this when it is signed or returned.'
      : 'An analysis is being written already: take the change into it.';
  return problems;
}
