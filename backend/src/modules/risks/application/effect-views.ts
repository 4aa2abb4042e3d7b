import { typedId } from '../../../platform/kernel/typed-id.js';
import type { ActionEffectView } from '../effect.schemas.js';
import { isToDecide } from '../domain/effect.js';
import { levelById, type RatingScale } from '../domain/rating-scale.js';
import type { Effect } from '../persistence/effect.query.js';

/** What an action lowers, as the page shows it. Who may not see the register is told the risks, and no rating. */
export function effectViews(
  effects: readonly Effect[],
  scale: RatingScale,
  { seesRatings, isDone }: { seesRatings: boolean; isDone: boolean },
): ActionEffectView[] {
  return effects.map((effect) => ({
    risk: { id: typedId('risk', effect.riskId), number: effect.number, title: effect.title },
    status: effect.status,
    now: seesRatings ? withLevel(effect.residual ?? effect.inherent, scale) : null,
    expected: seesRatings ? withLevel(effect.expected, scale) : null,
    isMain: effect.isMain,
    isToDecide: isDone && isToDecide(scale, effect, effect.expected),
    riskVersion: effect.version,
    outcomes: seesRatings ? effect.outcomes : [],
  }));
}

function withLevel(stored: Effect['expected'], scale: RatingScale): ActionEffectView['expected'] {
  const level = stored && levelById(scale, stored.level);
  return stored && level ? { likelihood: stored.likelihood, impact: stored.impact, level } : null;
}
