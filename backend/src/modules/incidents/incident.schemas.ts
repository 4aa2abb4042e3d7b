import { z } from 'zod';
import {
  asOfField,
  calendarDateField,
  countField,
  idIn,
  idOut,
  instantField,
  line,
  pageOf,
  pageQuery,
  text,
} from '../../platform/http/schemas.js';
import { DUTY_KINDS } from './domain/clock/duty.js';
import {
  HANDLINGS,
  INCIDENT_KINDS,
  INCIDENT_ROLES,
  INCIDENT_SOURCES,
  PHI_ANSWERS,
  SEVERITIES,
} from './domain/response/incident-kinds.js';
import { CLOSE_OUTCOMES, INCIDENT_STATES } from './domain/response/incident-states.js';

export const incidentId = idIn('incident');
const kind = z.enum(INCIDENT_KINDS, 'Choose what happened.').meta({ id: 'IncidentKind' });
const severity = z.enum(SEVERITIES, 'Choose how severe it is.').meta({ id: 'IncidentSeverity' });
const state = z.enum(INCIDENT_STATES).meta({ id: 'IncidentState' });
const role = z.enum(INCIDENT_ROLES).meta({ id: 'IncidentRole' });
const reason = text(2_000);
const localTimeField = z.iso.datetime({ local: true });
const member = z.object({ id: idOut('member'), name: z.string() });

export const reportIncidentRequest = z
  .strictObject({
    kind,
    title: line(200, 1),
    whatHappened: text(10_000, 1),
    noticedOn: calendarDateField,
    occurredOn: calendarDateField.nullable().default(null),
    phiInvolved: z.enum(PHI_ANSWERS).default('unknown'),
    source: z
      .enum(['staff', 'business-associate', 'alert'])
      .default('staff')
      .describe('Who told it to the person who reports.'),
    reporterContact: line(200).default('').describe('Who told it from outside, and how they are reached.'),
  })
  .meta({ id: 'ReportIncidentRequest' });
export type ReportIncidentRequest = z.infer<typeof reportIncidentRequest>;

/** What somebody who reported it is told: that it is there, and how far it is. */
export const incidentReceipt = z
  .object({
    id: idOut('incident'),
    number: z.int(),
    title: z.string(),
    kind,
    state,
    reportedAt: instantField,
    /** Whether the reader may open it. */
    opens: z.boolean(),
  })
  .meta({ id: 'IncidentReceipt' });
export type IncidentReceipt = z.infer<typeof incidentReceipt>;
export const incidentReceipts = z
  .object({ items: z.array(incidentReceipt) })
  .meta({ id: 'IncidentReceipts' });

export const incidentSummary = z
  .object({
    id: idOut('incident'),
    number: z.int(),
    title: z.string(),
    kind,
    severity: severity.nullable(),
    state,
    handledAs: z.enum(HANDLINGS),
    phiInvolved: z.enum(PHI_ANSWERS),
    source: z.enum(INCIDENT_SOURCES),
    reportedAt: instantField,
    occurredOn: calendarDateField.nullable(),
    noticedOn: calendarDateField,
    discoveredOn: calendarDateField.nullable(),
    individuals: z.int().nullable(),
    isDrill: z.boolean(),
    commander: member.nullable(),
    /** The earliest open notice. */
    nextDueOn: calendarDateField.nullable(),
    openDuties: z.int(),
    closedOn: calendarDateField.nullable(),
    closeOutcome: z.enum(CLOSE_OUTCOMES).nullable(),
    updatedAt: instantField,
    version: z.int(),
  })
  .meta({ id: 'IncidentSummary' });
export type IncidentSummary = z.infer<typeof incidentSummary>;
export const incidentPage = pageOf(incidentSummary).meta({ id: 'IncidentPage' });
export type IncidentPage = z.infer<typeof incidentPage>;

export const incidentListQuery = z.strictObject({
  asOf: asOfField,
  ...pageQuery,
  state: state.optional(),
  /** Those that are not closed, or those that are. */
  open: z.enum(['true', 'false']).optional(),
  kind: kind.optional(),
  severity: severity.optional(),
  drills: z.enum(['true', 'false']).default('false'),
  /** The incident that a notice belongs to. */
  dutyId: idIn('breachDuty').optional(),
  q: text(100).optional(),
  sort: z.enum(['-reportedAt', 'reportedAt']).default('-reportedAt'),
});
export type IncidentListQuery = z.infer<typeof incidentListQuery>;
export const incidentExportQuery = incidentListQuery.omit({ limit: true, cursor: true });
export type IncidentExportQuery = z.infer<typeof incidentExportQuery>;

