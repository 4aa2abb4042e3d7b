/** A step of likelihood or impact, as an organization words it. */
export interface OwnStep {
  id: string;
  label: string;
  meaning: string;
  everyday: string;
}

export interface OwnLevel {
  id: string;
  label: string;
  meaning: string;
  responseGuide: string;
}

/** Steps and levels go from the least to the most; matrix[likelihood][impact] is a level, '' where none was chosen yet. */
export interface OwnScale {
  likelihood: readonly OwnStep[];
  impact: readonly OwnStep[];
  levels: readonly OwnLevel[];
  matrix: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const FEWEST = 2;
export const MOST = 7;

export const SCALE_STATUSES = ['draft', 'proposed', 'adopted', 'superseded', 'retired'] as const;
export type ScaleStatus = (typeof SCALE_STATUSES)[number];

/** What stands where in the value of a step, from 0 for the least to 10 for the most, one digit behind the point. */
export function valueAt(place: number, count: number): number {
  return count < 2 ? 0 : Math.round((100 * place) / (count - 1)) / 10;
}

/** Where the level of a cell stands among the levels; -1 where none was chosen, or one that is not there. */
export function levelPlace(scale: OwnScale, likelihood: number, impact: number): number {
  const row = scale.matrix[scale.likelihood[likelihood]?.id ?? ''];
  const level = row?.[scale.impact[impact]?.id ?? ''];
  return scale.levels.findIndex(({ id }) => id === level);
}

/** Whether the cell gives a lower level than one with less likelihood or less impact. */
export function isLowerThanLess(scale: OwnScale, likelihood: number, impact: number): boolean {
  const here = levelPlace(scale, likelihood, impact);
  if (here < 0) return false;
  return [
    likelihood > 0 ? levelPlace(scale, likelihood - 1, impact) : -1,
    impact > 0 ? levelPlace(scale, likelihood, impact - 1) : -1,
  ].some((less) => less > here);
}

/** Levels that no cell gives. */
export function unreachedLevels({ levels, matrix }: OwnScale): OwnLevel[] {
  const given = new Set(Object.values(matrix).flatMap((row) => Object.values(row)));
  return levels.filter(({ id }) => !given.has(id));
}

/** The content without cells of steps and levels that are not there. */
export function withoutStrangers(scale: OwnScale): OwnScale {
  const known = new Set(scale.levels.map(({ id }) => id));
  const cell = (likelihood: string, impact: string): string => {
    const level = scale.matrix[likelihood]?.[impact] ?? '';
    return known.has(level) ? level : '';
  };
  return {
    ...scale,
    matrix: Object.fromEntries(
      scale.likelihood.map((row) => [
        row.id,
        Object.fromEntries(scale.impact.map((column) => [column.id, cell(row.id, column.id)])),
      ]),
    ),
  };
}
