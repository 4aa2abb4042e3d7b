import { z } from 'zod';
import { calendarDateField } from '../../../platform/http/schemas.js';
import { defineJob } from '../../../platform/jobs/define-job.js';

export const remindPayload = z.object({
  obligationId: z.uuid(),
  /** Which of its reminders: name and day. */
  milestone: z.string(),
  remindOn: calendarDateField,
  /** The due date that it was planned for: after a move it is for nothing. */
  dueOn: calendarDateField,
});
export type RemindPayload = z.infer<typeof remindPayload>;

/** A mail server may be away for hours: with the growing pauses, 15 attempts last about nine of them. */
export const remindJob = defineJob('obligation.remind', remindPayload, { attempts: 15 });
