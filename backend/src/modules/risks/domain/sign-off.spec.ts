import { describe, expect, it } from 'vitest';
import { missingForSubmission, warningsBeforeSubmission, type SignOffFacts } from './sign-off.js';

const complete = (changes: Partial<SignOffFacts> = {}): SignOffFacts => ({
  scope: 'All ePHI',
  assetsInScope: 3,
  sections: [{ id: 'S1', title: 'Know your risks', unanswered: [] }],
  risks: 2,
  toReview: [],
  unrated: [],
  undecided: [],
  withoutOwner: [],
  withoutAction: [],
  acceptedWithoutApproval: [],
  acceptedHighest: [],
  worseWithSafeguards: [],
  withoutSafeguards: [],
  withoutRatingReason: [],
  undecidedSpecifications: [],
  contradictedSpecifications: [],
  undecidedProposals: 0,
  openFindings: 0,
  moved: null,
  tests: [{ id: 'scope', title: 'Scope', met: true }],
  ...changes,
});

describe('before an analysis is submitted', () => {
  it('nothing is missing when all is there', () => {
    expect(missingForSubmission(complete())).toEqual({});
    expect(warningsBeforeSubmission(complete())).toEqual([]);
  });

  it.each<[string, Partial<SignOffFacts>, string]>([
    ['no scope', { scope: ' \n ' }, 'scope'],
    ['no asset', { assetsInScope: 0 }, 'assets'],
    [
      'an unanswered question',
      { sections: [{ id: 'S3', title: 'People', unanswered: ['S3-Q1'] }] },
      'sections.S3',
    ],
    ['an undecided specification', { undecidedSpecifications: ['164.312(a)(2)(iv)'] }, 'specifications'],
    ['no risk', { risks: 0 }, 'risks'],
    ['a carried risk that nobody reviewed', { toReview: [7] }, 'risks.review'],
    ['an unrated risk', { unrated: [7] }, 'risks.rating'],
    ['an undecided risk', { undecided: [7] }, 'risks.treatment'],
    ['a risk without owner', { withoutOwner: [7] }, 'risks.ownerId'],
    ['an unanswered test', { tests: [{ id: 'scope', title: 'Scope', met: null }] }, 'checklist.scope'],
    ['a test answered with no', { tests: [{ id: 'scope', title: 'Scope', met: false }] }, 'checklist.scope'],
  ])('%s is named by its field', (_what, changes, field) => {
    expect(Object.keys(missingForSubmission(complete(changes)))).toEqual([field]);
  });

  it('everything is named at once', () => {
    const missing = missingForSubmission(
      complete({ scope: '', risks: 0, tests: [{ id: 'scope', title: 'Scope', met: null }] }),
    );
    expect(Object.keys(missing)).toEqual(['scope', 'risks', 'checklist.scope']);
  });

  it('a decision that an answer speaks against is a warning, and nothing is missing', () => {
    const facts = complete({ contradictedSpecifications: ['164.312(a)(2)(iv)'] });
    expect(missingForSubmission(facts)).toEqual({});
    expect(warningsBeforeSubmission(facts)).toEqual([
      'Decided as put in place, though an answer says that it is missing or not known: 164.312(a)(2)(iv).',
    ]);
  });

  it('long lists are cut', () => {
    const [message] = missingForSubmission(
      complete({ unrated: Array.from({ length: 20 }, (_, n) => n + 1) }),
    )['risks.rating']!;
    expect(message).toMatch(/R-1, .*R-8 and 12 more/);
  });

  it('undecided proposals, open findings and unplanned risks are warnings only', () => {
    const facts = complete({ undecidedProposals: 4, openFindings: 1, withoutAction: [3] });
    expect(missingForSubmission(facts)).toEqual({});
    expect(warningsBeforeSubmission(facts)).toHaveLength(3);
  });

  it('a yes to the test of threats is held against the threats that nobody decided', () => {
    const tests = [{ id: 'threats-and-vulnerabilities', title: 'Threats and vulnerabilities', met: true }];
    expect(warningsBeforeSubmission(complete({ undecidedProposals: 91_688, tests }))).toEqual([
      '91,688 proposed threats are neither accepted nor turned down, and the test “Threats and vulnerabilities” is answered with yes.',
    ]);
  });

  it('a yes is held against risks without a word on safeguards or on the rating', () => {
    const tests = [
      { id: 'current-measures', title: 'Current measures', met: true },
      { id: 'likelihood-and-impact', title: 'Likelihood and impact', met: true },
    ];
    const facts = complete({ withoutSafeguards: [1, 2], withoutRatingReason: [2], tests });
    expect(warningsBeforeSubmission(facts)).toEqual([
      'Nothing is written about what protects against R-1, R-2, and the test “Current measures” is answered with yes.',
      'Rated without a reason: R-2, and the test “Likelihood and impact” is answered with yes.',
    ]);
  });

  it('what the scale advises against, and what makes no sense, is named', () => {
    const facts = complete({ acceptedHighest: [20], worseWithSafeguards: [20, 21] });
    expect(missingForSubmission(facts)).toEqual({});
    expect(warningsBeforeSubmission(facts)).toEqual([
      'Accepted, although what remains is of the highest level: R-20. The scale advises against it.',
      'Rated higher with safeguards than without them: R-20, R-21. That is rarely meant.',
    ]);
  });
});
