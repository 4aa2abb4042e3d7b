import type { ColumnFields, ColumnName } from './import-subject.js';

/** What our exports say besides of every record. */
export const SYSTEM_HEADINGS = ['Id', 'Added at', 'Last changed at'] as const;

/** What we say of the rows of a list besides, where they are taken out to be mended. */
export const ROW_HEADINGS = [
  'Row of the list',
  'What an import does with it',
  'What to mend',
  'Remarks of the import',
  'What an import changes',
] as const;

/** All that is ours and no field of a record. */
export const OUR_HEADINGS = [...SYSTEM_HEADINGS, ...ROW_HEADINGS];

/** Reads the headings of a list. */
export interface HeadingMatcher {
  /** The field of each heading, as people write them: case, blanks and punctuation say nothing. The first of two alike counts. */
  match(headings: readonly string[]): ColumnFields;
  /** Our exports say it besides. It is ours to keep, so an import leaves it alone. */
  isOurs(heading: string): boolean;
}

/** Our file of the rows of a list, perhaps mended. */
export function isRowsOfList(headings: readonly string[]): boolean {
  const keys = new Set(headings.map(headingKey));
  return ROW_HEADINGS.some((heading) => keys.has(headingKey(heading)));
}

export function headingMatcher(
  columns: Readonly<Record<string, ColumnName>>,
  ours: readonly string[],
): HeadingMatcher {
  const byKey = new Map<string, string>();
  for (const [field, { heading, synonyms }] of Object.entries(columns)) {
    for (const name of [field, heading, ...synonyms]) byKey.set(headingKey(name), field);
  }
  const oursKeys = new Set(ours.map(headingKey));
  return {
    match: (headings) => {
      const taken = new Set<string>();
      return headings.map((heading) => {
        const field = byKey.get(headingKey(heading)) ?? null;
        if (field === null || taken.has(field)) return null;
        taken.add(field);
        return field;
      });
    },
    isOurs: (heading) => oursKeys.has(headingKey(heading)),
  };
}

function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
