import { expect, it } from 'vitest';
import { reviewResult, type RecordToReview } from './review-refusal.js';

const record: RecordToReview = { version: 3, hasEnded: false, lastOutcome: null, changedSince: false };

it.each([
  ['never reviewed', record, 'still-right', 'reviewed'],
  ['reviewed a year ago', { ...record, lastOutcome: 'still-right' }, 'still-right', 'reviewed'],
  ['another version than was seen', { ...record, version: 4 }, 'still-right', 'changed-meanwhile'],
  ['ended', { ...record, hasEnded: true }, 'still-right', 'ended'],
  [
    'found wrong, and as it was',
    { ...record, lastOutcome: 'needs-change' },
    'still-right',
    'not-changed-yet',
  ],
  [
    'found wrong, and as it was, still wrong',
    { ...record, lastOutcome: 'needs-change' },
    'needs-change',
    'reviewed',
  ],
  [
    'found wrong, and changed',
    { ...record, lastOutcome: 'needs-change', changedSince: true },
    'still-right',
    'reviewed',
  ],
  ['gone', undefined, 'still-right', 'not-found'],
] as const)('a record that is %s', (_, found, outcome, result) => {
  expect(reviewResult(found, 3, outcome)).toBe(result);
});
