import { columnOf, type SheetLimits, type SheetRow } from './sheet-row.js';
import { UnreadableWorkbook } from './unreadable-workbook.js';

export interface MergedRange {
  column: number;
  firstRow: number;
  lastRow: number;
}

/** Of A2:B5 the rows behind the first, in the first column; null when it spans one row only. */
export function readRange(reference: string): MergedRange | null {
  const match = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/i.exec(reference);
  if (!match) return null;
  const [, letters, first, last] = match;
  const range = { column: columnOf(letters!), firstRow: Number(first), lastRow: Number(last) };
  return range.lastRow > range.firstRow ? range : null;
}

/** A cell that spans rows is seen beside each of them, so its value counts for each; the file has it in the first only. */
export function fillMerged(
  rows: SheetRow[],
  merged: readonly MergedRange[],
  limits: SheetLimits,
): SheetRow[] {
  if (merged.length === 0) return rows;
  let characters = rows.reduce(
    (sum, { cells }) => sum + cells.reduce((length, cell) => length + cell.length, 0),
    0,
  );
  let turns = 0;
  for (const { column, firstRow, lastRow } of merged) {
    const start = indexOfRow(rows, firstRow);
    const source = rows[start];
    const text = source?.row === firstRow ? (source.cells[column] ?? '') : '';
    if (text === '') continue;
    for (let index = start + 1; index < rows.length && rows[index]!.row <= lastRow; index += 1) {
      turns += 1;
      const { cells, marks } = rows[index]!;
      // Ranges of a sound workbook do not overlap.
      if ((cells[column] ?? '') !== '') continue;
      characters += text.length;
      if (characters > limits.characters || turns > limits.rows * limits.columns) throw tooMuch();
      while (cells.length < column) cells.push('');
      cells[column] = text;
      marks[column] = source!.marks[column] === 'error' ? 'error' : 'merged';
    }
  }
  return rows;
}

/** Where the row stands, or the next one behind it. */
function indexOfRow(rows: readonly SheetRow[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tooMuch(): UnreadableWorkbook {
  return new UnreadableWorkbook(
    'The merged cells of this sheet hold more than a list can. Undo the merging in your spreadsheet program, then choose the file again.',
  );
}
