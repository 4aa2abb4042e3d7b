import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../platform/kernel/calendar-date.js';
import { waitsLong, weekOfWait } from './waiting-term.js';

const SINCE = calendarDate('2026-03-01');
const after = (days: number) => addDays(SINCE, days);

describe('what waits for a second person', () => {
  it('waits too long on the fifteenth day, not on the fourteenth', () => {
    expect([0, 14, 15, 400].map((days) => waitsLong(SINCE, after(days)))).toEqual([false, false, true, true]);
  });

  it('is reminded of once a week from then on', () => {
    const weeks = [14, 15, 21, 22, 28, 29].map((days) => weekOfWait(SINCE, after(days)));
    expect(weeks).toEqual([null, 0, 0, 1, 1, 2]);
  });
});
