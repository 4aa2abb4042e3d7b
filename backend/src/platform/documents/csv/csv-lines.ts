import { stringify } from 'csv-stringify/sync';
import { neutralCell } from './neutral-cell.js';

/** Spreadsheet programs take a file without it for the letters of their country. */
export const BYTE_ORDER_MARK = '\ufeff';

export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(neutralCell)),
    { record_delimiter: '\r\n' },
  );
}
