import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CarriedView } from '../carried-risk.schemas.js';
import { levelById, type RatingScale } from '../domain/rating-scale.js';
import type { RiskDetail } from '../persistence/risk-detail.query.js';
import type { AssessmentPacks } from './assessment-packs.js';

type Stored = NonNullable<RiskDetail['carried']>;

/** Where a risk came from, with the ratings of then in the words of the scale of then. */
export async function carriedView(
  tx: ReadTx,
  stored: RiskDetail['carried'],
  packs: AssessmentPacks,
): Promise<CarriedView | null> {
  if (!stored) return null;
  const { earlierScale, inherent, residual, ...carried } = stored;
  const scale = await packs.scaleOf(tx, earlierScale);
  return { ...carried, earlier: { inherent: inWords(inherent, scale), residual: inWords(residual, scale) } };
}

function inWords(rating: Stored['inherent'], scale: RatingScale): CarriedView['earlier']['inherent'] {
  if (!rating) return null;
  const label = (steps: RatingScale['likelihood'], id: string): string =>
    steps.find((step) => step.id === id)?.label ?? id;
  const level = levelById(scale, rating.level);
  return {
    likelihood: label(scale.likelihood, rating.likelihood),
    impact: label(scale.impact, rating.impact),
    level: level?.label ?? rating.level,
    rank: level?.rank ?? 0,
  };
}
