import { color } from '../look';
import { DISC, endOf, type DrawnRow, type Stroke } from './drawn-row';
import { fontOf, sizeOf, type Face } from './faces';
import type { Piece } from './wrap-lines';

/** What a drawing needs of the painter, whose own types know neither fonts nor plain lines. */
export interface Painter {
  font: (font: unknown, size: number) => Painter;
  fillColor: (color: string) => Painter;
  text: (text: string, x: number, y: number, options: object) => Painter;
  roundedRect: (x: number, y: number, width: number, height: number, radius: number) => Painter;
  circle: (x: number, y: number, radius: number) => Painter;
  path: (path: string) => Painter;
  fill: (color: string) => Painter;
  moveTo: (x: number, y: number) => Painter;
  lineTo: (x: number, y: number) => Painter;
  lineWidth: (width: number) => Painter;
  stroke: (color: string) => Painter;
  fillAndStroke: (fill: string, stroke: string) => Painter;
}

const TAG_PAD = 4;
const BAR_LEFT = 7;

export function paintRow(painter: Painter, row: DrawnRow, top: number): void {
  const pen = penOf(painter);
  for (const stroke of row.strokes) paintStroke(painter, pen, stroke, top);
}

type Pen = (face: Face, size: number) => void;

/** To be handed a font costs the painter far more than to be told the name of one that it was handed before. */
function penOf(painter: Painter): Pen {
  const opened = new Set<Face>();
  return (face, size) => {
    const font = fontOf(face);
    painter.font(opened.has(face) ? font.postscriptName : font, sizeOf(face, size));
    opened.add(face);
  };
}

function paintStroke(painter: Painter, pen: Pen, stroke: Stroke, top: number): void {
  const { line, x, height, size, tag, bar, standing } = stroke;
  const y = top + stroke.y;
  if (bar) upright(painter, x - BAR_LEFT, y, height, bar);
  if (standing) paintDisc(painter, standing, x - DISC.room + DISC.size / 2, y + height / 2);
  if (tag) {
    const width = endOf(line, size) + 2 * TAG_PAD;
    painter.roundedRect(x, y - 1, width, height, 2).fill(tag.backgroundColor);
  }
  for (const piece of line) {
    if (piece.text.trim() === '') continue;
    pen(piece.face, size);
    painter.fillColor(tag?.color ?? piece.color ?? color.ink);
    painter.text(piece.text.trimEnd(), x + piece.x + (tag ? TAG_PAD : 0), y + droop(piece, size), {
      lineBreak: false,
    });
  }
}

/** What is set smaller stands on the line of the words beside it. */
function droop({ face }: Piece, size: number): number {
  return size - sizeOf(face, size);
}

/** A filled, half or empty disc: read in grey as well as in colour, and always with its word. */
function paintDisc(painter: Painter, standing: string, x: number, y: number): void {
  const ink = standing === 'gap' || standing === 'unknown' ? color.bad : color.soft;
  const radius = DISC.size / 2 - 1;
  painter.lineWidth(0.9).circle(x, y, radius);
  painter.fillAndStroke(standing === 'in-place' ? color.soft : color.paper, ink);
  if (standing === 'partial')
    painter.path(`M${x} ${y - radius} A${radius} ${radius} 0 0 1 ${x} ${y + radius} Z`).fill(color.soft);
  if (standing === 'unknown') painter.circle(x, y, 1.1).fill(color.bad);
  if (standing === 'not-applicable')
    painter
      .moveTo(x - 2.5, y + 2.5)
      .lineTo(x + 2.5, y - 2.5)
      .stroke(color.soft);
}

function upright(painter: Painter, x: number, y: number, height: number, ink: string): void {
  painter
    .moveTo(x, y)
    .lineTo(x, y + height)
    .lineWidth(1.5)
    .stroke(ink);
}

export function rule(painter: Painter, y: number, right: number, width: number, ink: string): void {
  painter.moveTo(0, y).lineTo(right, y).lineWidth(width).stroke(ink);
}
