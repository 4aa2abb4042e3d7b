import { z } from 'zod';
import {
  calendarDateField,
  idIn,
  idOut,
  instantField,
  line,
  pageOf,
  pageQuery,
  text,
} from '../../platform/http/schemas.js';
import {
  CHANGE_KINDS,
  CHANGE_LIMITS,
  CHANGE_STATES,
  DECISIONS,
  REPORTED_KINDS,
  SUBJECT_TYPES,
} from './domain/change-kinds.js';

const kind = z.enum(CHANGE_KINDS);
const person = z.object({ id: idOut('member'), name: z.string() });
const analysis = z.object({ id: idOut('assessment'), title: z.string() });

export const changeListQuery = z.object({
  state: z.enum(CHANGE_STATES).optional(),
  kind: kind.optional(),
  assetId: idIn('asset').optional(),
  vendorId: idIn('vendor').optional(),
  flowId: idIn('dataFlow').optional(),
  /** Those that lay before this signed analysis. */
  coveredById: idIn('assessment').optional(),
  q: text(100).optional(),
  sort: z.enum(['happenedOn', '-happenedOn']).default('-happenedOn'),
  ...pageQuery,
});
export type ChangeListQuery = z.infer<typeof changeListQuery>;
export const changeExportQuery = changeListQuery.omit({ limit: true, cursor: true });
export type ChangeExportQuery = z.infer<typeof changeExportQuery>;

export const changeView = z
  .object({
    id: idOut('environmentChange'),
    kind,
    /** With the change of a record, or by a person. */
    origin: z.enum(['noticed', 'reported']),
    state: z.enum(CHANGE_STATES),
    /** What it was called then; no page where it is gone or was only told of. */
    subject: z.object({
      type: z.enum(SUBJECT_TYPES).nullable(),
      name: z.string(),
      href: z.string().nullable(),
    }),
    /** What of the record is otherwise: codes of the field, or names. */
    details: z.array(z.object({ field: z.string(), from: z.array(z.string()), to: z.array(z.string()) })),
    description: z.string(),
    happenedOn: calendarDateField,
    recordedAt: instantField,
    /** Null: the system noticed it as time went by. */
    madeBy: person.nullable(),
    decision: z
      .object({
        outcome: z.enum(DECISIONS),
        reason: z.string(),
        decidedBy: person,
        decidedAt: instantField,
        assessment: analysis.nullable(),
      })
      .nullable(),
    /** The signed analysis that it lay before. */
    coveredBy: analysis.nullable(),
    coveredAt: instantField.nullable(),
    version: z.int(),
  })
  .meta({ id: 'EnvironmentChange' });
export type ChangeView = z.infer<typeof changeView>;
export const changePage = pageOf(changeView).meta({ id: 'EnvironmentChangePage' });

export const changeReviewView = z
  .object({
    /** The analysis that changes are held against; null: none is signed, and the first one covers them all. */
    signed: analysis.extend({ approvedOn: calendarDateField }).nullable(),
    undecided: z.int(),
    /** The same by what happened, the most first. */
    undecidedKinds: z.array(z.object({ kind, count: z.int() })),
    /** By when the oldest is to be decided: a convention of this product. Null: nothing is due. */
    dueOn: calendarDateField.nullable(),
    isOverdue: z.boolean(),
    citation: z.string(),
    /** Analyses that are being written: what changed can be taken into them. */
    drafts: z.array(analysis),
    /** One waits for its approval. */
    inReview: analysis.nullable(),
    mayDecide: z.boolean(),
    mayReport: z.boolean(),
  })
  .meta({ id: 'ChangeReview' });
export type ChangeReviewView = z.infer<typeof changeReviewView>;

export const reportChangeRequest = z
  .strictObject({
    kind: z.enum(REPORTED_KINDS, { error: 'Choose what kind of change it was.' }),
    subject: line(CHANGE_LIMITS.subject, 3),
    description: text(CHANGE_LIMITS.description, 10),
    happenedOn: calendarDateField,
  })
  .meta({ id: 'ReportChangeRequest' });
export type ReportChangeRequest = z.infer<typeof reportChangeRequest>;

export const decideChangesRequest = z
  .strictObject({
    /** Each as it was seen. All are decided, or none. */
    changes: z
      .array(z.strictObject({ id: idIn('environmentChange'), version: z.int().min(1) }))
      .max(200, 'At most 200 at once.')
      .default([]),
    /** All that wait of these kinds, as many as were seen: an import of thousands is one thing to decide. */
    kinds: z
      .array(z.strictObject({ kind, count: z.int().min(1).max(10_000) }))
      .max(CHANGE_KINDS.length)
      .default([]),
    decision: z.enum(DECISIONS, { error: 'Choose what it means for the analysis.' }),
    reason: text(CHANGE_LIMITS.reason).default(''),
    assessmentId: idIn('assessment').nullable().default(null),
  })
  .refine(({ changes, kinds }) => changes.length + kinds.length > 0, {
    path: ['changes'],
    message: 'Choose at least one change.',
  })
  .meta({ id: 'DecideChangesRequest' });
export type DecideChangesRequest = z.infer<typeof decideChangesRequest>;

export const decidedChanges = z
  .object({
    /** Those that were chosen one by one. */
    items: z.array(changeView),
    /** How many in all. */
    decided: z.int(),
    /** When the next analysis is due, where one was asked for. */
    reviewDueOn: calendarDateField.nullable(),
  })
  .meta({ id: 'DecidedChanges' });
export type DecidedChanges = z.infer<typeof decidedChanges>;
