import { describe, expect, it } from 'vitest';
import { withdrawalObstacles, type WithdrawalFacts } from './withdrawal.js';

const nothing: WithdrawalFacts = {
  followedBy: null,
  changedRisks: [],
  changedActions: [],
  openActions: [],
  joinedRisks: [],
  lostRatings: [],
};

describe('what stands in the way of withdrawing a draft', () => {
  it('is nothing where all can go back as it came', () => {
    expect(withdrawalObstacles(nothing)).toEqual([]);
  });

  it.each<[string, Partial<WithdrawalFacts>, RegExp]>([
    ['an analysis that follows it', { followedBy: '2028' }, /^“2028” follows .* first\.$/],
    ['an action that is not finished', { openActions: [3] }, /A-3\. Cancel them/],
    [
      'what was changed since',
      { changedRisks: [4], changedActions: [7] },
      /R-4, A-7\. That work would be lost/,
    ],
    ['a changed action alone', { changedActions: [7] }, /since: A-7\./],
    ['what was joined', { joinedRisks: [1] }, /R-1\. They cannot be parted/],
    ['ratings that nobody kept', { lostRatings: [2] }, /ratings of R-2 were cleared/],
  ])('is %s', (_, facts, words) => {
    expect(withdrawalObstacles({ ...nothing, ...facts })).toEqual([expect.stringMatching(words)]);
  });

  it('names eight, and counts the rest', () => {
    const changedRisks = Array.from({ length: 10 }, (_, n) => n + 1);
    expect(withdrawalObstacles({ ...nothing, changedRisks })[0]).toContain('R-8 and 2 more.');
  });
});
