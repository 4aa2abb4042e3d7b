import type { OwnLevel, OwnScale, OwnStep } from './own-scale.js';

export type ScalePart = 'likelihood' | 'impact' | 'levels';

/** Of the steps or levels of one version against the version before it. */
export interface RowChange {
  part: ScalePart;
  change: 'added' | 'removed' | 'changed' | 'moved';
  label: string;
  /** Its name before, where it had another one. */
  earlierLabel: string | null;
  /** Which words differ. */
  fields: string[];
}

/** A cell that gives another level now; by names, as each version has them. */
export interface CellChange {
  likelihood: string;
  impact: string;
  from: string;
  to: string;
}

export interface ScaleChanges {
  rows: RowChange[];
  cells: CellChange[];
}

const PARTS: readonly ScalePart[] = ['likelihood', 'impact', 'levels'];

/** What a version changed. Cells of steps that are new or gone say nothing of their own. */
export function scaleChanges(before: OwnScale, after: OwnScale): ScaleChanges {
  return {
    rows: PARTS.flatMap((part) => rowChanges(part, before[part], after[part])),
    cells: cellChanges(before, after),
  };
}

type Row = OwnStep | OwnLevel;

function rowChanges(part: ScalePart, before: readonly Row[], after: readonly Row[]): RowChange[] {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const later = new Set(after.map(({ id }) => id));
  const kept = before.filter(({ id }) => later.has(id)).map(({ id }) => id);
  const stayed = after.filter(({ id }) => earlier.has(id)).map(({ id }) => id);
  const changes = after.flatMap((row): RowChange[] => {
    const old = earlier.get(row.id);
    if (!old) return [{ part, change: 'added', label: row.label, earlierLabel: null, fields: [] }];
    const fields = Object.keys(row).filter(
      (field) => field !== 'id' && row[field as keyof Row] !== old[field as keyof Row],
    );
    const moved = kept.indexOf(row.id) !== stayed.indexOf(row.id);
    if (fields.length === 0 && !moved) return [];
    const earlierLabel = old.label === row.label ? null : old.label;
    return [
      { part, change: fields.length > 0 ? 'changed' : 'moved', label: row.label, earlierLabel, fields },
    ];
  });
  const gone = before
    .filter(({ id }) => !later.has(id))
    .map(({ label }): RowChange => ({ part, change: 'removed', label, earlierLabel: null, fields: [] }));
  return [...changes, ...gone];
}

function cellChanges(before: OwnScale, after: OwnScale): CellChange[] {
  const label = ({ levels }: OwnScale, id: string): string =>
    levels.find((level) => level.id === id)?.label ?? '';
  return after.likelihood.flatMap((likelihood) =>
    after.impact.flatMap((impact): CellChange[] => {
      const from = before.matrix[likelihood.id]?.[impact.id];
      const to = after.matrix[likelihood.id]?.[impact.id] ?? '';
      if (from === undefined || from === to) return [];
      return [
        {
          likelihood: likelihood.label,
          impact: impact.label,
          from: label(before, from),
          to: label(after, to),
        },
      ];
    }),
  );
}
