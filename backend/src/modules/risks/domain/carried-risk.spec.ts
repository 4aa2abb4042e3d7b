import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { ratesAlike, reviewRefusal, type ReviewStanding } from './carried-risk.js';
import type { RatingScale } from './rating-scale.js';

const step = (id: string) => ({ id, label: id, value: 1, meaning: '' });
const level = (id: string) => ({ id, label: id, meaning: '', responseGuide: '' });
const SCALE: RatingScale = {
  id: 'two',
  title: 'Two',
  likelihood: [step('seldom'), step('often')],
  impact: [step('small'), step('big')],
  levels: [level('low'), level('high')],
  matrix: { seldom: { small: 'low', big: 'low' }, often: { small: 'low', big: 'high' } },
};

describe('a rating that moves on with its risk', () => {
  it('holds where the other scale says the same, whatever it is called', () => {
    const renamed = { ...SCALE, id: 'other', title: 'Renamed' };
    expect(ratesAlike(SCALE, renamed)).toBe(true);
    // In which order a pack writes its matrix says nothing.
    const { seldom, often } = SCALE.matrix;
    expect(ratesAlike(SCALE, { ...SCALE, matrix: { often: often!, seldom: seldom! } })).toBe(true);
  });

  it.each<[string, Partial<RatingScale>]>([
    ['another step', { likelihood: [step('seldom'), step('always')] }],
    ['one level more', { levels: [level('low'), level('high'), level('highest')] }],
    ['another order of levels', { levels: [level('high'), level('low')] }],
    ['another level for a pair', { matrix: { ...SCALE.matrix, seldom: { small: 'low', big: 'high' } } }],
  ])('does not hold with %s', (_, change) => {
    expect(ratesAlike(SCALE, { ...SCALE, ...change })).toBe(false);
  });
});

describe('a rating by an own scale', () => {
  const own = { number: 1, reason: 'Ours', adoptedBy: 'Ana', adoptedOn: calendarDate('2026-01-05') };
  const said = (meaning: string): RatingScale => ({
    ...SCALE,
    own,
    likelihood: [{ ...step('seldom'), meaning }, step('often')],
  });

  it('holds in the next version only while the words are the same', () => {
    const next = { ...said('Once in ten years'), id: 'other', own: { ...own, number: 2 } };
    expect(ratesAlike(said('Once in ten years'), next)).toBe(true);
    expect(ratesAlike(said('Once a year'), next)).toBe(false);
    const renamed = { ...next, levels: [level('low'), { ...level('high'), label: 'Worst' }] };
    expect(ratesAlike(said('Once in ten years'), renamed)).toBe(false);
  });

  it('by the same ids in other words is none by a scale of a pack', () => {
    expect(ratesAlike(SCALE, said('Once a year'))).toBe(false);
  });
});

describe('the review of a carried risk', () => {
  const waiting: ReviewStanding = {
    assessmentStatus: 'draft',
    isCarried: true,
    isReviewed: false,
    isClosed: false,
    isRated: true,
  };

  it('confirms what waits', () => {
    expect(reviewRefusal(waiting)).toBeNull();
  });

  it.each<[Partial<ReviewStanding>, string]>([
    [{ isCarried: false }, 'nothing-to-review'],
    [{ isReviewed: true }, 'nothing-to-review'],
    [{ isClosed: true }, 'nothing-to-review'],
    [{ assessmentStatus: 'in-review' }, 'not-in-work'],
    [{ assessmentStatus: 'signed' }, 'not-in-work'],
    [{ isRated: false }, 'not-rated'],
  ])('%j is refused: %s', (change, refusal) => {
    expect(reviewRefusal({ ...waiting, ...change })).toBe(refusal);
  });
});
