import { addDays, type CalendarDate } from '../../../platform/kernel/calendar-date.js';

/** 45 CFR 164.308(a)(8) names no term; this is the product's. */
export const REVIEW_DAYS = 30;
/** How long a whole new analysis may take once somebody decided that it is needed. The product's term, too. */
export const REASSESSMENT_DAYS = 60;

export const CHANGE_REVIEW_CITATION = '45 CFR 164.308(a)(8), 164.308(a)(1)(ii)(A)';
export const CHANGE_REVIEW_RULE =
  'convention-1: 30 calendar days after the oldest undecided change; the rule gives no number';

/**
 * When it is to be decided at the latest what the changes mean. What happened before the analysis was signed and became
 * known later counts from the signature: until then that analysis was in work.
 */
export function changeReviewDue(oldestOn: CalendarDate, signedOn: CalendarDate): CalendarDate {
  return addDays(oldestOn > signedOn ? oldestOn : signedOn, REVIEW_DAYS);
}
