import { wrapLines, type Line, type Run } from './wrap-lines';

export const LEADING = 1.4;

/** A paragraph of a cell; a tag is one word on a ground of its own. */
export interface Block {
  runs: readonly Run[];
  size: number;
  tag?: { backgroundColor: string; color: string };
  gap?: number;
}

export interface Stroke {
  y: number;
  height: number;
  size: number;
  line: Line;
  tag?: Block['tag'];
}

/** A row as it will be drawn: the strokes of each of its cells, from its top. */
export interface DrawnRow {
  height: number;
  cells: Stroke[][];
}

export function drawnRow(cells: readonly (readonly Block[])[], widths: readonly number[]): DrawnRow {
  return rowOf(cells.map((blocks, index) => strokesOf(blocks, widths[index] ?? 0)));
}

function strokesOf(blocks: readonly Block[], width: number): Stroke[] {
  let y = 0;
  return blocks.flatMap(({ runs, size, tag, gap = 0 }) => {
    y += gap;
    return wrapLines(runs, width, size).map((line) => {
      const height = size * LEADING + (tag ? 2 : 0);
      const stroke: Stroke = { y, height, size, line, tag };
      y += height;
      return stroke;
    });
  });
}

function rowOf(cells: Stroke[][]): DrawnRow {
  const height = Math.max(0, ...cells.map((strokes) => bottomOf(strokes.at(-1))));
  return { height, cells };
}

function bottomOf(stroke: Stroke | undefined): number {
  return stroke ? stroke.y + stroke.height : 0;
}

/** Cuts a row between its lines: what fits above, and the rest moved up. */
export function cutRow(row: DrawnRow, room: number): [DrawnRow, DrawnRow] {
  const above = row.cells.map((strokes) => strokes.filter((stroke) => bottomOf(stroke) <= room));
  const below = row.cells.map((strokes, index) => {
    const rest = strokes.slice(above[index]?.length ?? 0);
    const top = rest[0]?.y ?? 0;
    return rest.map((stroke) => ({ ...stroke, y: stroke.y - top }));
  });
  return [rowOf(above), rowOf(below)];
}
