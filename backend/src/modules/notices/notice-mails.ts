import { z } from 'zod';
import { calendarDateField } from '../../platform/http/schemas.js';
import { defineMail } from '../../platform/mail/define-mail.js';

const titled = z.strictObject({ title: z.string() });

export const assessmentSubmittedMail = defineMail('assessment-submitted', {
  facts: z.strictObject({ submittedByName: z.string(), submittedOn: calendarDateField }),
  typed: titled,
});
export const assessmentApprovedMail = defineMail('assessment-approved', {
  facts: z.strictObject({
    approvedByName: z.string(),
    approvedOn: calendarDateField,
    reviewDueOn: calendarDateField.nullable(),
  }),
  typed: titled,
});
export const assessmentReturnedMail = defineMail('assessment-returned', {
  facts: z.strictObject({ returnedByName: z.string(), returnedOn: calendarDateField }),
  typed: z.strictObject({ title: z.string(), reason: z.string() }),
});
export const actionAssignedMail = defineMail('action-assigned', {
  facts: z.strictObject({ assignedByName: z.string(), dueOn: calendarDateField.nullable() }),
  typed: titled,
});
export const actionDoneMail = defineMail('action-done', {
  facts: z.strictObject({ completedByName: z.string(), completedOn: calendarDateField }),
  typed: titled,
});
export const criticalFoundMail = defineMail('critical-found', {
  facts: z.strictObject({ critical: z.int(), isOne: z.boolean(), foundOn: calendarDateField }),
  typed: z.strictObject({}),
});
/** `what` is our own word for the kind: what people typed about an incident stays in the product. */
export const incidentReportedMail = defineMail('incident-reported', {
  facts: z.strictObject({ number: z.int(), what: z.string(), noticedOn: calendarDateField }),
  typed: z.strictObject({}),
});
/** `what` and `todo` are our own words for the kind of decision. `nobody`: nobody else here may decide. */
export const decisionWaitsMail = defineMail('decision-waits', {
  facts: z.strictObject({
    what: z.string(),
    todo: z.string(),
    sinceOn: calendarDateField,
    days: z.number().int().min(1),
    nobody: z.boolean(),
  }),
  typed: titled,
});
