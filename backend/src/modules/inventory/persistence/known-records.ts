import { hash } from 'node:crypto';

/** Records as they were, as far as the database needs them to find those that are otherwise now. */
export interface KnownRecords {
  /** What was known of them then: later fields are not compared. */
  fields: readonly string[];
  /** What each is known by, in small letters and each once; where two have one key, the last of them counts. */
  keys: string[];
  /** Their first parts, each once. */
  starts: string[];
  /** By the same places: all of its fields in one. Null where it lacks some that the others have. */
  prints: (string | null)[];
}

/** `parts`: of how many a key is made. */
export function knownRecords<T extends object>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  compared: readonly (keyof T & string)[],
  parts: number,
): KnownRecords {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const first = rows[0];
  const fields = compared.filter((field) => first !== undefined && field in first);
  const isWhole = (row: T): boolean => compared.every((field) => field in row === fields.includes(field));
  return {
    fields,
    keys: [...byKey.keys()],
    starts: [...new Set([...byKey.keys()].flatMap((key) => startsOf(key, parts)))],
    prints: [...byKey.values()].map((row) =>
      isWhole(row)
        ? printOf(fields.map((field) => (field === 'notes' ? row[field] !== '' : row[field])))
        : null,
    ),
  };
}

/** Parts stand between bars. Where one has a bar of its own, nobody knows which bars are between: the first may end at any. */
function startsOf(key: string, parts: number): string[] {
  const pieces = key.split('|');
  const firsts = pieces.slice(0, pieces.length - parts + 1);
  return firsts.map((_, place) => pieces.slice(0, place + 1).join('|'));
}

/** As `printSql` of the database: JSON as json_build_array writes it, and the SHA-256 of that. */
export function printOf(values: readonly unknown[]): string {
  return hash('sha256', `[${values.map((value) => JSON.stringify(value)).join(', ')}]`, 'hex');
}

/** SQL for the print of these columns. */
export function printSql(columns: readonly string[]): string {
  return `encode(sha256(convert_to(json_build_array(${columns.join(', ')})::text, 'UTF8')), 'hex')`;
}
