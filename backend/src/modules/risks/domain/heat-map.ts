import type { RatingScale } from './rating-scale.js';

/** One cell of the heat map: the steps of the scale that meet there, before safeguards or with them. */
export interface HeatCell {
  view: 'inherent' | 'residual';
  likelihood: string;
  impact: string;
}

const CELL = /^(inherent|residual):([^:]{1,80}):([^:]{1,80})$/;

/** Reads `residual:high:low`: the view, the likelihood, the impact. Null where it is none. */
export function heatCellIn(text: string): HeatCell | null {
  const [, view, likelihood, impact] = CELL.exec(text) ?? [];
  return view && likelihood && impact ? { view: view as HeatCell['view'], likelihood, impact } : null;
}

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
