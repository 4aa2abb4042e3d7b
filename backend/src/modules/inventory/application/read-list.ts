import type { SheetName } from '../../../platform/documents/xlsx/read-workbook.js';
import { isZip, refuseOtherFiles } from '../domain/import/file-signs.js';
import { ASSET_LIST, MOST_MEGABYTES, type ListRules, type ReadList } from './list-limits.js';
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
  if (bytes.length > MOST_MEGABYTES * 1024 * 1024)
    throw rules.unreadable(`This file is larger than ${MOST_MEGABYTES} MB. Split it into several lists.`);
  if (isZip(bytes)) return { ...(await readSheetList(bytes, sheet, rules)), delimiter: null };
  return { ...readCsv(bytes, rules), workbook: null };
}

/** A file that is called a workbook and is text would be read as CSV, and refused for what no workbook has. */
export function refuseFalseWorkbook(fileName: string, bytes: Buffer, rules: ListRules): void {
  if (!/\.xls[xm]$/i.test(fileName) || isZip(bytes)) return;
  throw rules.unreadable(
    refuseOtherFiles(bytes, rules.wanted) ??
      'This file is called an Excel workbook and is none. Save it as an Excel workbook (.xlsx) in your spreadsheet program; if it is CSV, give it a name that ends with .csv.',
  );
}
