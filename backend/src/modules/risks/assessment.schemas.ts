import { z } from 'zod';
import {
  calendarDateField,
  idIn,
  idOut,
  instantField,
  pageOf,
  pageQuery,
  line,
  text,
} from '../../platform/http/schemas.js';
import { memberName, ratingScaleView } from './risk.schemas.js';

export const assessmentStatus = z.enum(['draft', 'in-review', 'signed', 'withdrawn']);
const packRef = { pack: z.string(), version: z.string(), title: z.string() };
/** The analysis that took over its register when it began; null while the register lives here. */
const carriedOnTo = z.object({ id: idOut('assessment'), title: z.string() }).nullable();
const progress = z.object({ answered: z.number().int(), total: z.number().int() });
const officialPack = z.object({ ...packRef, official: z.boolean() });

export const assessmentSummary = z
  .object({
    id: idOut('assessment'),
    title: z.string(),
    status: assessmentStatus,
    startedOn: calendarDateField,
    questionnaire: officialPack,
    /** As a new analysis is asked for it: the name of a scale of the pack, or the id of an own one. */
    scaleId: z.string(),
    progress,
    openFindings: z.number().int(),
    risks: z.number().int(),
    carriedOnTo,
    preparedBy: memberName,
    signedOn: calendarDateField.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'AssessmentSummary' });
export const assessmentPage = pageOf(assessmentSummary).meta({ id: 'AssessmentPage' });
export type AssessmentPage = z.infer<typeof assessmentPage>;
export const assessmentListQuery = z.strictObject({ ...pageQuery, status: assessmentStatus.optional() });
export type AssessmentListQuery = z.infer<typeof assessmentListQuery>;

export const assessmentExportQuery = assessmentListQuery.omit({ limit: true, cursor: true });
export type AssessmentExportQuery = z.infer<typeof assessmentExportQuery>;

/** What the person may do with the analysis as it stands. */
export const ASSESSMENT_ACTIONS = [
  'update',
  'answer',
  'submit',
  'return',
  'approve',
  'withdraw',
  'export',
] as const;

export const assessmentView = z
  .object({
    id: idOut('assessment'),
    title: z.string(),
    scope: z.string(),
    status: assessmentStatus,
    startedOn: calendarDateField,
    allowedActions: z.array(z.enum(ASSESSMENT_ACTIONS)),
    questionnaire: officialPack,
    threats: z.object(packRef),
    /** Of an own scale there is no pack, and the version is its number. */
    scale: ratingScaleView.extend({ pack: z.string().nullable(), version: z.string() }),
    previous: z.object({ id: idOut('assessment'), title: z.string() }).nullable(),
    carriedOnTo,
    /** Of a draft: the signed analysis before it whose register nobody has taken over, and its open risks. */
    registerLeft: z
      .object({ from: z.object({ id: idOut('assessment'), title: z.string() }), risks: z.int() })
      .nullable(),
    preparedBy: memberName,
    submittedBy: memberName.nullable(),
    submittedAt: instantField.nullable(),
    signOff: z
      .object({
        approvedBy: memberName,
        approvedAt: instantField,
        approvedOn: calendarDateField,
        statement: z.string(),
        contentHash: z.string(),
      })
      .nullable(),
    /** Null until it is signed, and once a newer analysis has taken its place. */
    nextReview: z
      .object({ dueOn: calendarDateField, owner: memberName.nullable(), citation: z.string() })
      .nullable(),
    /** Why it was given back, until it is submitted again. */
    returned: z.object({ reason: z.string(), by: memberName, at: instantField }).nullable(),
    /** Who took it back, and why; null while nobody did. */
    withdrawn: z.object({ reason: z.string(), by: memberName, at: instantField }).nullable(),
    /** The analysis that follows it: the one with its register, or the first of them. */
    followedBy: z.object({ id: idOut('assessment'), title: z.string() }).nullable(),
    progress,
    sections: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        title: z.string(),
        ...progress.shape,
        /** Questions that an answer leads past; `total` leaves them out. */
        notAsked: z.number().int(),
      }),
    ),
    counts: z.object({
      assetsInScope: z.number().int(),
      assetsExcluded: z.number().int(),
      dataFlows: z.number().int(),
      evidence: z.number().int(),
      findings: z.number().int(),
      findingsOpen: z.number().int(),
      dismissals: z.number().int(),
      specifications: z.number().int(),
      specificationsUndecided: z.number().int(),
      risks: z.number().int(),
      risksCarried: z.number().int(),
      /** Carried ones that nobody reviewed in this analysis yet. */
      risksToReview: z.number().int(),
      risksUnrated: z.number().int(),
      risksUndecided: z.number().int(),
      risksWithoutOwner: z.number().int(),
      risksUnplanned: z.number().int(),
      actions: z.number().int(),
      actionsOpen: z.number().int(),
      actionsOverdue: z.number().int(),
    }),
    checklist: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        question: z.string(),
        howToShow: z.string(),
        citations: z.array(z.string()),
        met: z.boolean().nullable(),
        note: z.string(),
      }),
    ),
    nextStep: z.object({
      title: z.string(),
      text: z.string(),
      citation: z.string().nullable(),
      href: z.string(),
    }),
    createdAt: instantField,
    updatedAt: instantField,
    version: z.number().int(),
  })
  .meta({ id: 'Assessment' });
export type AssessmentView = z.infer<typeof assessmentView>;

const title = line(200, 1);
const scope = text(10_000);

export const createAssessmentRequest = z
  .strictObject({
    title,
    scope: scope.default(''),
    /** A scale of the pack, or the id of a version of an own scale that is in force. */
    scaleId: z.string().max(80).optional(),
    /** Ours in its newest version where none is named. */
    questionnaire: z
      .strictObject({ pack: z.string().max(80), version: z.string().max(80) })
      .nullable()
      .default(null),
    previousId: idIn('assessment').nullable().default(null),
  })
  .meta({ id: 'CreateAssessmentRequest' });
export type CreateAssessmentRequest = z.infer<typeof createAssessmentRequest>;

export const updateAssessmentRequest = z
  .strictObject({ title, scope })
  .partial()
  .meta({ id: 'UpdateAssessmentRequest' });
export type UpdateAssessmentRequest = z.infer<typeof updateAssessmentRequest>;

/** What is left out of the analysis, and why. Everything else in the inventory is in scope. */
export const exclusionList = z
  .object({
    items: z.array(
      z.object({
        assetId: idOut('asset'),
        tag: z.string(),
        name: z.string(),
        kind: z.string(),
        holdsEphi: z.boolean(),
        reason: z.string(),
        createdAt: instantField,
      }),
    ),
  })
  .meta({ id: 'ExclusionList' });
export const excludeAssetRequest = z
  .strictObject({ reason: text(2_000, 3) })
  .meta({ id: 'ExcludeAssetRequest' });
