import { z } from 'zod';
import { idIn, idOut, instantField, text } from '../../platform/http/schemas.js';
import { REVIEW_OUTCOMES, SUBJECT_ENDS } from './domain/carried-risk.js';

const person = z.object({ id: idOut('member'), name: z.string() });
const namedAssessment = z.object({ id: idOut('assessment'), title: z.string() });
/** In the words of the scale of that time. */
const earlierRating = z
  .object({ likelihood: z.string(), impact: z.string(), level: z.string(), rank: z.number().int() })
  .nullable();

/** Of a risk that came from an earlier analysis: where it was found, how it was rated there, what its review says. */
export const carriedView = z
  .object({
    identifiedIn: namedAssessment,
    from: namedAssessment,
    carriedAt: instantField,
    earlier: z.object({ inherent: earlierRating, residual: earlierRating }),
    /** Null: nobody reviewed it in this analysis yet. */
    review: z
      .object({ outcome: z.enum(REVIEW_OUTCOMES), reason: z.string(), by: person, at: instantField })
      .nullable(),
  })
  .meta({ id: 'CarriedRisk' });
export type CarriedView = z.infer<typeof carriedView>;

/** In a list: from which analysis it came, and when it was reviewed in the one where it is. */
export const carriedSummary = z.object({ from: z.string(), reviewedAt: instantField.nullable() });
/** What it is about is disposed of, has ended or is left out of the analysis: it may be closed. */
export const subjectEnd = z.enum(SUBJECT_ENDS);

/** Why the rating still holds. */
const reason = text(2_000, 3);
export const reviewRiskRequest = z.strictObject({ reason }).meta({ id: 'ReviewRiskRequest' });
export type ReviewRiskRequest = z.infer<typeof reviewRiskRequest>;

export const reviewRisksRequest = z
  .strictObject({
    reason,
    /** Each in the version that the person saw. */
    risks: z
      .array(z.strictObject({ id: idIn('risk'), version: z.number().int().min(1) }))
      .min(1, 'Choose at least one.')
      .max(200, 'At most 200 at once.'),
  })
  .meta({ id: 'ReviewRisksRequest' });
export type ReviewRisksRequest = z.infer<typeof reviewRisksRequest>;

/** What became of each: none is passed over in silence. */
export const REVIEW_RESULTS = [
  'confirmed',
  'changed-meanwhile',
  'nothing-to-review',
  'not-in-work',
  'not-rated',
  'not-found',
] as const;
export const reviewResults = z
  .object({
    items: z.array(
      z.object({
        id: idOut('risk'),
        number: z.number().int().nullable(),
        result: z.enum(REVIEW_RESULTS),
      }),
    ),
    confirmed: z.number().int(),
  })
  .meta({ id: 'ReviewResults' });
export type ReviewResults = z.infer<typeof reviewResults>;