const taskView = z.object({
  id: idOut('incidentTask'),
  phase: z.string(),
  title: z.string(),
  why: z.string(),
  citation: z.string().nullable(),
  role: role.nullable(),
  owner: member.nullable(),
  dueAt: instantField.nullable(),
  status: z.enum(['open', 'done', 'not-needed']),
  outcome: z.string(),
  settledBy: member.nullable(),
  settledAt: instantField.nullable(),
  maySettle: z.boolean(),
  version: z.int(),
});
export type TaskView = z.infer<typeof taskView>;

const sendingView = z.object({
  id: idOut('noticeSending'),
  sentOn: calendarDateField,
  method: z.string(),
  recipients: z.int().nullable(),
  note: z.string(),
  completes: z.boolean(),
  recordedBy: member,
  recordedAt: instantField,
});

const dutyChange = z.object({
  fromDueOn: calendarDateField.nullable(),
  toDueOn: calendarDateField,
  fromStatus: z.string().nullable(),
  toStatus: z.string(),
  factsRevision: z.int(),
  reason: z.string(),
  changedBy: member.nullable(),
  changedAt: instantField,
});

export const dutyView = z
  .object({
    id: idOut('breachDuty'),
    kind: z.enum(DUTY_KINDS),
    byName: z.string(),
    toName: z.string(),
    jurisdiction: z.string().nullable(),
    dueOn: calendarDateField,
    earliestOn: calendarDateField.nullable(),
    ifSuspended: calendarDateField.nullable(),
    citation: z.string(),
    arithmetic: z.array(z.string()),
    provisional: z.boolean(),
    interpretation: z.boolean(),
    ruleVersion: z.string(),
    status: z.enum(['open', 'met', 'withdrawn']),
    metOn: calendarDateField.nullable(),
    /** Days to the outer limit; below zero it is late. Null once it is settled. */
    daysLeft: z.int().nullable(),
    sendings: z.array(sendingView),
    changes: z.array(dutyChange),
  })
  .meta({ id: 'BreachDuty' });
export type DutyView = z.infer<typeof dutyView>;

export const incidentView = z
  .object({
    ...incidentSummary.shape,
    whatHappened: z.string(),
    reporterContact: z.string(),
    reportedBy: member.nullable(),
    roles: z.array(
      z.object({
        role,
        member,
        since: instantField,
        until: instantField.nullable(),
        givenBy: member.nullable(),
      }),
    ),
    moves: z.array(z.object({ to: state, asksReason: z.boolean() })),
    tasks: z.array(taskView),
    duties: z.array(dutyView),
    /** Why notices are presumed to be due, or are not. */
    presumption: z.object({ presumed: z.boolean(), because: z.string() }),
    closing: z.object({
      problems: z.array(z.string()),
      askedBy: member.nullable(),
      askedAt: instantField.nullable(),
      outcome: z.enum(CLOSE_OUTCOMES).nullable(),
    }),
    allowedActions: z.array(
      z.enum(['run', 'work', 'counsel', 'release', 'decide', 'ask-to-close', 'confirm-closing']),
    ),
    today: calendarDateField,
  })
  .meta({ id: 'Incident' });
export type IncidentView = z.infer<typeof incidentView>;

export const updateIncidentRequest = z
  .strictObject({
    title: line(200, 1),
    kind,
    severity,
    handledAs: z.enum(HANDLINGS),
    phiInvolved: z.enum(PHI_ANSWERS),
    /** For an answer that PHI is not involved, and for everything that is less than an incident. */
    reason,
  })
  .partial()
  .meta({ id: 'UpdateIncidentRequest' });
export type UpdateIncidentRequest = z.infer<typeof updateIncidentRequest>;

export const moveIncidentRequest = z
  .strictObject({ to: state, reason: reason.default('') })
  .meta({ id: 'MoveIncidentRequest' });
export type MoveIncidentRequest = z.infer<typeof moveIncidentRequest>;

export const giveRoleRequest = z
  .strictObject({ memberId: idIn('member') })
  .meta({ id: 'GiveIncidentRoleRequest' });
