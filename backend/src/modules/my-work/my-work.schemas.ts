import { z } from 'zod';
import { calendarDateField } from '../../platform/http/schemas.js';
import { FIRST_STEP_STATES, FIRST_STEPS } from './domain/first-steps.js';

export const WORK_KINDS = [
  'obligation',
  'action',
  'assessment',
  'approval',
  'validation',
  'acceptance',
  'scale',
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
    /** Since when a second person is waited for; null where nobody is. */
    waitsSince: calendarDateField.nullable(),
    /** For longer than our convention lets it: those who may decide are reminded. */
    waitsLong: z.boolean(),
    ownerName: z.string().nullable(),
    citation: z.string().nullable(),
    /** Why it lies on this desk, in plain words. */
    reason: z.string(),
  })
  .meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof workItem>;

const firstStep = z
  .object({
    id: z.enum(FIRST_STEPS),
    state: z.enum(FIRST_STEP_STATES),
    title: z.string(),
    text: z.string(),
    citation: z.string().nullable(),
    /** Null where the step is done, cannot be taken yet, or is not this person's to take. */
    href: z.string().nullable(),
    /** Who takes it, where this person does not. */
    takenBy: z.string().nullable(),
  })
  .meta({ id: 'FirstStep' });
export type FirstStepView = z.infer<typeof firstStep>;

export const myWorkView = z
  .object({
    overdue: z.array(workItem),
    due: z.array(workItem),
    waiting: z.array(workItem),
    nextStep: z
      .object({ title: z.string(), text: z.string(), citation: z.string().nullable(), href: z.string() })
      .nullable(),
    /** The way to the first signed analysis; null once one is signed, and for who does not walk it. */
    firstSteps: z.array(firstStep).nullable(),
  })
  .meta({ id: 'MyWork' });
export type MyWork = z.infer<typeof myWorkView>;
