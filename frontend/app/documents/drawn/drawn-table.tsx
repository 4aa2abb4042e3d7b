import { Canvas, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { color } from '../look';
import { fontOf } from './faces';
import { drawnRow, LEADING, type Block, type DrawnRow, type Stroke } from './drawn-row';
import { packPages } from './pack-pages';
import { wrapLines } from './wrap-lines';

export interface DrawnColumn<Row> {
  header: string;
  width: number;
  blocks: (row: Row) => readonly Block[];
}

interface DrawnTableProps<Row> {
  columns: readonly DrawnColumn<Row>[];
  rows: readonly Row[];
  /** How high the table may be on each page, and on the first one, which begins with a heading. */
  room: number;
  firstRoom: number;
}

const PAD = 4.5;
const GUTTER = 9;
const HEAD = 18;
const HEAD_SIZE = 7.5;
/** The package thinks in lines that it centres; we set ours from their top. */
const TAG_PAD = 4;

/**
 * A table of a thousand rows as one drawing for each page. Laid out by the package, each cell would be several boxes,
 * and such a register takes a minute and a gigabyte; measured and set by ourselves it takes a second.
 */
export function DrawnTable<Row>({ columns, rows, room, firstRoom }: DrawnTableProps<Row>): ReactNode {
  const widths = columns.map(({ width }, index) => width - (index === columns.length - 1 ? 0 : GUTTER));
  const drawn = rows.map((row) =>
    drawnRow(
      columns.map(({ blocks }) => blocks(row)),
      widths,
    ),
  );
  const pages = packPages(drawn, firstRoom - HEAD, room - HEAD, 2 * PAD);
  return pages.map((page, index) => (
    <View key={index} wrap={false}>
      <Canvas
        style={{ width: '100%', height: index === 0 ? firstRoom : room }}
        paint={(painter) => {
          paintPage(painter as unknown as Painter, columns, page);
          return null;
        }}
      />
    </View>
  ));
}

/** What the drawing needs of the painter, whose own types know neither fonts nor plain lines. */
interface Painter {
  font: (font: unknown, size: number) => Painter;
  fillColor: (color: string) => Painter;
  text: (text: string, x: number, y: number, options: object) => Painter;
  roundedRect: (x: number, y: number, width: number, height: number, radius: number) => Painter;
  fill: (color: string) => Painter;
  moveTo: (x: number, y: number) => Painter;
  lineTo: (x: number, y: number) => Painter;
  lineWidth: (width: number) => Painter;
  stroke: (color: string) => Painter;
}

function paintPage<Row>(
  painter: Painter,
  columns: readonly DrawnColumn<Row>[],
  rows: readonly DrawnRow[],
): void {
  const lefts = columns.map((_, index) => columns.slice(0, index).reduce((sum, { width }) => sum + width, 0));
  const right = columns.reduce((sum, { width }) => sum + width, 0);
  columns.forEach(({ header, width }, index) => {
    const [line = []] = wrapLines([{ text: header, color: color.faint }], width, HEAD_SIZE);
    paintStroke(painter, { y: 2, height: HEAD_SIZE * LEADING, size: HEAD_SIZE, line }, lefts[index] ?? 0, 0);
  });
  rule(painter, HEAD - 2, right, 0.75, color.soft);
  let y = HEAD;
  for (const { cells, height } of rows) {
    cells.forEach((strokes, index) => {
      for (const stroke of strokes) paintStroke(painter, stroke, lefts[index] ?? 0, y + PAD);
    });
    y += height + 2 * PAD;
    rule(painter, y, right, 0.5, color.line);
  }
}

function paintStroke(
  painter: Painter,
  { line, y, height, size, tag }: Stroke,
  left: number,
  top: number,
): void {
  if (tag) {
    const width = line.reduce((end, piece) => Math.max(end, piece.x + measured(piece.text, size)), 0);
    painter.roundedRect(left, top + y - 1, width + 2 * TAG_PAD, height, 2).fill(tag.backgroundColor);
  }
  for (const piece of line) {
    if (piece.text.trim() === '') continue;
    painter
      .font(fontOf(tag ? 'strong' : piece.face), size)
      .fillColor(tag?.color ?? piece.color ?? color.ink)
      .text(piece.text.trimEnd(), left + piece.x + (tag ? TAG_PAD : 0), top + y, { lineBreak: false });
  }
}

function measured(text: string, size: number): number {
  const { positions } = fontOf('strong').layout(text);
  return (positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * size) / fontOf('strong').unitsPerEm;
}

function rule(painter: Painter, y: number, right: number, width: number, ink: string): void {
  painter.moveTo(0, y).lineTo(right, y).lineWidth(width).stroke(ink);
}
