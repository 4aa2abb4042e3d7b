import type { AssessmentStatus } from './assessment-status.js';

export type NextStep =
  | 'mend-returned'
  | 'describe-scope'
  | 'answer-questions'
  | 'decide-specifications'
  | 'decide-proposals'
  | 'review-carried'
  | 'rate-risks'
  | 'decide-treatment'
  | 'name-owners'
  | 'plan-actions'
  | 'check-tests'
  | 'submit'
  | 'return-undecided'
  | 'wait-for-approval'
  | 'approve'
  | 'follow-plan'
  | 'carried-on'
  | 'keep-current'
  | 'withdrawn';

export interface StepFacts {
  status: AssessmentStatus;
  /** Another analysis took over its register. */
  isCarriedOn: boolean;
  isReturned: boolean;
  scopeIsEmpty: boolean;
  unanswered: number;
  specificationsUndecided: number;
  risks: number;
  risksToReview: number;
  risksUnrated: number;
  risksUndecided: number;
  risksWithoutOwner: number;
  risksUnplanned: number;
  actionsOpen: number;
  testsUnchecked: number;
  mayApprove: boolean;
}

/**
 * The one thing to do next, in the order of the work: scope, questions, what is addressable, threats, what came from
 * last time, rating, decisions, plan, sign-off.
 */
export function nextStep(facts: StepFacts): NextStep {
  if (facts.status === 'withdrawn') return 'withdrawn';
  // Handed in before each addressable specification had its decision: nobody can sign it like this.
  if (facts.status === 'in-review' && facts.specificationsUndecided > 0) return 'return-undecided';
  if (facts.status === 'in-review') return facts.mayApprove ? 'approve' : 'wait-for-approval';
  if (facts.status === 'signed') {
    if (facts.isCarriedOn) return 'carried-on';
    if (facts.risksUnplanned > 0) return 'plan-actions';
    return facts.actionsOpen > 0 ? 'follow-plan' : 'keep-current';
  }
  if (facts.isReturned) return 'mend-returned';
  if (facts.scopeIsEmpty) return 'describe-scope';
  if (facts.unanswered > 0) return 'answer-questions';
  if (facts.specificationsUndecided > 0) return 'decide-specifications';
  if (facts.risks === 0) return 'decide-proposals';
  if (facts.risksToReview > 0) return 'review-carried';
  if (facts.risksUnrated > 0) return 'rate-risks';
  if (facts.risksUndecided > 0) return 'decide-treatment';
  if (facts.risksWithoutOwner > 0) return 'name-owners';
  if (facts.risksUnplanned > 0) return 'plan-actions';
  return facts.testsUnchecked > 0 ? 'check-tests' : 'submit';
}
