import { z } from 'zod';
import { ACTION_STATUSES } from '../domain/action-transitions.js';
import { REVIEW_OUTCOMES } from '../domain/carried-risk.js';
import { RISK_STATUSES, TREATMENTS } from '../domain/risk.js';
import { day, instant, person } from './parts.schema.js';

/** Ids of the scale; null until both likelihood and impact are chosen. */
const rating = z.object({ likelihood: z.string(), impact: z.string(), level: z.string() }).nullable();

/** In the words of a scale of then, which may be another one. */
const ratingOfThen = z.object({ likelihood: z.string(), impact: z.string(), level: z.string() }).nullable();

const finding = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  citations: z.array(z.string()),
  standing: z.enum(['partial', 'gap', 'unknown']),
  source: z.enum(['answer', 'data-flow', 'scan', 'manual']),
  status: z.enum(['open', 'dismissed', 'resolved']),
  statusReason: z.string(),
  /** The question whose answer it comes from; null where it is none. Reports signed before this was told lack it. */
  questionId: z.string().nullable().optional(),
});

const risk = z.object({
  id: z.string(),
  /** Counted through the organization's whole register: printed as R-12. */
  number: z.number().int(),
  title: z.string(),
  description: z.string(),
  threat: z.string().nullable(),
  vulnerability: z.string().nullable(),
  /** The asset, the data flow or the finding that it is about. */
  subject: z.string().nullable(),
  /** Assets and flows that it concerns besides, by name; absent where it concerns one thing. */
  alsoConcerns: z.array(z.string()).optional(),
  /** The requirements that it is about; absent in what was signed before risks told them. */
  citations: z.array(z.string()).optional(),
  inherent: rating,
  safeguards: z.string(),
  safeguardTitles: z.array(z.string()),
  residual: rating,
  ratingReason: z.string(),
  treatment: z.enum(TREATMENTS).nullable(),
  treatmentReason: z.string(),
  ownerName: person,
  status: z.enum(RISK_STATUSES),
  ratedBy: person,
  ratedAt: instant.nullable(),
  /**
   * Of a risk that came from an earlier analysis: where it was first found, and its review in this one. Null for one that
   * was found in this analysis; reports signed before risks were carried on lack it.
   */
  carried: z
    .object({
      identifiedIn: z.string(),
      identifiedOn: day,
      from: z.string(),
      outcome: z.enum(REVIEW_OUTCOMES).nullable(),
      reason: z.string(),
      reviewedBy: person,
      reviewedAt: instant.nullable(),
      /** How it was rated in the analysis that it came from; null where it was not. */
      earlier: z.object({ inherent: ratingOfThen, residual: ratingOfThen }).optional(),
    })
    .nullable()
    .optional(),
  /** What was planned against it in an earlier analysis and stayed there, cancelled ones left out; absent where nothing was. */
  earlierActions: z
    .array(
      z.object({
        /** Printed as A-4. */
        number: z.number().int(),
        title: z.string(),
        status: z.enum(ACTION_STATUSES),
        completedOn: day.nullable(),
        validatedAt: instant.nullable(),
        analysisTitle: z.string(),
      }),
    )
    .optional(),
});

/** What was found, what could happen, and what was looked at and turned down. */
export const reportRegister = {
  findings: z.array(finding),
  /** The highest residual level first; what is not rated last. */
  risks: z.array(risk),
  dismissals: z.array(
    z.object({ pairTitle: z.string(), subject: z.string(), reason: z.string(), by: z.string(), at: instant }),
  ),
  /** Proposed pairs of threat and weak point that nobody decided on; reports signed before this was told lack it. */
  undecidedProposals: z.number().int().optional(),
  /** By number, the risks that are to be reduced and that no action lowers, of this analysis or an earlier one; reports signed before this was told lack it. */
  risksWithoutAction: z.array(z.number().int()).optional(),
  /** Who let accepted risks stay as they are, and until when; reports signed before this was asked for lack it. */
  acceptances: z
    .array(
      z.object({
        /** Printed as R-12. */
        riskNumber: z.number().int(),
        riskTitle: z.string(),
        reason: z.string(),
        untilOn: day,
        standing: z.enum(['asked', 'in-force', 'stale', 'ended']),
        askedBy: z.string(),
        askedAt: instant,
        decidedBy: person,
        decidedAt: instant.nullable(),
        decisionNote: z.string(),
      }),
    )
    .optional(),
  /** Counts: a row for each likelihood of the scale, a column for each impact, both from the least to the most. */
  heatMap: z.object({
    inherent: z.array(z.array(z.number().int())),
    residual: z.array(z.array(z.number().int())),
  }),
};
export type ReportRisk = z.infer<typeof risk>;
