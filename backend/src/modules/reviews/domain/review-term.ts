import { addDays, addYears, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { Outcome } from './record-kinds.js';

/**
 * How long a review holds. 45 CFR 164.308(a)(8) asks for a periodic evaluation, and 164.316(b)(2)(iii) for a periodic
 * review of documentation; neither names an interval. One year is this product's convention, as for the analysis as a
 * whole, and so are the 30 days for what was found to need a change.
 */
export const REVIEW_YEARS = 1;
export const CHANGE_DAYS = 30;
/** As long before it is due a record is named to those who look after it. */
export const AHEAD_DAYS = 30;

export const RECORD_REVIEW_CITATION = '45 CFR 164.308(a)(8), 164.316(b)(2)(iii)';
/** Says whose number the date comes from. */
export const RECORD_REVIEW_RULE =
  'convention-1: one year after the last review, 30 days after one that found a change needed; the rule says periodic';

export interface LastReview {
  on: CalendarDate;
  outcome: Outcome;
}

/** The day on which a record is due: counted from its last review, or from its entry where there was none. */
export function reviewDueOn(enteredOn: CalendarDate, last: LastReview | null): CalendarDate {
  if (last?.outcome === 'needs-change') return addDays(last.on, CHANGE_DAYS);
  return addYears(last?.on ?? enteredOn, REVIEW_YEARS);
}

export const DUE_STATES = ['overdue', 'due-soon', 'not-due'] as const;
export type DueState = (typeof DUE_STATES)[number];

export function dueStateOn(dueOn: CalendarDate, today: CalendarDate): DueState {
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, AHEAD_DAYS) ? 'due-soon' : 'not-due';
}
