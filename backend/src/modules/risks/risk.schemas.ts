import { z } from 'zod';
import {
  asOfField,
  calendarDateField,
  idIn,
  idOut,
  instantField,
  line,
  pageOf,
  pageQuery,
  text,
} from '../../platform/http/schemas.js';
import { acceptanceStanding, acceptanceView } from './acceptance.schemas.js';
import { carriedSummary, carriedView, subjectEnd } from './carried-risk.schemas.js';
import { ACTION_STATUSES } from './domain/action-transitions.js';
import { heatCellIn } from './domain/heat-map.js';
import { levelChoiceIn } from './domain/level-choice.js';
import { RISK_STATUSES, TREATMENTS } from './domain/risk.js';

export const packId = z.string().max(80);
/** Room for the mark of a page that is sorted by title: 300 characters of any language. */
export const longCursor = z.string().max(2_400).optional();
export const treatment = z.enum(TREATMENTS);
export const riskStatus = z.enum(RISK_STATUSES);
export const actionStatus = z.enum(ACTION_STATUSES);
export const memberName = z.object({ id: idOut('member'), name: z.string() });

/** rank: 0 the lowest to 100 the highest level of its scale. */
export const riskLevel = z
  .object({ id: z.string(), label: z.string(), rank: z.number().int() })
  .meta({ id: 'RiskLevel' });
export const rating = z.object({ likelihood: z.string(), impact: z.string(), level: riskLevel }).nullable();
const step = z.object({ id: z.string(), label: z.string(), value: z.number(), meaning: z.string() });
export const ratingScaleView = z
  .object({
    id: z.string(),
    title: z.string(),
    likelihood: z.array(step),
    impact: z.array(step),
    levels: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        meaning: z.string(),
        responseGuide: z.string(),
        rank: z.number().int(),
      }),
    ),
    matrix: z.record(z.string(), z.record(z.string(), z.string())),
    /** Only of a scale of the organization's own; then `id` is that of the version. */
    own: z
      .object({
        number: z.int(),
        reason: z.string(),
        adoptedBy: z.string(),
        adoptedOn: calendarDateField,
      })
      .nullable(),
  })
  .meta({ id: 'RatingScale' });

const subject = z
  .object({ type: z.enum(['asset', 'data-flow', 'finding']), id: z.string(), name: z.string() })
  .nullable();

export const riskSummary = z
  .object({
    id: idOut('risk'),
    number: z.number().int(),
    title: z.string(),
    assessmentId: idOut('assessment'),
    assessmentTitle: z.string(),
    subject,
    /** How many things more it concerns. */
    furtherSubjects: z.number().int(),
    inherentLevel: riskLevel.nullable(),
    residualLevel: riskLevel.nullable(),
    treatment: treatment.nullable(),
    /** Of a risk that is accepted: how its approval stands; null while nobody asked, and for other risks. */
    acceptance: acceptanceStanding.nullable(),
    /** Null where it was found in the analysis that it is in. */
    carried: carriedSummary.nullable(),
    subjectEnd: subjectEnd.nullable(),
    owner: memberName.nullable(),
    status: riskStatus,
    openActions: z.number().int(),
    updatedAt: instantField,
    version: z.number().int(),
  })
  .meta({ id: 'RiskSummary' });
export const riskPage = pageOf(riskSummary).meta({ id: 'RiskPage' });
export type RiskPage = z.infer<typeof riskPage>;

export const RISK_SORTS = ['residual', 'inherent', 'number', 'title', '-updated'] as const;
export const riskListQuery = z.strictObject({
  ...pageQuery,
  cursor: longCursor,
  assessmentId: idIn('assessment').optional(),
  ownerId: z.union([idIn('member'), z.literal('none')]).optional(),
  /**
   * A level with safeguards, with its scale as `/risks/scales` names it: `risk-scales/2026.1/five-levels:high`. Alone it
   * is one of the scale of the analysis that is named, else of the newest. Or `unrated`.
   */
  level: text(300)
    .refine(
      (level) => levelChoiceIn(level) !== null,
      'Write a level with its scale, as in pack/version/scale:level.',
    )
    .optional(),
  /**
   * A cell of the heat map, as `residual:high:low`: view, likelihood, impact. As on the map, without what is closed, and
   * by the scale of the analysis that is named, else of the newest.
   */
  cell: text(200)
    .refine(
      (cell) => heatCellIn(cell) !== null,
      'Write a cell as residual:high:low: view, likelihood, impact.',
    )
    .optional(),
  treatment: z.union([treatment, z.literal('undecided')]).optional(),
  status: riskStatus.optional(),
  /** Carried from an earlier analysis, and not reviewed in this one yet. */
  review: z.literal('due').optional(),
  q: text(200).optional(),
  asOf: asOfField,
  sort: z.enum(RISK_SORTS).default('residual'),
});
export type RiskListQuery = z.infer<typeof riskListQuery>;
export const riskExportQuery = riskListQuery.omit({ limit: true, cursor: true });
export type RiskExportQuery = z.infer<typeof riskExportQuery>;

/** Of the newest assessment, unless one is named. */
export const heatMapQuery = z.strictObject({
  assessmentId: idIn('assessment').optional(),
  asOf: asOfField,
});
export type HeatMapQuery = z.infer<typeof heatMapQuery>;
export const heatMapView = z
  .object({
    assessmentId: idOut('assessment'),
    scale: ratingScaleView,
    /** A row for each likelihood, a column for each impact, both from the least to the most. */
    inherent: z.array(z.array(z.number().int())),
    residual: z.array(z.array(z.number().int())),
    unrated: z.object({ inherent: z.number().int(), residual: z.number().int() }),
    /** What is still to decide: carried and not reviewed, no treatment, no owner, to be reduced without any action. */
    undecided: z.object({
      toReview: z.number().int(),
      untreated: z.number().int(),
      unowned: z.number().int(),
      unplanned: z.number().int(),
    }),
  })
  .meta({ id: 'RiskHeatMap' });
