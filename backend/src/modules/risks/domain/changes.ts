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

/** One field from what to what: nothing, one value or several, in codes where the field has codes. */
export interface FieldChange {
  field: string;
  from: string[];
  to: string[];
}

/** What of two alike differs, field by field. */
export function fieldChanges<T extends object>(from: T, to: T): FieldChange[] {
  return fieldsThatDiffer(from, to).map((field) => {
    const [before, after] = [valuesOf(from[field as keyof T]), valuesOf(to[field as keyof T])];
    const start = startOfDifference(before[0] ?? '', after[0] ?? '');
    const shown = (values: string[]): string[] => values.map((value) => shortened(value, start));
    return { field, from: shown(before), to: shown(after) };
  });
}

function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}

/** A list of changes is no place for a page of text; the records themselves hold it. */
const LONGEST_VALUE = 200;
/** How much of what is the same stands before the first difference of two long texts. */
const LEAD_IN = 60;

function startOfDifference(from: string, to: string): number {
  const [one, other] = [[...from], [...to]];
  const first = one.findIndex((letter, place) => letter !== other[place]);
  return Math.max(0, (first < 0 ? one.length : first) - LEAD_IN);
}

/** A long text from shortly before it differs. */
function shortened(text: string, start: number): string {
  const letters = [...text];
  if (letters.length <= LONGEST_VALUE) return text;
  const begin = start + LONGEST_VALUE > letters.length ? Math.max(0, letters.length - LONGEST_VALUE) : start;
  const part = letters.slice(begin, begin + LONGEST_VALUE).join('');
  return `${begin > 0 ? '…' : ''}${part}${begin + LONGEST_VALUE < letters.length ? '…' : ''}`;
}
