import { stringify } from 'csv-stringify/sync';
import { neutralCell } from '../domain/neutral-cell.js';

/** Spreadsheet programs take a file without it for the letters of their country. */
const BYTE_ORDER_MARK = '\ufeff';

type Rows = readonly (readonly string[])[];

/** Rows as CSV text, batch by batch, below their headings. No cell of it can run as a formula. */
export async function* csvText(
  headings: readonly string[],
  batches: AsyncIterable<Rows> | Iterable<Rows>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([headings]);
  for await (const rows of batches) if (rows.length > 0) yield csvLines(rows);
}

export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(neutralCell)),
    { record_delimiter: '\r\n' },
  );
}
