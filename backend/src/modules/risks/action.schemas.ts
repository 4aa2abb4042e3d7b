import { z } from 'zod';
import {
  calendarDateField,
  centsField,
  idIn,
  idOut,
  instantField,
  pageOf,
  pageQuery,
  line,
  text,
} from '../../platform/http/schemas.js';
import { evidenceView } from './evidence.schemas.js';
import { actionStatus, longCursor, memberName } from './risk.schemas.js';

const centsOut = z.number().int();

export const milestoneView = z
  .object({ id: idOut('milestone'), title: z.string(), dueOn: z.string(), doneOn: z.string().nullable() })
  .meta({ id: 'Milestone' });

export const actionSummary = z
  .object({
    id: idOut('action'),
    number: z.number().int(),
    title: z.string(),
    assessmentId: idOut('assessment'),
    assessmentTitle: z.string(),
    risk: z.object({ id: idOut('risk'), number: z.number().int(), title: z.string() }).nullable(),
    owner: memberName.nullable(),
    dueOn: z.string().nullable(),
    overdue: z.boolean(),
    budgetCents: centsOut.nullable(),
    spentCents: centsOut.nullable(),
    status: actionStatus,
    updatedAt: instantField,
    version: z.number().int(),
  })
  .meta({ id: 'ActionSummary' });
export const actionPage = pageOf(actionSummary).meta({ id: 'ActionPage' });
export type ActionPage = z.infer<typeof actionPage>;

export const ACTION_SORTS = ['due', 'number', 'title', '-updated'] as const;
export const actionListQuery = z.strictObject({
  ...pageQuery,
  cursor: longCursor,
  assessmentId: idIn('assessment').optional(),
  riskId: idIn('risk').optional(),
  findingId: idIn('finding').optional(),
  ownerId: z.union([idIn('member'), z.literal('none')]).optional(),
  status: z.union([actionStatus, z.literal('unfinished')]).optional(),
  overdue: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  q: text(200).optional(),
  sort: z.enum(ACTION_SORTS).default('due'),
});
export type ActionListQuery = z.infer<typeof actionListQuery>;
export const actionExportQuery = actionListQuery.omit({ limit: true, cursor: true });
export type ActionExportQuery = z.infer<typeof actionExportQuery>;

export const actionView = z
  .object({
    id: idOut('action'),
    number: z.number().int(),
    title: z.string(),
    description: z.string(),
    assessment: z.object({
      id: idOut('assessment'),
      title: z.string(),
      status: z.enum(['draft', 'in-review', 'signed']),
    }),
    risk: z.object({ id: idOut('risk'), number: z.number().int(), title: z.string() }).nullable(),
    finding: z.object({ id: idOut('finding'), title: z.string() }).nullable(),
    owner: memberName.nullable(),
    dueOn: z.string().nullable(),
    overdue: z.boolean(),
    budgetCents: centsOut.nullable(),
    spentCents: centsOut.nullable(),
    status: actionStatus,
    statusReason: z.string(),
    completedOn: z.string().nullable(),
    completedBy: memberName.nullable(),
    validatedBy: memberName.nullable(),
    validatedAt: instantField.nullable(),
    validationNote: z.string(),
    milestones: z.array(milestoneView),
    evidence: z.array(evidenceView),
    /** The oldest first. */
    history: z.array(
      z.object({
        transition: z.enum(['start', 'completion', 'validation', 'cancellation', 'reopening']),
        from: actionStatus,
        to: actionStatus,
        note: z.string(),
        completedOn: z.string().nullable(),
        by: memberName,
        at: instantField,
      }),
    ),
    /** What the signed-in person may do now: `update` plans, `work` ticks milestones and adds evidence. */
    allowedActions: z.array(
      z.enum(['update', 'work', 'start', 'completion', 'validation', 'cancellation', 'reopening']),
    ),
    createdAt: instantField,
    updatedAt: instantField,
    version: z.number().int(),
  })
  .meta({ id: 'Action' });
export type ActionView = z.infer<typeof actionView>;

const planFields = {
  title: line(300, 1),
  description: text(5_000),
  ownerId: idIn('member').nullable(),
  dueOn: calendarDateField.nullable(),
  budgetCents: centsField.nullable(),
};

export const createMilestoneRequest = z
  .strictObject({ title: line(200, 1), dueOn: calendarDateField })
  .meta({ id: 'CreateMilestoneRequest' });
export type CreateMilestoneRequest = z.infer<typeof createMilestoneRequest>;
export const updateMilestoneRequest = z
  .strictObject({ title: line(200, 1), dueOn: calendarDateField, doneOn: calendarDateField.nullable() })
  .partial()
  .meta({ id: 'UpdateMilestoneRequest' });
export type UpdateMilestoneRequest = z.infer<typeof updateMilestoneRequest>;

/** Against a risk, against a finding, or for the whole analysis. */
export const createActionRequest = z
  .strictObject({
    riskId: idIn('risk').optional(),
    findingId: idIn('finding').optional(),
    assessmentId: idIn('assessment').optional(),
    title: planFields.title,
    description: planFields.description.default(''),
    ownerId: planFields.ownerId.default(null),
    dueOn: planFields.dueOn.default(null),
    budgetCents: planFields.budgetCents.default(null),
    milestones: z.array(createMilestoneRequest).max(50, 'At most 50 milestones.').default([]),
  })
  .refine((action) => action.riskId ?? action.findingId ?? action.assessmentId, {
    path: ['riskId'],
    message: 'Say which risk, finding or analysis this is for.',
  })
  .meta({ id: 'CreateActionRequest' });
export type CreateActionRequest = z.infer<typeof createActionRequest>;

/** `dueOnReason` is kept with a due date that moves. */
export const updateActionRequest = z
  .strictObject({ ...planFields, spentCents: centsField.nullable(), dueOnReason: text(500) })
  .partial()
  .meta({ id: 'UpdateActionRequest' });
export type UpdateActionRequest = z.infer<typeof updateActionRequest>;

export const completeActionRequest = z
  .strictObject({
    completedOn: calendarDateField,
    note: text(2_000).default(''),
    spentCents: centsField.nullable().optional(),
  })
  .meta({ id: 'CompleteActionRequest' });
export type CompleteActionRequest = z.infer<typeof completeActionRequest>;
export const validateActionRequest = z
  .strictObject({ note: text(2_000, 3) })
  .meta({ id: 'ValidateActionRequest' });
export const actionReasonRequest = z
  .strictObject({ reason: text(2_000, 3) })
  .meta({ id: 'ActionReasonRequest' });

export const planSummaryQuery = z.strictObject({ assessmentId: idIn('assessment').optional() });
const sum = { count: z.number().int(), budgetCents: centsOut, spentCents: centsOut };
export const planSummaryView = z
  .object({
    /** Without what is cancelled; spent money counts whatever became of the action. */
    budgetCents: centsOut,
    spentCents: centsOut,
    count: z.number().int(),
    byStatus: z.array(z.object({ status: actionStatus, ...sum })),
    /** By the month of the due date; null: no date yet. Without what is cancelled. */
    byMonth: z.array(z.object({ month: z.string().nullable(), ...sum })),
    byOwner: z.array(z.object({ owner: memberName.nullable(), ...sum, overdue: z.number().int() })),
    overdue: z.object(sum),
    awaitingValidation: z.object(sum),
    unowned: z.number().int(),
    undated: z.number().int(),
  })
  .meta({ id: 'PlanSummary' });
export type PlanSummaryView = z.infer<typeof planSummaryView>;
