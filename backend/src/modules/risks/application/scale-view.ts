import { typedId } from '../../../platform/kernel/typed-id.js';
import { levelById, type RatingScale } from '../domain/rating-scale.js';
import type { HeatMapView } from '../risk.schemas.js';

/** The scale as pages show it. */
export function scaleView({
  id,
  title,
  likelihood,
  impact,
  levels,
  matrix,
  own,
}: RatingScale): HeatMapView['scale'] {
  return {
    id: own ? typedId('scale', id) : id,
    title,
    likelihood: [...likelihood],
    impact: [...impact],
    levels: levels.map((level) => ({ ...level, rank: levelById({ levels }, level.id)!.rank })),
    matrix,
    own: own ?? null,
  };
}
