import { stringify } from 'csv-stringify/sync';
import { neutralCell } from './neutral-cell.js';

/** Spreadsheet programs take a file without it for the letters of their country. */
export const BYTE_ORDER_MARK = '\ufeff';

export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(neutralCell)),
    // Left alone it quotes only a cell with both: one of them alone ends the row for whoever reads it (RFC 4180, 2.6).
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}
