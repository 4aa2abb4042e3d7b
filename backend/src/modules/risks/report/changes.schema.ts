import { z } from 'zod';
import { changesView } from '../changes.schemas.js';
import { day, instant } from './parts.schema.js';

/** What changed around ePHI and was decided about since the analysis before; codes as the record of the change has them. */
const decidedChange = z.object({
  kind: z.string(),
  /** What it was called then. */
  subject: z.string(),
  details: z.array(z.object({ field: z.string(), from: z.array(z.string()), to: z.array(z.string()) })),
  description: z.string(),
  happenedOn: day,
  outcome: z.string(),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: instant,
  /** The title of the analysis that it was taken into. */
  takenInto: z.string().nullable(),
});

/** What is new, changed and gone since the analysis that this one follows. 45 CFR 164.308(a)(8), 164.316(b)(2)(iii) */
export const reportChanges = changesView.omit({ previous: true }).extend({
  previous: z.object({ title: z.string(), signedOn: day.nullable() }),
  environment: z.object({
    decided: z.array(decidedChange),
    /** Those that this analysis looks at without a decision of their own. */
    undecided: z.number().int(),
  }),
});
export type ReportChanges = z.infer<typeof reportChanges>;
