import type { SheetName } from '../../../platform/documents/xlsx/read-workbook.js';
import { isZip } from '../domain/import/file-signs.js';
import { MOST_BYTES, unreadable, type ReadList } from './list-limits.js';
import { readCsv, type Delimiter } from './read-csv.js';
import { readSheetList } from './read-sheet-list.js';

/** A list, and what it was read from: text with a delimiter, or one of a workbook's sheets. */
export type ReadFile = ReadList &
  (
    | { delimiter: Delimiter; workbook: null }
    | { delimiter: null; workbook: { sheets: SheetName[]; sheet: string } }
  );

/** Reads CSV or a workbook, by what the bytes are, whatever the file is called. */
export async function readList(bytes: Buffer): Promise<ReadFile> {
  if (bytes.length > MOST_BYTES)
    throw unreadable('This file is larger than 2 MB. Split it into several lists.');
  if (isZip(bytes)) return { ...(await readSheetList(bytes, null)), delimiter: null };
  return { ...readCsv(bytes), workbook: null };
}
