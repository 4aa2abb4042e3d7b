import { addYears, type CalendarDate } from '../../../platform/kernel/calendar-date.js';

/**
 * When an approved risk analysis is to be reviewed. 45 CFR 164.308(a)(8) asks for a periodic evaluation, and
 * 164.316(b)(2)(iii) for a periodic review of documentation; neither names an interval. One year is this product's
 * convention, not the rule's number: an organization that decides otherwise moves the date and writes down why.
 */
export function reviewDue(approvedOn: CalendarDate): CalendarDate {
  return addYears(approvedOn, 1);
}

export const REVIEW_CITATION = '45 CFR 164.308(a)(8), 164.316(b)(2)(iii)';
/** Says whose number the date comes from. */
export const REVIEW_RULE_VERSION = 'convention-1: one year after approval; the rule says periodic';
