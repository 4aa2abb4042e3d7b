import { fillMerged, readRange, type MergedRange } from './merged-cells.js';
import { isTrue, textOf, type Workbook } from './read-workbook.js';
import { columnOf, type CellMark, type SheetLimits, type SheetRow } from './sheet-row.js';
import { PLAIN, shownNumber } from './shown-number.js';
import { damaged, UnreadableWorkbook } from './unreadable-workbook.js';

const MOST_MERGED = 20_000;

/** The filled rows of a sheet as a person sees them. Nothing is calculated: a formula shows what the file says it gave. */
export async function readSheet(
  workbook: Workbook,
  sheet: Workbook['sheets'][number],
  limits: SheetLimits,
): Promise<SheetRow[]> {
  const reader = new SheetReader(workbook, limits);
  await workbook.parts.read(sheet.part, {
    open: (tag, attributes) => reader.open(tag, attributes),
    text: (text) => reader.text(text),
    close: (tag) => reader.close(tag),
  });
  return fillMerged(reader.rows, reader.merged, limits);
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  hasFormula: boolean;
  inline: string;
}

class SheetReader {
  readonly rows: SheetRow[] = [];
  readonly merged: MergedRange[] = [];
  private readonly inline = textOf((text) => {
    if (this.cell) this.cell.inline = text;
  }, 'is');
  private row: (SheetRow & { length: number }) | null = null;
  private lastRow = 0;
  private lastColumn = -1;
  private characters = 0;
  private cell: OpenCell | null = null;
  private inValue = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly limits: SheetLimits,
  ) {}

  open(tag: string, attributes: Readonly<Record<string, string | undefined>>): void {
    if (tag === 'row') this.openRow(attributes);
    else if (tag === 'c' && this.row) this.openCell(attributes);
    else if (tag === 'mergeCell') this.addMerged(attributes['ref'] ?? '');
    else if (this.cell) {
      if (tag === 'v') this.inValue = true;
      else if (tag === 'f') this.cell.hasFormula = true;
      this.inline.open(tag, attributes);
    }
  }

  text(text: string): void {
    if (this.inValue && this.cell) this.cell.value += text;
    else if (this.cell) this.inline.text(text);
  }

  close(tag: string): void {
    if (tag === 'row') this.closeRow();
    else if (tag === 'c') this.closeCell();
    else if (tag === 'v') this.inValue = false;
    else if (this.cell) this.inline.close(tag);
  }

  private openRow({ r, hidden }: Readonly<Record<string, string | undefined>>): void {
    const row = r === undefined ? this.lastRow + 1 : Number(r);
    if (!Number.isInteger(row) || row <= this.lastRow || row > 1_048_576) throw damaged();
    this.lastRow = row;
    this.lastColumn = -1;
    this.row = { row, cells: [], marks: {}, hidden: isTrue(hidden), length: 0 };
  }

  private openCell({ r, t, s }: Readonly<Record<string, string | undefined>>): void {
    const column = r === undefined ? this.lastColumn + 1 : columnOf(r);
    if (column <= this.lastColumn) throw damaged();
    this.lastColumn = column;
    this.cell = { column, type: t ?? 'n', style: Number(s ?? 0), value: '', hasFormula: false, inline: '' };
  }

  private closeCell(): void {
    const { cell, row } = this;
    this.cell = null;
    if (!cell || !row) return;
    const text = this.shown(cell);
    const mark = markOf(cell);
    if (text.trim() === '' && mark !== 'formula-without-result') return;
    const { columns, charactersOfRow } = this.limits;
    if (cell.column >= columns) {
      throw new UnreadableWorkbook(
        `Row ${row.row} has more than ${columns} columns. Is this the right file, and the right sheet?`,
      );
    }
    row.length += text.length;
    this.characters += text.length;
    if (row.length > charactersOfRow) {
      throw new UnreadableWorkbook(
        `Row ${row.row} is longer than ${charactersOfRow.toLocaleString('en')} characters.`,
      );
    }
    if (this.characters > this.limits.characters) throw tooMuchText(this.limits);
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells.push(text);
    if (mark) row.marks[cell.column] = mark;
  }

  private closeRow(): void {
    if (!this.row) throw damaged();
    const { length: _length, ...row } = this.row;
    this.row = null;
    if (row.cells.length === 0) return;
    // The headings are a row, too.
    if (this.rows.length > this.limits.rows) {
      throw new UnreadableWorkbook(
        `This sheet has more than ${this.limits.rows.toLocaleString('en')} rows. Split it into several lists.`,
      );
    }
    this.rows.push(row);
  }

  private addMerged(ref: string): void {
    if (this.merged.length === MOST_MERGED) throw damaged();
    const range = readRange(ref);
    if (range) this.merged.push(range);
  }

  private shown({ type, style, value, inline }: OpenCell): string {
    const { texts, looks, from1904 } = this.workbook;
    if (type === 's') return texts[Number(value)] ?? '';
    if (type === 'inlineStr') return inline;
    if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
    if (type !== 'n' || value.trim() === '') return value;
    const number = Number(value);
    return Number.isFinite(number) ? shownNumber(number, looks[style] ?? PLAIN, from1904) : value;
  }
}

function markOf({ type, value, hasFormula }: OpenCell): CellMark | null {
  if (type === 'e') return 'error';
  if (!hasFormula) return null;
  return value === '' && type !== 'str' ? 'formula-without-result' : 'formula';
}

function tooMuchText({ characters }: SheetLimits): UnreadableWorkbook {
  return new UnreadableWorkbook(
    `This sheet holds more than ${characters.toLocaleString('en')} characters. Split it into several lists.`,
  );
}
