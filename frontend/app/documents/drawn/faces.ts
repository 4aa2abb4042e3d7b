import { Font } from '@react-pdf/renderer';
import { MONO, SANS } from '../fonts';

export type Face = 'regular' | 'strong' | 'mono';

interface MeasuringFont {
  layout: (text: string) => { positions: readonly { xAdvance: number }[] };
  unitsPerEm: number;
  postscriptName: string;
}

/** Set in hexadecimal only, which looks larger than words do: so it is set a little smaller. */
const MONO_SCALE = 0.87;

const FACES: Record<Face, { fontFamily: string; fontWeight: number; scale: number }> = {
  regular: { fontFamily: SANS, fontWeight: 400, scale: 1 },
  strong: { fontFamily: SANS, fontWeight: 600, scale: 1 },
  mono: { fontFamily: MONO, fontWeight: 400, scale: MONO_SCALE },
};
const known: Record<Face, Map<string, number>> = { regular: new Map(), strong: new Map(), mono: new Map() };

/** The font itself, as the painter takes it; it has to be registered before. */
export function fontOf(face: Face): MeasuringFont {
  const { fontFamily, fontWeight } = FACES[face];
  const font = Font.getFont({ fontFamily, fontWeight })?.data as MeasuringFont | null | undefined;
  if (!font) throw new Error(`${fontFamily} is not registered.`);
  return font;
}

export function sizeOf(face: Face, size: number): number {
  return size * FACES[face].scale;
}

/** How wide a word is: asked for the same words over and over. */
export function widthOf(word: string, face: Face, size: number): number {
  const own = sizeOf(face, size);
  const before = known[face].get(word);
  if (before !== undefined) return before * own;
  const font = fontOf(face);
  const width =
    font.layout(word).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / font.unitsPerEm;
  known[face].set(word, width);
  return width * own;
}

export function textWidth(text: string, face: Face, size: number): number {
  return text.split(/(?<= )/).reduce((sum, word) => sum + widthOf(word, face, size), 0);
}

/** As much of a text as goes on one line; that some is missing shows. */
export function shortened(text: string, face: Face, size: number, width: number): string {
  if (textWidth(text, face, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join('')}\u2026`, face, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}\u2026`;
}