export type HeatMapView = z.infer<typeof heatMapView>;

const pairPart = z.object({ id: z.string(), title: z.string(), description: z.string() });
export const riskView = z
  .object({
    id: idOut('risk'),
    number: z.number().int(),
    title: z.string(),
    description: z.string(),
    assessment: z.object({
      id: idOut('assessment'),
      title: z.string(),
      status: z.enum(['draft', 'in-review', 'signed', 'withdrawn']),
    }),
    threat: pairPart.nullable(),
    vulnerability: pairPart.nullable(),
    /** The requirements that its threat and weak point are about: labels of paragraphs. */
    citations: z.array(z.string()),
    /** What the pack of threats suggests for this pair: starting points, the person who rates decides. */
    suggestion: z
      .object({
        rationale: z.string(),
        likelihood: z.string(),
        impact: z.string(),
        safeguardIds: z.array(z.string()),
      })
      .nullable(),
    subject,
    /** What it concerns besides: how many, and the first hundred by name. */
    further: z.object({
      total: z.number().int(),
      items: z.array(
        z.object({
          type: z.enum(['asset', 'data-flow']),
          id: z.string(),
          name: z.string(),
          /** Null while it is there. */
          end: subjectEnd.nullable(),
        }),
      ),
    }),
    /** Null while it is there, or something else that the risk concerns. */
    subjectEnd: subjectEnd.nullable(),
    /** Null where it was found in the analysis that it is in. */
    carried: carriedView.nullable(),
    inherent: rating,
    safeguards: z.string(),
    safeguardIds: z.array(z.string()),
    residual: rating,
    ratingReason: z.string(),
    treatment: treatment.nullable(),
    treatmentReason: z.string(),
    owner: memberName.nullable(),
    status: riskStatus,
    ratedBy: memberName.nullable(),
    ratedAt: instantField.nullable(),
    scale: ratingScaleView,
    safeguardChoices: z.array(pairPart),
    actions: z.array(
      z.object({
        id: idOut('action'),
        number: z.number().int(),
        title: z.string(),
        status: actionStatus,
        dueOn: z.string().nullable(),
        owner: memberName.nullable(),
        /** What is expected to remain of the risk after it; null until somebody says. */
        expected: rating,
      }),
    ),
    /** Who let it stay as it is, until when, and whether that still fits; the newest first. */
    acceptances: z.array(acceptanceView),
    /** Who may approve what waits, or what could be asked for; null where neither is the case. */
    acceptanceApprovers: z.array(memberName).nullable(),
    allowedActions: z.array(
      z.enum(['update', 'open', 'treated', 'closed', 'plan', 'ask-acceptance', 'review']),
    ),
    createdAt: instantField,
    updatedAt: instantField,
    version: z.number().int(),
  })
  .meta({ id: 'Risk' });
export type RiskView = z.infer<typeof riskView>;

const ratingFields = {
  inherentLikelihood: packId.nullable(),
  inherentImpact: packId.nullable(),
  safeguards: text(5_000),
  safeguardIds: z.array(packId).max(60, 'At most 60 safeguards.'),
  residualLikelihood: packId.nullable(),
  residualImpact: packId.nullable(),
  ratingReason: text(2_000),
  treatment: treatment.nullable(),
  treatmentReason: text(2_000),
  ownerId: idIn('member').nullable(),
};

/** By hand, or from a finding: then title and words of the finding are the first draft. */
export const createRiskRequest = z
  .strictObject({
    assessmentId: idIn('assessment').optional(),
    findingId: idIn('finding').optional(),
    title: line(300, 1).optional(),
    description: text(5_000).optional(),
    assetId: idIn('asset').optional(),
    dataFlowId: idIn('dataFlow').optional(),
    ...z.strictObject(ratingFields).partial().shape,
  })
  .refine((risk) => risk.findingId !== undefined || risk.title !== undefined, {
    path: ['title'],
    message: 'Please fill this in.',
  })
  .refine((risk) => risk.findingId !== undefined || risk.assessmentId !== undefined, {
    path: ['assessmentId'],
    message: 'Name the analysis that this risk belongs to.',
  })
  .refine((risk) => risk.assetId === undefined || risk.dataFlowId === undefined, {
    path: ['dataFlowId'],
    message: 'A risk is about an asset or about a data flow, not both.',
  })
  .meta({ id: 'CreateRiskRequest' });
export type CreateRiskRequest = z.infer<typeof createRiskRequest>;

/** What a risk or a proposal is about, as a request names it. */
export const subjectIn = z.union(
  [z.strictObject({ assetId: idIn('asset') }), z.strictObject({ flowId: idIn('dataFlow') })],
  'Name an asset or a data flow.',
);
export type SubjectIn = z.infer<typeof subjectIn>;

const things = z.array(subjectIn).max(200, 'At most 200 at once.').default([]);
/** What is taken off may be its first subject, as long as another one is left to take its place. */
export const changeSubjectsRequest = z
  .strictObject({ add: things, remove: things })
  .refine(({ add, remove }) => add.length + remove.length > 0, {
    path: ['add'],
    message: 'Choose at least one.',
  })
  .meta({ id: 'ChangeRiskSubjectsRequest' });
export type ChangeSubjectsRequest = z.infer<typeof changeSubjectsRequest>;

export const updateRiskRequest = z
  .strictObject({ title: line(300, 1), description: text(5_000), ...ratingFields, status: riskStatus })
  .partial()
  .meta({ id: 'UpdateRiskRequest' });
export type UpdateRiskRequest = z.infer<typeof updateRiskRequest>;
