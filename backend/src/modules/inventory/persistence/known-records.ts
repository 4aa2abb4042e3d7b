import { hash } from 'node:crypto';

/** Records as they were, as far as the database needs them to find those that are otherwise now. */
export interface KnownRecords {
  /** What was known of them then: later fields are not compared. */
  fields: readonly string[];
  /** What each is known by, in small letters and each once; where two have one key, the last of them counts. */
  keys: string[];
  /** By the same places: all of its fields in one. Null where it lacks some that the others have. */
  prints: (string | null)[];
}

export function knownRecords<T extends object>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  compared: readonly (keyof T & string)[],
): KnownRecords {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const first = rows[0];
  const fields = compared.filter((field) => first !== undefined && field in first);
  const isWhole = (row: T): boolean => compared.every((field) => field in row === fields.includes(field));
  return {
    fields,
    keys: [...byKey.keys()],
    prints: [...byKey.values()].map((row) =>
      isWhole(row)
        ? printOf(fields.map((field) => (field === 'notes' ? row[field] !== '' : row[field])))
        : null,
    ),
  };
}

/** As `printSql` of the database: JSON as json_build_array writes it, and the SHA-256 of that. */
export function printOf(values: readonly unknown[]): string {
  return hash('sha256', `[${values.map((value) => JSON.stringify(value)).join(', ')}]`, 'hex');
}

/** SQL for the print of these columns. */
export function printSql(columns: readonly string[]): string {
  return `encode(sha256(convert_to(json_build_array(${columns.join(', ')})::text, 'UTF8')), 'hex')`;
}
