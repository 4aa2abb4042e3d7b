import { artifact, line, rule, shade, type Pdf } from './pdf-file.js';
import { bodyHeight, color, page, style } from './pdf-look.js';
import { wrapText, type Passage } from './wrap-text.js';

/** A table whose rows flow over pages; heads come again on each, rows are shaded by turns. */
export interface Column {
  title: string;
  width: number;
}
/** Cells as lines that fit their columns. */
export interface LaidRow {
  cells: Passage[][];
  height: number;
}
export type StructElement = PDFKit.PDFStructureElement;

const PAD = 4;
const GAP = 8;
export const HEAD_HEIGHT = style.head.leading + 2 * PAD;

/** Breaks a row's text into lines, and the row where it is higher than a page. */
export function layRow(columns: readonly Column[], cells: readonly Passage[][]): LaidRow[] {
  const lines = cells.map((passages, n) =>
    passages.flatMap((passage) =>
      wrapText(passage, columns[n]!.width - GAP).map((text) => ({ text, style: passage.style })),
    ),
  );
  const parts: LaidRow[] = [];
  for (let rest = lines; parts.length === 0 || rest.some((cell) => cell.length > 0);) {
    const taken = rest.map((cell) => cell.slice(0, fitting(cell)));
    parts.push({ cells: taken, height: Math.max(...taken.map(heightOf)) + 2 * PAD });
    rest = rest.map((cell, n) => cell.slice(taken[n]!.length));
  }
  return parts;
}

function heightOf(lines: readonly Passage[]): number {
  return lines.reduce((sum, passage) => sum + passage.style.leading, 0);
}

function fitting(lines: readonly Passage[]): number {
  let left = bodyHeight - HEAD_HEIGHT - 60;
  const over = lines.findIndex((passage) => (left -= passage.style.leading) < 0);
  return over === -1 ? lines.length : Math.max(1, over);
}

/** The head as part of the table, the first time; for the eye only when it comes again. */
export function drawHead(pdf: Pdf, table: StructElement | null, columns: readonly Column[], y: number): void {
  shade(pdf, color.hair, y, HEAD_HEIGHT);
  const titles = (draw: (title: string, x: number) => void): void => {
    let x = page.left;
    for (const { title, width } of columns) {
      draw(title, x + PAD);
      x += width;
    }
  };
  if (!table) {
    artifact(pdf, 'Pagination', () => titles((title, x) => line(pdf, title, style.head, x, y + PAD)));
    return;
  }
  const row = pdf.struct('TR');
  table.add(row);
  titles((title, x) => {
    const cell = pdf.struct('TH', { scope: 'Column' } as object);
    row.add(cell);
    cell.add(() => line(pdf, title, style.head, x, y + PAD));
    cell.end();
  });
  row.end();
}

export function drawRow(
  pdf: Pdf,
  table: StructElement,
  columns: readonly Column[],
  row: LaidRow,
  y: number,
  isShaded: boolean,
): void {
  if (isShaded) shade(pdf, color.sunken, y, row.height);
  const element = pdf.struct('TR');
  table.add(element);
  let x = page.left;
  row.cells.forEach((lines, n) => {
    const left = x + PAD;
    const cell = pdf.struct('TD');
    element.add(cell);
    cell.add(() => {
      let top = y + PAD;
      for (const passage of lines) {
        if (passage.text !== '') line(pdf, passage.text, passage.style, left, top);
        top += passage.style.leading;
      }
    });
    cell.end();
    x += columns[n]!.width;
  });
  element.end();
  rule(pdf, color.hair, y + row.height, 0.4);
}
