import { DomainError } from '../../../platform/kernel/domain-error.js';

export type AssessmentStatus = 'draft' | 'in-review' | 'signed' | 'withdrawn';
export type AssessmentStep = 'submit' | 'return' | 'approve' | 'withdraw';

/**
 * What may happen to an analysis, and where it leads. A signed one stays as it is: next year's is a new
 * one. So does what was begun by mistake and withdrawn.
 */
const TRANSITIONS: Record<AssessmentStatus, Partial<Record<AssessmentStep, AssessmentStatus>>> = {
  draft: { submit: 'in-review', withdraw: 'withdrawn' },
  'in-review': { return: 'draft', approve: 'signed' },
  signed: {},
  withdrawn: {},
};

const REFUSALS: Record<AssessmentStatus, string> = {
  draft: 'This analysis is still being written. Submit it for review first.',
  'in-review': 'This analysis is in review. Return it to its authors first.',
  signed: 'This analysis is signed and stays as it is. Start a new one to record what has changed.',
  withdrawn: 'This analysis was withdrawn and stays as it is. Start a new one instead.',
};

/** Where the step leads; refuses a step that is not open in this state. */
export function nextStatus(status: AssessmentStatus, step: AssessmentStep): AssessmentStatus {
  const next = TRANSITIONS[status][step];
  if (!next) throw refusal(status);
  return next;
}

export function stepsFrom(status: AssessmentStatus): AssessmentStep[] {
  return Object.keys(TRANSITIONS[status]) as AssessmentStep[];
}

/** Answers, findings, risks, scope: all of it changes in a draft only. */
export function refuseUnlessDraft(status: AssessmentStatus): void {
  if (status !== 'draft') throw refusal(status);
}

function refusal(status: AssessmentStatus): DomainError {
  return new DomainError(`assessment.${status}`, 'conflict', REFUSALS[status]);
}
