import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { reviewDue } from './review-due.js';

describe('the review of an approved analysis', () => {
  it.each([
    ['2026-11-21', '2027-11-21'],
    ['2027-12-31', '2028-12-31'],
    ['2028-02-29', '2029-02-28'],
    ['2027-02-28', '2028-02-28'],
  ])('approved on %s is due on %s', (approvedOn, dueOn) => {
    expect(reviewDue(calendarDate(approvedOn))).toBe(dueOn);
  });
});
