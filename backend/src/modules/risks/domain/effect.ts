import { levelOf, type RatedLevel, type RatingScale } from './rating-scale.js';
import type { RiskStatus } from './risk.js';

/** Ids of a scale's steps. */
export interface RatedPair {
  likelihood: string;
  impact: string;
}

/** A risk as far as an action that lowers it asks. */
export interface LoweredRisk {
  status: RiskStatus;
  inherent: RatedPair | null;
  residual: RatedPair | null;
}

/** From where an action lowers a risk: from what remains of it, or from what it is without safeguards; null while unrated. */
export function ratedNow({ residual, inherent }: LoweredRisk): RatedPair | null {
  return residual ?? inherent;
}

/** Whether one rating is below another: neither likelihood nor impact is higher, and one of them is lower. */
export function isLower(scale: RatingScale, from: RatedPair, to: RatedPair): boolean {
  const steps = (field: keyof RatedPair): [number, number] => [
    placeOf(scale, field, from[field]),
    placeOf(scale, field, to[field]),
  ];
  const [likelihood, lowerLikelihood] = steps('likelihood');
  const [impact, lowerImpact] = steps('impact');
  if (lowerLikelihood < 0 || lowerImpact < 0) return false;
  const isHigher = lowerLikelihood > likelihood || lowerImpact > impact;
  return !isHigher && (lowerLikelihood < likelihood || lowerImpact < impact);
}

/** Whether who checks the action has something to decide: the risk is open and stands above what was expected. */
export function isToDecide(scale: RatingScale, risk: LoweredRisk, expected: RatedPair | null): boolean {
  const now = ratedNow(risk);
  return expected !== null && now !== null && risk.status !== 'closed' && isLower(scale, now, expected);
}

/** The level that is expected to remain, or why that cannot be expected, by field. */
export function expectedLevel(
  scale: RatingScale,
  risk: LoweredRisk,
  expected: RatedPair,
): { level: RatedLevel } | { refusals: Record<string, string[]> } {
  const refusals: Record<string, string[]> = {};
  if (placeOf(scale, 'likelihood', expected.likelihood) < 0)
    refusals['expectedLikelihood'] = [`The scale "${scale.title}" has no such likelihood.`];
  if (placeOf(scale, 'impact', expected.impact) < 0)
    refusals['expectedImpact'] = [`The scale "${scale.title}" has no such impact.`];
  const level = levelOf(scale, expected.likelihood, expected.impact);
  if (!level) return { refusals };
  const now = ratedNow(risk);
  if (now === null)
    return {
      refusals: {
        expectedLikelihood: ['Rate the risk first. Then say what is left of it after this action.'],
      },
    };
  if (!isLower(scale, now, expected))
    return {
      refusals: {
        expectedLikelihood: [
          'This is not lower than what remains of the risk today. Choose a lower likelihood or impact.',
        ],
      },
    };
  return { level };
}

function placeOf(scale: RatingScale, field: keyof RatedPair, id: string): number {
  return scale[field].findIndex((step) => step.id === id);
}
