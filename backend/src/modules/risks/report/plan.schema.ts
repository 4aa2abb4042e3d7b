import { z } from 'zod';
import { ACTION_STATUSES } from '../domain/action-transitions.js';
import { cents, day, instant, person, reportEvidence } from './parts.schema.js';

const actionStatus = z.enum(ACTION_STATUSES);

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
    }),
  ),
});

const sum = z.object({ count: z.number().int(), budgetCents: cents, spentCents: cents });

/** Who does what until when for how much. */
export const reportActions = {
  /** By due date; what has none last. */
  actions: z.array(action),
  /** What is cancelled is no longer budgeted; what was spent on it stays spent. */
  planTotals: z.object({ budgetCents: cents, spentCents: cents, byStatus: z.record(actionStatus, sum) }),
};
export type ReportAction = z.infer<typeof action>;
