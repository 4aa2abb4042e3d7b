import { z } from 'zod';
import { calendarDateField } from '../../platform/http/schemas.js';
import { defineMail } from '../../platform/mail/define-mail.js';

/** `days` until the due date, or since it. `unowned`: it went to those who answer for compliance instead. */
const reminder = {
  facts: z.strictObject({
    dueOn: calendarDateField,
    days: z.number().int().min(0),
    citation: z.string(),
    unowned: z.boolean(),
  }),
  typed: z.strictObject({ title: z.string() }),
};
export type ReminderFacts = z.infer<typeof reminder.facts>;

export const obligationFirst = defineMail('obligation-first', reminder);
export const obligationDueSoon = defineMail('obligation-due-soon', reminder);
export const obligationDueToday = defineMail('obligation-due-today', reminder);
export const obligationOverdue = defineMail('obligation-overdue', reminder);
export const actionOverdue = defineMail('action-overdue', reminder);
/** Before and on the day: what changed since the signed analysis waits for its decisions. */
export const changeReviewDue = defineMail('change-review', reminder);
export const changeReviewOverdue = defineMail('change-review-overdue', reminder);
/** Before the outer limit of a breach notice, and on the day. */
export const breachNoticeDue = defineMail('breach-notice', reminder);
export const breachNoticeOverdue = defineMail('breach-notice-overdue', reminder);

const escalated = {
  facts: z.strictObject({
    dueOn: calendarDateField,
    days: z.number().int().min(0),
    citation: z.string(),
    ownerName: z.string(),
  }),
  typed: z.strictObject({ title: z.string() }),
};
/** To those who answer for compliance, when its owner was reminded in vain. */
export const actionEscalated = defineMail('action-escalated', escalated);
/** To them, when a breach notice is near its outer limit, and when it is past it. */
export const breachNoticeEscalated = defineMail('breach-notice-escalated', {
  ...escalated,
  facts: escalated.facts.extend({ late: z.boolean() }),
});
