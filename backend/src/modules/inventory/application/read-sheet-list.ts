import { readSheet } from '../../../platform/documents/xlsx/read-sheet.js';
import {
  readWorkbook,
  type SheetName,
  type Workbook,
} from '../../../platform/documents/xlsx/read-workbook.js';
import type { SheetRow } from '../../../platform/documents/xlsx/sheet-row.js';
import { UnreadableWorkbook } from '../../../platform/documents/xlsx/unreadable-workbook.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import type { RawRow } from '../domain/import/import-subject.js';
import {
  ASSET_LIST,
  listOf,
  LONGEST_ROW,
  MOST_CHARACTERS,
  MOST_COLUMNS,
  type ListRules,
  type ReadList,
} from './list-limits.js';

const limitsOf = ({ mostRows }: ListRules) => ({
  rows: mostRows,
  columns: MOST_COLUMNS,
  charactersOfRow: LONGEST_ROW,
  characters: MOST_CHARACTERS,
});

export type SheetList = ReadList & { workbook: { sheets: SheetName[]; sheet: string } };

/** One sheet as a list. Without a name it is the first that is in sight and has rows. */
export async function readSheetList(
  bytes: Buffer,
  name: string | null,
  rules: ListRules = ASSET_LIST,
): Promise<SheetList> {
  try {
    const workbook = await readWorkbook(bytes);
    const { sheet, rows } =
      name === null ? await firstFilled(workbook, rules) : await named(workbook, name, rules);
    const sheets = workbook.sheets.map(({ name: sheetName, hidden }) => ({ name: sheetName, hidden }));
    return { ...listOf(rows.map(rawRow), rules), workbook: { sheets, sheet: sheet.name } };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw rules.unreadable(error.message);
    throw error;
  }
}

async function firstFilled(workbook: Workbook, rules: ListRules) {
  for (const sheet of [...workbook.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))) {
    const rows = await readSheet(workbook, sheet, limitsOf(rules));
    // A cover with a title is no list.
    if (rows.length > 1) return { sheet, rows };
  }
  throw rules.unreadable('No sheet of this workbook has headings and rows below them.');
}

async function named(workbook: Workbook, name: string, rules: ListRules) {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw invalidField('sheet', 'Choose one of the sheets of this workbook.');
  const rows = await readSheet(workbook, sheet, limitsOf(rules));
  if (rows.length < 2)
    throw invalidField('sheet', `“${name}” has no rows below headings. Choose another sheet.`);
  return { sheet, rows };
}

function rawRow({ row, cells, marks, hidden }: SheetRow): RawRow {
  return {
    row,
    cells,
    ...(Object.keys(marks).length > 0 ? { marks } : {}),
    ...(hidden ? { hidden } : {}),
  };
}
