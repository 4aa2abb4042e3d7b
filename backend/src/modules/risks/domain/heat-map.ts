import type { RatingScale } from './rating-scale.js';

export interface RatedCount {
  likelihood: string;
  impact: string;
  count: number;
}

/** Counts as a grid: a row for each likelihood, a column for each impact, both from the least to the most. */
export function heatGrid(
  scale: Pick<RatingScale, 'likelihood' | 'impact'>,
  counts: readonly RatedCount[],
): number[][] {
  const byPlace = new Map(counts.map(({ likelihood, impact, count }) => [`${likelihood}|${impact}`, count]));
  return scale.likelihood.map(({ id: likelihood }) =>
    scale.impact.map(({ id: impact }) => byPlace.get(`${likelihood}|${impact}`) ?? 0),
  );
}
