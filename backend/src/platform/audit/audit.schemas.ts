import { z } from 'zod';
import { calendarDateField, idIn, idOut, instantField, pageOf, pageQuery } from '../http/schemas.js';
import { uuidOf } from '../kernel/typed-id.js';
import { RECORD_ID } from './record-types.js';

export const recordTypeName = z
  .string()
  .regex(/^[a-z-]+$/)
  .max(60);
export const recordId = z.string().regex(RECORD_ID, 'This is not the id of a record.').transform(uuidOf);

const outcome = z.enum(['ok', 'denied', 'failed']);
const recordIdOut = z.string().regex(RECORD_ID);
const record = z.object({
  type: z.string(),
  id: recordIdOut.nullable(),
  /** What the record is called today; null when it is gone or not this reader's to see. */
  label: z.string().nullable(),
});
const actor = z.object({
  type: z.enum(['person', 'system', 'anonymous']),
  id: idOut('member').nullable(),
  name: z.string().nullable(),
});

export const auditEventView = z
  .object({
    id: idOut('auditEvent'),
    /** Its number in the sealed log; null for the quarter of a second until it is sealed. */
    position: z.number().int().nullable(),
    at: instantField,
    actor,
    action: z.string(),
    target: record,
    parent: record.nullable(),
    outcome,
    reasonCode: z.string().nullable(),
    requestId: z.string().nullable(),
    ip: z.string().nullable(),
    changedFields: z.array(z.string()),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEventView = z.infer<typeof auditEventView>;
export const auditEventPage = pageOf(auditEventView)
  .extend({
    /** How many volumes the PDF has under these filters. */
    volumes: z.number().int(),
  })
  .meta({ id: 'AuditEventPage' });

const filters = {
  from: calendarDateField.optional(),
  to: calendarDateField.optional(),
  actorId: idIn('member').optional(),
  action: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/, 'Write an action such as asset.created.')
    .max(80)
    .optional(),
  targetType: z
    .string()
    .regex(/^[a-z-]+$/)
    .max(60)
    .optional(),
  targetId: z.string().regex(RECORD_ID, 'This is not the id of a record.').transform(uuidOf).optional(),
  outcome: outcome.optional(),
};
const cursor = idIn('auditEvent').optional();

export const auditFilter = z.strictObject(filters);
export type AuditFilter = z.infer<typeof auditFilter>;
export const auditEventsQuery = z.strictObject({ ...filters, limit: pageQuery.limit, cursor });
export type AuditEventsQuery = z.infer<typeof auditEventsQuery>;
export const auditPdfQuery = z.strictObject({
  ...filters,
  volume: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type AuditPdfQuery = z.infer<typeof auditPdfQuery>;
/** One form asks for all formats: which volume it names is the document's, and a table has none. */
export const auditTableQuery = auditPdfQuery
  .partial({ volume: true })
  .transform(({ volume: _, ...filter }): AuditFilter => filter);

export const historyQuery = z.strictObject({ limit: pageQuery.limit, cursor });
export type HistoryQuery = z.infer<typeof historyQuery>;
export const historyItem = auditEventView
  .omit({ ip: true, requestId: true, parent: true })
  .meta({ id: 'RecordHistoryEvent' });
export const historyPage = pageOf(historyItem).meta({ id: 'RecordHistory' });

const fault = z.object({
  kind: z.string(),
  words: z.string(),
  eventId: idOut('auditEvent').nullable(),
  position: z.number().int().nullable(),
  toPosition: z.number().int().nullable(),
  columns: z.array(z.string()),
});
export type AuditFaultView = z.infer<typeof fault>;

export const auditVerificationView = z
  .object({
    treeSize: z.number().int(),
    rootHash: z.string().nullable(),
    sealedAt: instantField.nullable(),
    /** Rows that wait for the sealer, and for how long the oldest of them does. */
    unsealed: z.number().int(),
    lagSeconds: z.number(),
    lastRun: z
      .object({
        jobId: idOut('job'),
        status: z.enum(['queued', 'running', 'done', 'failed']),
        requestedAt: instantField,
        finishedAt: instantField.nullable(),
        rows: z.number().int().nullable(),
        treeSize: z.number().int().nullable(),
        faultCount: z.number().int().nullable(),
        faults: z.array(fault),
      })
      .nullable(),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerificationView = z.infer<typeof auditVerificationView>;

export const verificationStarted = z.object({ jobId: idOut('job') }).meta({ id: 'AuditVerificationStarted' });
