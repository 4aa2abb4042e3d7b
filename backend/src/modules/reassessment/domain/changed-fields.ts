import type { ChangedField } from './change-kinds.js';

export type Value = string | boolean | null | readonly string[];

/** The fields of `names` that differ; lists are compared as sets. */
export function changedFields<Facts extends Record<Field, Value>, Field extends string>(
  before: Facts,
  after: Facts,
  names: readonly Field[],
): ChangedField[] {
  return names.flatMap((field) => {
    const from = words(before[field]);
    const to = words(after[field]);
    return from.join('\n') === to.join('\n') ? [] : [{ field, from, to }];
  });
}

function words(value: Value): string[] {
  if (value === null || value === '') return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'string' ? [value] : [...value].sort();
}