export type GiveRoleRequest = z.infer<typeof giveRoleRequest>;
export const incidentRole = role;

export const entryView = z
  .object({
    id: idOut('incidentEntry'),
    kind: z.enum(['fact', 'decision', 'action', 'note', 'state', 'role']),
    lane: z.enum(['team', 'counsel']),
    words: z.string(),
    fromState: state.nullable(),
    toState: state.nullable(),
    correctsId: idOut('incidentEntry').nullable(),
    happenedAt: instantField,
    writtenAt: instantField,
    writtenBy: member.nullable(),
    released: z.object({ by: member, at: instantField, reason: z.string() }).nullable(),
  })
  .meta({ id: 'IncidentEntry' });
export type EntryView = z.infer<typeof entryView>;
export const entryPage = z
  .object({ items: z.array(entryView), nextCursor: z.string().nullable() })
  .meta({ id: 'IncidentEntryPage' });
export type EntryPage = z.infer<typeof entryPage>;
export const entryListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(400).optional(),
});
export type EntryListQuery = z.infer<typeof entryListQuery>;

export const writeEntryRequest = z
  .strictObject({
    kind: z.enum(['fact', 'decision', 'action', 'note']),
    lane: z.enum(['team', 'counsel']).default('team'),
    words: text(10_000, 1),
    happenedAt: z
      .union([instantField, localTimeField], 'Write a day and a time.')
      .optional()
      .describe(
        'When it happened, as an instant or by the clock of the organization; now, where it is left out.',
      ),
    correctsId: idIn('incidentEntry').nullable().default(null),
  })
  .meta({ id: 'WriteIncidentEntryRequest' });
export type WriteEntryRequest = z.infer<typeof writeEntryRequest>;

export const writtenEntry = z.object({ id: idOut('incidentEntry') }).meta({ id: 'WrittenIncidentEntry' });

export const releaseEntryRequest = z
  .strictObject({ reason: text(2_000, 3) })
  .meta({ id: 'ReleaseIncidentEntryRequest' });

export const addTaskRequest = z
  .strictObject({
    phase: z.enum(['triage', 'contain', 'investigate', 'assess', 'notify', 'remediate']),
    title: line(200, 1),
    why: text(1_000).default(''),
    ownerId: idIn('member').nullable().default(null),
  })
  .meta({ id: 'AddIncidentTaskRequest' });
export type AddTaskRequest = z.infer<typeof addTaskRequest>;

export const updateTaskRequest = z
  .strictObject({
    ownerId: idIn('member').nullable(),
    status: z.enum(['open', 'done', 'not-needed']),
    outcome: text(4_000),
  })
  .partial()
  .meta({ id: 'UpdateIncidentTaskRequest' });
export type UpdateTaskRequest = z.infer<typeof updateTaskRequest>;

/** The rest of a part of the checklist, each task as it was seen. */
export const leaveTasksRequest = z
  .strictObject({
    tasks: z
      .array(z.strictObject({ id: idIn('incidentTask'), version: z.int() }))
      .min(1)
      .max(100),
    outcome: text(4_000, 3),
  })
  .meta({ id: 'LeaveIncidentTasksRequest' });
export type LeaveTasksRequest = z.infer<typeof leaveTasksRequest>;

export const recordSendingRequest = z
  .strictObject({
    sentOn: calendarDateField,
    method: z.enum(
      ['first-class-mail', 'e-mail', 'telephone', 'web-posting', 'media', 'hhs-portal', 'other'],
      'Choose how it was sent.',
    ),
    recipients: countField.nullable().default(null),
    note: text(4_000).default(''),
    completes: z.boolean().describe('With this, everybody whom the notice is for has been told.'),
  })
  .meta({ id: 'RecordSendingRequest' });
export type RecordSendingRequest = z.infer<typeof recordSendingRequest>;

export const askToCloseRequest = z
  .strictObject({
    outcome: z.enum(CLOSE_OUTCOMES, 'Choose how it ended.'),
    reason: text(4_000, 20),
  })
  .meta({ id: 'AskToCloseIncidentRequest' });
export type AskToCloseRequest = z.infer<typeof askToCloseRequest>;
export const confirmClosingRequest = z
  .strictObject({ confirms: z.boolean(), reason: reason.default('') })
  .meta({ id: 'ConfirmClosingRequest' });
export type ConfirmClosingRequest = z.infer<typeof confirmClosingRequest>;
