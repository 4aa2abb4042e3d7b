import { z } from 'zod';
import {
  asOfField,
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
import { actionEffect, expectedFields, linkedAction } from './effect.schemas.js';
import { evidenceView } from './evidence.schemas.js';
import { actionStatus, longCursor, memberName, ratingScaleView } from './risk.schemas.js';

const centsOut = z.number().int();

/** What it costs once, and each year. Over the budget is what costs more than was planned, where nothing was planned at all too. */
const money = {
  budgetCents: centsOut.nullable(),
  spentCents: centsOut.nullable(),
  yearlyBudgetCents: centsOut.nullable(),
  yearlySpentCents: centsOut.nullable(),
  overBudget: z.boolean(),
};

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
    /** Due before an unfinished action that it waits for. */
    dueTooEarly: z.boolean(),
    /** How many unfinished actions it waits for. */
    waitsForOpen: z.number().int(),
    ...money,
    status: actionStatus,
    updatedAt: instantField,
    version: z.number().int(),
  })
  .meta({ id: 'ActionSummary' });
export const actionPage = pageOf(actionSummary).meta({ id: 'ActionPage' });
export type ActionPage = z.infer<typeof actionPage>;

const yesOrNo = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

export const ACTION_SORTS = ['due', 'number', 'title', '-updated'] as const;
export const actionListQuery = z.strictObject({
  ...pageQuery,
  cursor: longCursor,
  assessmentId: idIn('assessment').optional(),
  riskId: idIn('risk').optional(),
  findingId: idIn('finding').optional(),
  ownerId: z.union([idIn('member'), z.literal('none')]).optional(),
  status: z.union([actionStatus, z.literal('unfinished')]).optional(),
  overdue: yesOrNo,
  overBudget: yesOrNo,
  /** With a due date, as on the timeline, or without. */
  dated: yesOrNo,
  q: text(200).optional(),
  asOf: asOfField,
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
      status: z.enum(['draft', 'in-review', 'signed', 'withdrawn']),
    }),
    /** The analysis from which it was last carried on into this one. */
    carried: z
      .object({ from: z.object({ id: idOut('assessment'), title: z.string() }), at: instantField })
      .nullable(),
    risk: z.object({ id: idOut('risk'), number: z.number().int(), title: z.string() }).nullable(),
    finding: z.object({ id: idOut('finding'), title: z.string() }).nullable(),
    owner: memberName.nullable(),
    dueOn: z.string().nullable(),
    overdue: z.boolean(),
    dueTooEarly: z.boolean(),
    ...money,
    status: actionStatus,
    statusReason: z.string(),
    /** Why nothing shows that it was done; empty where evidence does. */
    noEvidenceReason: z.string(),
    completedOn: z.string().nullable(),
    completedBy: memberName.nullable(),
    validatedBy: memberName.nullable(),
    validatedAt: instantField.nullable(),
    validationNote: z.string(),
    milestones: z.array(milestoneView),
    /** The risks that it lowers, the one that it was planned against first. */
    effects: z.array(actionEffect),
    /** The scale of its analysis, for those who may see the register. */
    scale: ratingScaleView.nullable(),
    waitsFor: z.array(linkedAction),
    waitedForBy: z.array(linkedAction),
    evidence: z.array(evidenceView),
    /** The oldest first. */
    history: z.array(
      z.object({
        transition: z.enum(['start', 'completion', 'validation', 'cancellation', 'reopening']),
        from: actionStatus,
        to: actionStatus,
        note: z.string(),
        completedOn: z.string().nullable(),
        noEvidenceReason: z.string(),
        by: memberName,
        at: instantField,
      }),
    ),
    /** How its date moved, the oldest first; `to` is null where it was taken away. */
    dueMoves: z.array(
      z.object({
        from: z.string(),
        to: z.string().nullable(),
        reason: z.string(),
        by: memberName,
        at: instantField,
      }),
    ),
    /** What the signed-in person may do now: `update` plans, `work` ticks milestones and adds evidence, `teach` records lessons. */
    allowedActions: z.array(
      z.enum(['update', 'work', 'start', 'completion', 'validation', 'cancellation', 'reopening', 'teach']),
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
  yearlyBudgetCents: centsField.nullable(),
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
    yearlyBudgetCents: planFields.yearlyBudgetCents.default(null),
    /** What is expected to remain of the risk after it. */
    ...expectedFields,
    milestones: z.array(createMilestoneRequest).max(50, 'At most 50 milestones.').default([]),
  })
  .refine((action) => action.riskId ?? action.findingId ?? action.assessmentId, {
    path: ['riskId'],
    message: 'Say which risk, finding or analysis this is for.',
  })
  .meta({ id: 'CreateActionRequest' });
export type CreateActionRequest = z.infer<typeof createActionRequest>;

/** `dueOnReason` is kept with a due date that moves, which is refused without one. */
export const updateActionRequest = z
  .strictObject({
    ...planFields,
    spentCents: centsField.nullable(),
    yearlySpentCents: centsField.nullable(),
    dueOnReason: text(500),
  })
  .partial()
  .meta({ id: 'UpdateActionRequest' });
export type UpdateActionRequest = z.infer<typeof updateActionRequest>;

export const completeActionRequest = z
  .strictObject({
    completedOn: calendarDateField,
    note: text(2_000).default(''),
    /** Asked for where no evidence is attached. */
    noEvidenceReason: text(2_000).default(''),
    spentCents: centsField.nullable().optional(),
    yearlySpentCents: centsField.nullable().optional(),
  })
  .meta({ id: 'CompleteActionRequest' });
export type CompleteActionRequest = z.infer<typeof completeActionRequest>;
export const actionReasonRequest = z
  .strictObject({ reason: text(2_000, 3) })
  .meta({ id: 'ActionReasonRequest' });
