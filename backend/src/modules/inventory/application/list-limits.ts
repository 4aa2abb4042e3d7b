import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { RawRow } from '../domain/import/import-subject.js';

/** Room for 10,000 rows of every column with words in them. */
export const MOST_MEGABYTES = 5;
export const MOST_ROWS = 10_000;
export const MOST_COLUMNS = 60;
/** The longest row, in characters. A quotation mark that is never closed would swallow the rest of the file. */
export const LONGEST_ROW = 100_000;
/** Of a whole list. Only workbooks can hold more than the bytes of their file. */
export const MOST_CHARACTERS = 8_000_000;

/** A file as a list: its headings and the rows below them. */
export interface ReadList {
  headings: string[];
  rows: RawRow[];
}

/** What a reader of lists is held to, and how it refuses. */
export interface ListRules {
  mostRows: number;
  /** The kinds of file that are wanted: “This is a PDF. Choose …”. */
  wanted: string;
  unreadable(message: string): DomainError;
}

export const ASSET_LIST = listRules('asset-import');
export const FLOW_LIST = listRules('data-flow-import');

function listRules(target: string): ListRules {
  return {
    mostRows: MOST_ROWS,
    wanted: 'an Excel workbook (.xlsx) or a CSV file',
    unreadable: (message) =>
      new DomainError(`${target}.unreadable`, 'invalid', message, { fieldErrors: { file: [message] } }),
  };
}

/** The first filled row has the headings. */
export function listOf([first, ...rows]: RawRow[], rules: ListRules = ASSET_LIST): ReadList {
  if (!first || rows.length === 0) throw rules.unreadable('This list has headings and no rows below them.');
  return { headings: withoutEmptyEnd(first.cells.map((cell) => cell.trim().slice(0, 200))), rows };
}

export function withoutEmptyEnd(cells: string[]): string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1]!.trim() === '') end -= 1;
  return cells.slice(0, end);
}
