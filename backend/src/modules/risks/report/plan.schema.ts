import { z } from 'zod';
import { ACTION_STATUSES } from '../domain/action-transitions.js';
import { LESSON_KINDS } from '../domain/lesson.js';
import { cents, day, instant, person, reportEvidence } from './parts.schema.js';

const actionStatus = z.enum(ACTION_STATUSES);

const rating = z.object({ likelihood: z.string(), impact: z.string(), level: z.string() });

const lowered = z.object({
  /** Printed as R-12. */
  riskNumber: z.number().int(),
  riskTitle: z.string(),
  /** Ids of the scale. */
  expected: rating.nullable(),
  outcomes: z.array(
    z.object({
      outcome: z.enum(['moved', 'left']),
      reason: z.string(),
      from: rating.nullable(),
      to: rating,
      by: z.string(),
      at: instant,
    }),
  ),
});

const lesson = z.object({
  kind: z.enum(LESSON_KINDS),
  title: z.string(),
  ownerName: z.string(),
  dueOn: day,
  doneOn: day.nullable(),
});

const dueMove = z.object({
  from: day,
  /** Null where the date was taken away. */
  to: day.nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
});

/** What a fix taught that stayed with the analysis in which it was checked. */
const earlierLesson = lesson.extend({
  /** Printed as A-12. */
  actionNumber: z.number().int(),
  actionTitle: z.string(),
  analysisTitle: z.string(),
});

const action = z.object({
  id: z.string(),
  /** Counted through the organization's whole plan: printed as A-12. */
  number: z.number().int(),
  title: z.string(),
  description: z.string(),
  riskNumber: z.number().int().nullable(),
  riskTitle: z.string().nullable(),
  findingTitle: z.string().nullable(),
  ownerName: person,
  dueOn: day.nullable(),
  budgetCents: cents.nullable(),
  spentCents: cents.nullable(),
  /** What it costs each year; reports signed before this was told lack it, and all that is optional below. */
  yearlyBudgetCents: cents.nullable().optional(),
  yearlySpentCents: cents.nullable().optional(),
  /** The risks that it lowers, with what is expected to remain and what the person who checked it decided. */
  lowers: z.array(lowered).optional(),
  /** Numbers of the actions that it waits for. */
  waitsFor: z.array(z.number().int()).optional(),
  /** How its date moved, the oldest first. */
  dueMoves: z.array(dueMove).optional(),
  /** What the fix taught. */
  lessons: z.array(lesson).optional(),
  /** Why nothing shows that it was done. */
  noEvidenceReason: z.string().optional(),
  status: actionStatus,
  statusReason: z.string(),
  milestones: z.array(z.object({ title: z.string(), dueOn: day, doneOn: day.nullable() })),
  completedOn: day.nullable(),
  completedBy: person,
  validatedBy: person,
  validatedAt: instant.nullable(),
  validationNote: z.string(),
  evidence: z.array(reportEvidence),
  /** How it came to its status, the oldest first: also what was opened again after it was done. */
  history: z.array(
    z.object({
      at: instant,
      by: z.string(),
      from: actionStatus,
      to: actionStatus,
      note: z.string(),
      completedOn: day.nullable(),
      noEvidenceReason: z.string().optional(),
    }),
  ),
});

const yearly = { yearlyBudgetCents: cents.optional(), yearlySpentCents: cents.optional() };
const sum = z.object({ count: z.number().int(), budgetCents: cents, spentCents: cents, ...yearly });

/** Who does what until when for how much. */
export const reportActions = {
  /** By due date; what has none last. */
  actions: z.array(action),
  /** Of actions that stayed with an earlier analysis: still to do, or done since this one began. Reports signed before this was told lack it. */
  earlierLessons: z.array(earlierLesson).optional(),
  /** What is cancelled is no longer budgeted; what was spent on it stays spent. */
  planTotals: z.object({
    budgetCents: cents,
    spentCents: cents,
    ...yearly,
    byStatus: z.record(actionStatus, sum),
  }),
};
export type ReportAction = z.infer<typeof action>;
