/** What is new, what is gone, and what is there in both and differs. */
export interface Changes<T> {
  added: T[];
  gone: T[];
  changed: { from: T; to: T }[];
  /** There in both, and the same. */
  same: number;
}

/** Compares two lists by a key of their own; `differs` says what of two alike counts as a change. */
export function changesIn<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (row: T) => string,
  differs: (from: T, to: T) => boolean,
): Changes<T> {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const changes: Changes<T> = { added: [], gone: [], changed: [], same: 0 };
  const met = new Set<string>();
  for (const to of after) {
    const key = keyOf(to);
    met.add(key);
    const from = old.get(key);
    if (from === undefined) changes.added.push(to);
    else if (differs(from, to)) changes.changed.push({ from, to });
    else changes.same += 1;
  }
  changes.gone = before.filter((row) => !met.has(keyOf(row)));
  return changes;
}

/** Names of the fields of two alike that differ, the key's own left out. */
export function fieldsThatDiffer<T extends object>(
  from: T,
  to: T,
  besides: readonly (keyof T)[] = [],
): string[] {
  return (Object.keys(to) as (keyof T & string)[]).filter(
    (field) =>
      // What the earlier one did not ask for yet is no change.
      field in from && !besides.includes(field) && JSON.stringify(from[field]) !== JSON.stringify(to[field]),
  );
}
