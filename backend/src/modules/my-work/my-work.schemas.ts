import { z } from 'zod';
import { calendarDateField } from '../../platform/http/schemas.js';

export const WORK_KINDS = [
  'obligation',
  'action',
  'assessment',
  'approval',
  'validation',
  'invitation',
] as const;

const workItem = z
  .object({
    /** The typed id of the record that it is about. */
    id: z.string(),
    kind: z.enum(WORK_KINDS),
    title: z.string(),
    href: z.string(),
    dueOn: calendarDateField.nullable(),
    ownerName: z.string().nullable(),
    citation: z.string().nullable(),
    /** Why it lies on this desk, in plain words. */
    reason: z.string(),
  })
  .meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof workItem>;

export const myWorkView = z
  .object({
    overdue: z.array(workItem),
    due: z.array(workItem),
    waiting: z.array(workItem),
    nextStep: z
      .object({ title: z.string(), text: z.string(), citation: z.string().nullable(), href: z.string() })
      .nullable(),
  })
  .meta({ id: 'MyWork' });
export type MyWork = z.infer<typeof myWorkView>;
