import type { ImportContent } from './import-batch.repository.js';

/** What the rows write into a column, and what was chosen for the whole list, each once and in small letters. */
export function textsOf({ mapping, rows }: ImportContent, field: string): string[] {
  const column = mapping.columns.indexOf(field);
  const cells = column === -1 ? [] : rows.map((row) => row.cells[column] ?? '');
  const texts = [mapping.fixed[field] ?? '', ...cells].map((text) => text.trim().toLowerCase());
  return [...new Set(texts)].filter((text) => text !== '' && !text.includes('\0'));
}
