import type { SheetName } from '../../../platform/documents/xlsx/read-workbook.js';
import { isZip } from '../domain/import/file-signs.js';
import { ASSET_LIST, MOST_BYTES, type ListRules, type ReadList } from './list-limits.js';
import { readCsv, type Delimiter } from './read-csv.js';
import { readSheetList } from './read-sheet-list.js';

/** A list, and what it was read from: text with a delimiter, or one of a workbook's sheets. */
export type ReadFile = ReadList &
  (
    | { delimiter: Delimiter; workbook: null }
    | { delimiter: null; workbook: { sheets: SheetName[]; sheet: string } }
  );

/** Reads CSV or a workbook, by what the bytes are, whatever the file is called. `sheet`: of a workbook, null takes the first filled one. */
export async function readList(
  bytes: Buffer,
  rules: ListRules = ASSET_LIST,
  sheet: string | null = null,
): Promise<ReadFile> {
  if (bytes.length > MOST_BYTES)
    throw rules.unreadable('This file is larger than 2 MB. Split it into several lists.');
  if (isZip(bytes)) return { ...(await readSheetList(bytes, sheet, rules)), delimiter: null };
  return { ...readCsv(bytes, rules), workbook: null };
}
