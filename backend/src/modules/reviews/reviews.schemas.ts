import { z } from 'zod';
import {
  calendarDateField,
  idIn,
  idOut,
  instantField,
  pageOf,
  pageQuery,
  text,
} from '../../platform/http/schemas.js';
import { OUTCOMES, REASON_LENGTH, REVIEW_SOURCES, REVIEWED_TYPES } from './domain/record-kinds.js';
import { REVIEW_RESULTS } from './domain/review-refusal.js';
import { DUE_STATES } from './domain/review-term.js';
import { LIST_STATES } from './persistence/review-list.js';
import { recordIdIn, recordIdOut } from './record-id.js';

const person = z.object({ id: idOut('member'), name: z.string() });
const outcome = z.enum(OUTCOMES);

export const recordReviewQuery = z.object({
  state: z.enum(LIST_STATES).optional(),
  type: z.enum(REVIEWED_TYPES).optional(),
  /** 'none': those that no active member looks after who may review them. */
  ownerId: z.union([z.enum(['mine', 'none']), idIn('member')]).optional(),
  q: text(100).optional(),
  sort: z.enum(['dueOn', '-dueOn', 'name', '-name', 'reviewedOn', '-reviewedOn']).default('dueOn'),
  ...pageQuery,
});
export type RecordReviewQuery = z.infer<typeof recordReviewQuery>;
export const recordReviewExportQuery = recordReviewQuery.omit({ limit: true, cursor: true });
export type RecordReviewExportQuery = z.infer<typeof recordReviewExportQuery>;

const record = {
  id: recordIdOut,
  type: z.enum(REVIEWED_TYPES),
  name: z.string(),
  /** What people call it besides its name: a tag, a code or a number. */
  code: z.string(),
  href: z.string(),
  owner: person.nullable(),
  enteredOn: calendarDateField,
  dueOn: calendarDateField,
  dueState: z.enum(DUE_STATES),
  /** It reads otherwise than at its last review. */
  changedSince: z.boolean(),
  /** Null: nobody reviewed it yet. */
  lastReview: z
    .object({ outcome, source: z.enum(REVIEW_SOURCES), on: calendarDateField, by: person.nullable() })
    .nullable(),
  /** The viewer may review it. */
  mayReview: z.boolean(),
  version: z.int(),
};
export const reviewableRecord = z.object(record).meta({ id: 'RecordToReview' });
export type ReviewableRecord = z.infer<typeof reviewableRecord>;
export const recordReviewPage = pageOf(reviewableRecord)
  .extend({
    /** Of all that the viewer may read, whatever is filtered for: overdue, or due within the next 30 days. */
    due: z.int(),
  })
  .meta({ id: 'RecordToReviewPage' });

export const recordReviewsView = z
  .object({
    ...record,
    /** It was disposed of, has ended or is closed: nobody needs to look at it any more. */
    hasEnded: z.boolean(),
    citation: z.string(),
    /** How many there are; `reviews` has the newest of them. */
    reviewCount: z.int(),
    reviews: z.array(
      z.object({
        outcome,
        source: z.enum(['review', 'carried']),
        reason: z.string(),
        on: calendarDateField,
        at: instantField,
        by: person.nullable(),
        /** SHA-256 of the record as it was looked at; null for a review in a draft. */
        stateHash: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'RecordReviews' });
export type RecordReviewsView = z.infer<typeof recordReviewsView>;

export const reviewRecordsRequest = z
  .strictObject({
    /** Each in the version that the person saw. */
    records: z
      .array(z.strictObject({ id: recordIdIn, version: z.int().min(1) }))
      .min(1, 'Choose at least one record.')
      .max(200, 'At most 200 at once.'),
    outcome: z.enum(OUTCOMES, { error: 'Choose what you found.' }),
    /** Why it is still right, or what needs to change. */
    reason: text(REASON_LENGTH.most, REASON_LENGTH.least),
  })
  .meta({ id: 'ReviewRecordsRequest' });
export type ReviewRecordsRequest = z.infer<typeof reviewRecordsRequest>;

export const reviewedRecords = z
  .object({
    items: z.array(z.object({ id: recordIdOut, name: z.string(), result: z.enum(REVIEW_RESULTS) })),
    reviewed: z.int(),
  })
  .meta({ id: 'ReviewedRecords' });
export type ReviewedRecords = z.infer<typeof reviewedRecords>;
