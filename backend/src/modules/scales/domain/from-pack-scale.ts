import type { OwnScale } from './own-scale.js';

interface Worded {
  id: string;
  label: string;
  meaning: string;
}
interface PackScale {
  likelihood: readonly (Worded & { everyday: string })[];
  impact: readonly (Worded & { everyday: string })[];
  levels: readonly (Worded & { responseGuide: string })[];
  matrix: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * A scale of a pack as the first draft of an own one. Its steps and levels get ids of their own: what is "low" in a pack
 * is never taken for what an organization means by it.
 */
export function fromPackScale(scale: PackScale): OwnScale {
  const named = <T extends Worded>(kind: string, rows: readonly T[]): T[] =>
    rows.map((row, place) => ({ ...row, id: `${kind}-${place + 1}` }));
  const idOf = (kind: string, rows: readonly Worded[], id: string | undefined): string => {
    const place = rows.findIndex((row) => row.id === id);
    return place < 0 ? '' : `${kind}-${place + 1}`;
  };
  const step = ({ id, label, meaning, everyday }: PackScale['likelihood'][number]) => ({
    id,
    label,
    meaning,
    everyday,
  });
  return {
    likelihood: named('step', scale.likelihood).map(step),
    impact: named('step', scale.impact).map(step),
    levels: named('level', scale.levels).map(({ id, label, meaning, responseGuide }) => ({
      id,
      label,
      meaning,
      responseGuide,
    })),
    matrix: Object.fromEntries(
      scale.likelihood.map((row, place) => [
        `step-${place + 1}`,
        Object.fromEntries(
          scale.impact.map((column, at) => [
            `step-${at + 1}`,
            idOf('level', scale.levels, scale.matrix[row.id]?.[column.id]),
          ]),
        ),
      ]),
    ),
  };
}
