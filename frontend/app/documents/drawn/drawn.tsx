import type { ReactNode } from 'react';
import { color } from '../look';
import type { Part } from './blocks';
import { Drawing } from './drawing';
import { drawnRow, piecesOf, type DrawnRow } from './drawn-row';
import { paintRow, rule } from './paint';

interface DrawnProps {
  parts: readonly Part[];
  width: number;
  /** Room above and below. */
  pad: number;
  ruled: 'above' | 'below';
}

/** Up to here a row stays whole; a higher one may part over pages between pieces of a few lines. */
const WHOLE = 200;
const PIECE_HEIGHT = 36;

/**
 * A row of a list as one drawing. Laid out by the package, each of its texts would be a box that is measured over and
 * over, and a register of a thousand risks takes a minute and a gigabyte; measured and set by ourselves, a second.
 */
export function Drawn({ parts, width, pad, ruled }: DrawnProps): ReactNode {
  const pieces = piecesOf(drawnRow(parts, width), WHOLE, PIECE_HEIGHT);
  return pieces.map((piece, index) => {
    const first = index === 0;
    const last = index === pieces.length - 1;
    const top = first ? pad : 0;
    return (
      <Piece
        key={index}
        row={piece}
        width={width}
        top={top}
        bottom={last ? pad : 0}
        ruled={(ruled === 'above' ? first : last) && ruled}
      />
    );
  });
}

/** How high the first drawing of such a row is: what stands above it keeps so much room, so as not to stand alone. */
export function headHeight({ parts, width, pad }: Pick<DrawnProps, 'parts' | 'width' | 'pad'>): number {
  const pieces = piecesOf(drawnRow(parts, width), WHOLE, PIECE_HEIGHT);
  return whole(pad + (pieces[0]?.height ?? 0) + (pieces.length > 1 ? 0 : pad));
}

interface PieceProps {
  row: DrawnRow;
  width: number;
  top: number;
  bottom: number;
  ruled: 'above' | 'below' | false;
}

function Piece({ row, width, top, bottom, ruled }: PieceProps) {
  const height = whole(top + row.height + bottom);
  return (
    <Drawing
      width={width}
      height={height}
      paint={(painter) => {
        paintRow(painter, row, top);
        if (ruled) rule(painter, ruled === 'above' ? 0 : height, width, 0.5, color.line);
      }}
    />
  );
}

/** Heights that add up without rounding: by a hair too high together, the package would not part them. */
export function whole(height: number): number {
  return Math.ceil(height * 2) / 2;
}
