import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { reminderTone } from './reminder-tone.js';

describe('how a reminder speaks', () => {
  it.each([
    ['2027-01-13', 'first', 60],
    ['2027-02-27', 'first', 15],
    ['2027-02-28', 'due-soon', 14],
    ['2027-03-13', 'due-soon', 1],
    ['2027-03-14', 'due-today', 0],
    ['2027-03-15', 'overdue', 1],
  ])('read on %s it is "%s" with %i days', (today, tone, days) => {
    expect(reminderTone(calendarDate('2027-03-14'), calendarDate(today))).toEqual({ tone, days });
  });
});
