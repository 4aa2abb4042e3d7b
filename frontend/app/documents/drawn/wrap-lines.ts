import { breakable } from '../fonts';
import { widthOf, type Face } from './faces';

export interface Run {
  text: string;
  face?: Face;
  color?: string;
}

export interface Piece {
  text: string;
  x: number;
  face: Face;
  color: string | undefined;
}

export type Line = Piece[];

/** Sets words into lines of a width: they part at blanks and line ends, and over-long ones where they have to. */
export function wrapLines(runs: readonly Run[], width: number, size: number): Line[] {
  const lines: Line[] = [[]];
  let x = 0;
  for (const { text, face = 'regular', color } of runs) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) {
        lines.push([]);
        x = 0;
      }
      for (const word of wordsOf(part, width, (text) => widthOf(text, face, size))) {
        const wide = widthOf(word.trimEnd(), face, size);
        if (x > 0 && x + wide > width) {
          lines.push([]);
          x = 0;
        }
        append(lines.at(-1)!, { text: word, x, face, color });
        x += widthOf(word, face, size);
      }
    });
  }
  return lines;
}

/** Each with the blanks behind it; in pieces is only a word that no line of this width could hold. */
function wordsOf(text: string, width: number, widthIs: (word: string) => number): string[] {
  return text
    .split(/(?<= )(?=[^ ])/)
    .flatMap((word) => (widthIs(word.trimEnd()) <= width ? [word] : breakable(word).filter(Boolean)));
}

/** Words of one kind that follow each other are written in one stroke. */
function append(line: Line, piece: Piece): void {
  const last = line.at(-1);
  if (last && last.face === piece.face && last.color === piece.color) last.text += piece.text;
  else line.push(piece);
}
