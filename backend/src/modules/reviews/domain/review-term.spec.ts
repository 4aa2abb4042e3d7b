import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../platform/kernel/calendar-date.js';
import { dueStateOn, reviewDueOn } from './review-term.js';

const day = calendarDate;

describe('when a record is to be looked at', () => {
  it.each([
    ['a year after it was entered', '2025-03-10', null, '2026-03-10'],
    [
      'a year after its last review',
      '2020-01-01',
      { on: '2025-06-30', outcome: 'still-right' },
      '2026-06-30',
    ],
    [
      '30 days after a change was found needed',
      '2020-01-01',
      { on: '2026-01-15', outcome: 'needs-change' },
      '2026-02-14',
    ],
    ['on February 28 after a leap day', '2024-02-29', null, '2025-02-28'],
    ['on March 1 after a March 1 before a leap day', '2023-03-01', null, '2024-03-01'],
    [
      '30 days later over a leap day',
      '2020-01-01',
      { on: '2024-02-10', outcome: 'needs-change' },
      '2024-03-11',
    ],
  ] as const)('is %s', (_, enteredOn, last, dueOn) => {
    expect(reviewDueOn(day(enteredOn), last && { ...last, on: day(last.on) })).toBe(dueOn);
  });

  it('is never sooner than a day after the look that it counts from, and a change never later than the yearly look', () => {
    for (let step = 0; step < 1_500; step += 1) {
      const on = addDays(day('2023-01-01'), step);
      const right = reviewDueOn(on, { on, outcome: 'still-right' });
      const needed = reviewDueOn(on, { on, outcome: 'needs-change' });
      expect(right).toBe(reviewDueOn(on, null));
      expect(needed > on && needed < right).toBe(true);
      expect([365, 366]).toContain((Date.parse(right) - Date.parse(on)) / 86_400_000);
    }
  });
});

describe('how near that is', () => {
  it.each([
    ['2026-05-31', 'overdue'],
    ['2026-06-01', 'due-soon'],
    ['2026-07-01', 'due-soon'],
    ['2026-07-02', 'not-due'],
  ])('due on %s it is %s on June 1', (dueOn, state) => {
    expect(dueStateOn(day(dueOn), day('2026-06-01'))).toBe(state);
  });
});
