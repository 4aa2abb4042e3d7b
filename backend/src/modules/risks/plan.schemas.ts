import { z } from 'zod';
import { idIn, idOut, pageOf } from '../../platform/http/schemas.js';
import { actionListQuery } from './action.schemas.js';
import { actionStatus, memberName } from './risk.schemas.js';

const cents = z.number().int();

export const planSummaryQuery = z.strictObject({ assessmentId: idIn('assessment').optional() });
export type PlanSummaryQuery = z.infer<typeof planSummaryQuery>;
/** Once, and each year. */
const sum = {
  count: z.number().int(),
  budgetCents: cents,
  spentCents: cents,
  yearlyBudgetCents: cents,
  yearlySpentCents: cents,
};
export const planSummaryView = z
  .object({
    /** Without what is cancelled; spent money counts whatever became of the action. */
    budgetCents: cents,
    spentCents: cents,
    yearlyBudgetCents: cents,
    yearlySpentCents: cents,
    count: z.number().int(),
    byStatus: z.array(z.object({ status: actionStatus, ...sum })),
    /** By the month of the due date; null: no date yet. Without what is cancelled. */
    byMonth: z.array(z.object({ month: z.string().nullable(), ...sum })),
    byOwner: z.array(z.object({ owner: memberName.nullable(), ...sum, overdue: z.number().int() })),
    overdue: z.object(sum),
    /** Actions that cost more than was planned for them. */
    overBudget: z.object(sum),
    awaitingValidation: z.object(sum),
    unowned: z.number().int(),
    undated: z.number().int(),
    /** What fixes taught and nobody did yet, in the whole organization. */
    openLessons: z.number().int(),
  })
  .meta({ id: 'PlanSummary' });
export type PlanSummaryView = z.infer<typeof planSummaryView>;

/** The filters of the list; always by due date. What has no date is not on a timeline. */
export const timelineQuery = actionListQuery.omit({ sort: true, dated: true });
export type TimelineQuery = z.infer<typeof timelineQuery>;

const timelineItem = z
  .object({
    id: idOut('action'),
    number: z.number().int(),
    title: z.string(),
    status: actionStatus,
    owner: memberName.nullable(),
    dueOn: z.string(),
    overdue: z.boolean(),
    dueTooEarly: z.boolean(),
    milestones: z.array(z.object({ title: z.string(), dueOn: z.string(), doneOn: z.string().nullable() })),
  })
  .meta({ id: 'TimelineItem' });
export const timelinePage = pageOf(timelineItem).meta({ id: 'TimelinePage' });
export type TimelinePage = z.infer<typeof timelinePage>;
