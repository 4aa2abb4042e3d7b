import { z } from 'zod';
import { calendarDateField, idOut } from '../../platform/http/schemas.js';
import { actionStatus, memberName, riskStatus, treatment } from './risk.schemas.js';

/** No trend reaches further back than this many signed analyses. */
export const MOST_POINTS = 12;
export const TOP_RISKS = 10;

/** Of its own scale; rank: 0 the lowest to 100 the highest. */
const levelFigure = z.object({
  id: z.string(),
  label: z.string(),
  rank: z.number().int(),
  inherent: z.number().int(),
  residual: z.number().int(),
});

const point = z.object({
  /** Null: the register as it is now. */
  assessment: z.object({ id: idOut('assessment'), title: z.string() }).nullable(),
  /** The day of the signature, or today. */
  on: calendarDateField,
  /** What it was rated by: one scale; of the register as it is now, each that open risks are rated by. */
  scales: z.array(
    z.object({
      title: z.string(),
      version: z.string(),
      own: z.boolean(),
      /** From the least to the most: two scales may use one word for levels of different rank. */
      levels: z.array(z.object({ label: z.string(), rank: z.number().int() })),
    }),
  ),
  /** From the least to the most. */
  levels: z.array(levelFigure),
  unrated: z.number().int(),
  openRisks: z.number().int(),
  /** Budget of actions that are planned or in work, in cents; null for who does not see the plan's money. */
  openCents: z.number().int().nullable(),
});

const topRisk = z.object({
  id: idOut('risk'),
  number: z.number().int(),
  title: z.string(),
  assessmentId: idOut('assessment'),
  inherentLevel: z.object({ label: z.string(), rank: z.number().int() }).nullable(),
  residualLevel: z.object({ label: z.string(), rank: z.number().int() }).nullable(),
  treatment: treatment.nullable(),
  owner: memberName.nullable(),
  status: riskStatus,
  /** The unfinished action that is due first; where all are done, one that waits to be checked. */
  nextAction: z
    .object({
      id: idOut('action'),
      number: z.number().int(),
      title: z.string(),
      status: actionStatus,
      dueOn: calendarDateField.nullable(),
    })
    .nullable(),
});

/** How the register went from signature to signature, and what stands highest in it now. */
export const riskTrendView = z
  .object({
    /** Signed analyses, the oldest first, and the register as it is now at the end. */
    points: z.array(point),
    /** Open risks with the highest residual level first; what is not rated last. */
    topRisks: z.array(topRisk),
  })
  .meta({ id: 'RiskTrend' });
export type RiskTrendView = z.infer<typeof riskTrendView>;
