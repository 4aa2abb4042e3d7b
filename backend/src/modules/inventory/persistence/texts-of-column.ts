import type { ImportContent } from './import-batch.repository.js';

/** What the rows write into a column, each once and in small letters. */
export function textsOf({ mapping, rows }: ImportContent, field: string): string[] {
  const column = mapping.columns.indexOf(field);
  if (column === -1) return [];
  return [...new Set(rows.map((row) => (row.cells[column] ?? '').trim().toLowerCase()))].filter(
    (text) => text !== '' && !text.includes('\0'),
  );
}
