import { z } from 'zod';
import { calendarDateField } from '../../platform/http/schemas.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { WAITING_TYPES } from './domain/waiting-term.js';

/** As for reminders: a mail server may be away for hours. */
const PATIENT = { attempts: 15 };

const assessment = z.object({ assessmentId: z.uuid(), byId: z.uuid(), on: calendarDateField });
const action = z.object({ actionId: z.uuid(), byId: z.uuid() });

/** To everybody who may approve it, but not to those who prepared or submitted it. */
export const notifyAssessmentSubmitted = defineJob('notice.assessment-submitted', assessment, PATIENT);
/** To who prepared and who submitted it. */
export const notifyAssessmentApproved = defineJob(
  'notice.assessment-approved',
  assessment.extend({ reviewDueOn: calendarDateField.nullable() }),
  PATIENT,
);
/** To who prepared and who submitted it. The reason travels sealed: sealWords(tx, assessmentId, reason). */
export const notifyAssessmentReturned = defineJob(
  'notice.assessment-returned',
  assessment.extend({ sealedReason: z.string() }),
  PATIENT,
);
/** To the new owner, unless they took it themselves. */
export const notifyActionAssigned = defineJob(
  'notice.action-assigned',
  action.extend({ ownerId: z.uuid() }),
  PATIENT,
);
/** To everybody who may validate it, but not to who completed it. */
export const notifyActionDone = defineJob(
  'notice.action-done',
  action.extend({ on: calendarDateField }),
  PATIENT,
);
/** To the compliance officers, once a file of a scanner: it found something critical that the analysis does not know of. */
export const notifyCriticalFound = defineJob(
  'notice.critical-found',
  z.object({ scanId: z.uuid(), critical: z.int().min(1), on: calendarDateField }),
  PATIENT,
);
/** To those who lead incidents and who answer for compliance, but not to who reported it. */
export const notifyIncidentReported = defineJob(
  'notice.incident-reported',
  z.object({
    incidentId: z.uuid(),
    number: z.int(),
    kind: z.string(),
    noticedOn: calendarDateField,
    byId: z.uuid().nullable(),
  }),
  PATIENT,
);
/** To those who may decide about what waits for a second person, in one week of its wait; else to who answers for compliance. */
export const notifyDecisionWaits = defineJob(
  'notice.decision-waits',
  z.object({
    type: z.enum(WAITING_TYPES),
    id: z.uuid(),
    /** When the wait began: one that began anew is another. */
    since: z.iso.datetime(),
    week: z.number().int().min(0),
  }),
  PATIENT,
);
