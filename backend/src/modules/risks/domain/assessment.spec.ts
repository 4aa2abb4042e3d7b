import { describe, expect, it } from 'vitest';
import { allowedActions } from './assessment-actions.js';
import {
  nextStatus,
  refuseUnlessDraft,
  type AssessmentStatus,
  type AssessmentStep,
} from './assessment-status.js';
import { nextStep, type StepFacts } from './next-step.js';

const STATUSES: AssessmentStatus[] = ['draft', 'in-review', 'signed', 'withdrawn'];
const STEPS: AssessmentStep[] = ['submit', 'return', 'approve', 'withdraw'];
const ALLOWED: Record<string, AssessmentStatus> = {
  'draft submit': 'in-review',
  'draft withdraw': 'withdrawn',
  'in-review return': 'draft',
  'in-review approve': 'signed',
};

describe('the life of an assessment', () => {
  it.each(STATUSES.flatMap((status) => STEPS.map((step) => [status, step] as const)))(
    '%s, %s',
    (status, step) => {
      const next = ALLOWED[`${status} ${step}`];
      if (next) expect(nextStatus(status, step)).toBe(next);
      else expect(() => nextStatus(status, step)).toThrow();
    },
  );

  it('lets nothing in but into a draft', () => {
    expect(() => refuseUnlessDraft('draft')).not.toThrow();
    expect(() => refuseUnlessDraft('in-review')).toThrow('in review');
    expect(() => refuseUnlessDraft('signed')).toThrow('signed and stays as it is');
    expect(() => refuseUnlessDraft('withdrawn')).toThrow('withdrawn and stays as it is');
  });
});

describe('what a person may do', () => {
  const viewer = { memberId: 'me', writes: true, approves: true, exports: false };
  it('is to work on a draft', () => {
    expect(allowedActions({ status: 'draft', preparedBy: 'me', submittedBy: null }, viewer)).toEqual([
      'update',
      'answer',
      'submit',
      'withdraw',
    ]);
  });

  it.each([
    ['prepared', 'me', 'other'],
    ['submitted', 'other', 'me'],
  ])('is never to approve what they %s themselves', (_how, preparedBy, submittedBy) => {
    expect(allowedActions({ status: 'in-review', preparedBy, submittedBy }, viewer)).toEqual(['return']);
  });

  it('is to approve what somebody else prepared', () => {
    expect(allowedActions({ status: 'in-review', preparedBy: 'a', submittedBy: 'b' }, viewer)).toEqual([
      'return',
      'approve',
    ]);
  });

  it('is nothing once it is signed, but to take it out', () => {
    expect(
      allowedActions({ status: 'signed', preparedBy: 'a', submittedBy: 'b' }, { ...viewer, exports: true }),
    ).toEqual(['export']);
  });
});

describe('the next step', () => {
  const done: StepFacts = {
    status: 'draft',
    isCarriedOn: false,
    isReturned: false,
    scopeIsEmpty: false,
    unanswered: 0,
    risks: 3,
    risksToReview: 0,
    risksUnrated: 0,
    risksUndecided: 0,
    risksWithoutOwner: 0,
    risksUnplanned: 0,
    actionsOpen: 2,
    specificationsUndecided: 0,
    testsUnchecked: 0,
    mayApprove: false,
  };
  it.each([
    ['describe-scope', { scopeIsEmpty: true, unanswered: 125 }],
    ['answer-questions', { unanswered: 1, risks: 0 }],
    ['decide-proposals', { risks: 0 }],
    ['review-carried', { risksToReview: 1, risksUnrated: 1 }],
    ['rate-risks', { risksUnrated: 1, risksUndecided: 3 }],
    ['decide-treatment', { risksUndecided: 1 }],
    ['name-owners', { risksWithoutOwner: 1, risksUnplanned: 1 }],
    ['plan-actions', { risksUnplanned: 1 }],
    ['mend-returned', { isReturned: true, unanswered: 1 }],
    ['decide-specifications', { specificationsUndecided: 1 }],
    ['check-tests', { testsUnchecked: 1 }],
    ['submit', {}],
    ['wait-for-approval', { status: 'in-review' as const }],
    ['approve', { status: 'in-review' as const, mayApprove: true }],
    ['return-undecided', { status: 'in-review' as const, specificationsUndecided: 1 }],
    ['return-undecided', { status: 'in-review' as const, specificationsUndecided: 1, mayApprove: true }],
    ['plan-actions', { status: 'signed' as const, risksUnplanned: 2 }],
    ['follow-plan', { status: 'signed' as const }],
    ['carried-on', { status: 'signed' as const, isCarriedOn: true, risksUnplanned: 2 }],
    ['keep-current', { status: 'signed' as const, actionsOpen: 0 }],
  ])('is to %s', (expected, facts) => {
    expect(nextStep({ ...done, ...facts })).toBe(expected);
  });
});
