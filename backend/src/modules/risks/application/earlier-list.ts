import { createHash } from 'node:crypto';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { readList, type ListRules, type ReadFile } from '../../inventory/index.js';
import { columnsMissing, earlierColumns, type EarlierColumns } from '../domain/earlier-list/columns.js';

export interface EarlierList {
  fileName: string;
  list: ReadFile;
  columns: EarlierColumns;
  /** SHA-256 of the file and the sheet, in hexadecimal. */
  seen: string;
}

const RULES: ListRules = {
  mostRows: 2_000,
  wanted: 'an Excel workbook (.xlsx) or a CSV file',
  unreadable: (message) => refuseFile('earlier-answers.unreadable', message),
};

/** Reads a list of earlier answers; refuses a file that is none. A `sheet` is one of its workbook's; null: the first with rows. */
export async function readEarlierList(
  fileName: string,
  bytes: Buffer,
  sheet: string | null,
): Promise<EarlierList> {
  const list = await readList(bytes, RULES, sheet);
  const columns = earlierColumns(list.headings);
  const missing = columnsMissing(columns);
  if (missing) throw refuseFile('earlier-answers.columns-missing', `${missing}${whichSheet(list)}`);
  const seen = createHash('sha256')
    .update(bytes)
    .update(`\0${list.workbook?.sheet ?? ''}`)
    .digest('hex');
  return { fileName, list, columns, seen };
}

function whichSheet({ workbook }: ReadFile): string {
  if (!workbook || workbook.sheets.length < 2) return '';
  return ` The sheet “${workbook.sheet}” was read; the list has to be on the first one with rows.`;
}

export function noFile(): DomainError {
  return refuseFile('earlier-answers.file-missing', 'Choose an Excel workbook (.xlsx) or a CSV file.');
}

function refuseFile(code: `${string}.${string}`, message: string): DomainError {
  return new DomainError(code, 'invalid', message, { fieldErrors: { file: [message] } });
}
