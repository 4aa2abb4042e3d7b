import { widthOf } from './pdf-file.js';
import type { TextStyle } from './pdf-look.js';

/** Text with its style, as long as it is. */
export interface Passage {
  text: string;
  style: TextStyle;
}

/** Breaks at blanks; a word that is too long for a line parts after its own marks, else where it must. */
export function wrapText({ text, style }: Passage, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let current = '';
    let filled = 0;
    for (const word of paragraph.split(/(?<= )/).flatMap((piece) => breakLong(piece, style, width))) {
      const wide = widthOf(word.trimEnd(), style);
      if (current !== '' && filled + wide > width) {
        lines.push(current.trimEnd());
        current = '';
        filled = 0;
      }
      current += word;
      filled += widthOf(word, style);
    }
    lines.push(current.trimEnd());
  }
  return lines;
}

function breakLong(word: string, style: TextStyle, width: number): string[] {
  if (widthOf(word.trimEnd(), style) <= width) return [word];
  return word
    .split(/(?<=[/_.,:;@-])/)
    .flatMap((piece) =>
      widthOf(piece.trimEnd(), style) <= width ? [piece] : breakAnywhere(piece, style, width),
    );
}

function breakAnywhere(word: string, style: TextStyle, width: number): string[] {
  const pieces: string[] = [];
  let current = '';
  for (const character of word) {
    if (current !== '' && widthOf(current + character, style) > width) {
      pieces.push(current);
      current = '';
    }
    current += character;
  }
  return [...pieces, current];
}
