import type { Beside, Block, Column, Part } from './blocks';
import { textWidth } from './faces';
import { wrapLines, type Line } from './wrap-lines';

export const LEADING = 1.4;
const GUTTER = 9;
/** What stands before the word of a standing: the disc and a blank. */
export const DISC = { size: 9, room: 13 } as const;
const BAR_ROOM = 8;

/** One line as it will be drawn, from the upper left corner of its row. */
export interface Stroke extends Pick<Block, 'tag' | 'standing' | 'bar'> {
  x: number;
  y: number;
  height: number;
  size: number;
  line: Line;
}

export interface DrawnRow {
  height: number;
  strokes: readonly Stroke[];
}

export function drawnRow(parts: readonly Part[], width: number): DrawnRow {
  return rowOf(strokesOf(parts, width, 0, 0));
}

function rowOf(strokes: readonly Stroke[]): DrawnRow {
  return { height: bottomOf(strokes, 0), strokes };
}

function strokesOf(parts: readonly Part[], width: number, left: number, top: number): Stroke[] {
  let y = top;
  return parts.flatMap((part) => {
    y += part.gap ?? 0;
    const strokes = 'columns' in part ? besideStrokes(part, left, y) : blockStrokes(part, width, left, y);
    y = bottomOf(strokes, y);
    return strokes;
  });
}

function besideStrokes({ columns }: Beside, left: number, top: number): Stroke[] {
  return columns.flatMap(({ parts }, index) =>
    strokesOf(parts, innerWidth(columns, index), left + leftOf(columns, index), top),
  );
}

function leftOf(columns: readonly Column[], index: number): number {
  return columns.slice(0, index).reduce((sum, { width }) => sum + width, 0);
}

function innerWidth(columns: readonly Column[], index: number): number {
  return (columns[index]?.width ?? 0) - (index === columns.length - 1 ? 0 : GUTTER);
}

function blockStrokes(block: Block, width: number, left: number, top: number): Stroke[] {
  const { runs, size, tag, standing, bar, align } = block;
  const indent = (bar ? BAR_ROOM : 0) + (standing ? DISC.room : 0);
  const height = size * LEADING + (tag ? 2 : 0);
  return wrapLines(runs, width - indent, size).map((line, index) => ({
    x: left + indent + (align === 'right' ? width - indent - endOf(line, size) : 0),
    y: top + index * height,
    height,
    size,
    line,
    tag,
    bar,
    standing: index === 0 ? standing : undefined,
  }));
}

/** Where the ink of a line ends. */
export function endOf(line: Line, size: number): number {
  const last = line.at(-1);
  return last ? last.x + textWidth(last.text.trimEnd(), last.face, size) : 0;
}

function bottomOf(strokes: readonly Stroke[], least: number): number {
  return strokes.reduce((bottom, { y, height }) => Math.max(bottom, y + height), least);
}

/** A row too high to be kept whole, in pieces of some lines each; they are drawn one under the other. */
export function piecesOf(row: DrawnRow, whole: number, piece: number): DrawnRow[] {
  if (row.height <= whole) return [row];
  const pieces: DrawnRow[] = [];
  let rest = row;
  while (rest.height > piece) {
    const above = rest.strokes.filter(({ y, height }) => y + height <= piece);
    const below = rest.strokes.filter((stroke) => !above.includes(stroke));
    const top = below.reduce((least, { y }) => Math.min(least, y), rest.height);
    pieces.push({ height: top, strokes: above });
    rest = rowOf(below.map((stroke) => ({ ...stroke, y: stroke.y - top })));
  }
  return [...pieces, rest];
}
