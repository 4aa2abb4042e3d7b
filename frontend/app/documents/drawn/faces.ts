import { Font } from '@react-pdf/renderer';
import { SANS } from '../fonts';

export type Face = 'regular' | 'strong';

interface MeasuringFont {
  layout: (text: string) => { positions: readonly { xAdvance: number }[] };
  unitsPerEm: number;
}

const WEIGHTS: Record<Face, number> = { regular: 400, strong: 600 };
const known: Record<Face, Map<string, number>> = { regular: new Map(), strong: new Map() };

/** The font itself, as the painter takes it; it has to be registered before. */
export function fontOf(face: Face): MeasuringFont {
  const font = Font.getFont({ fontFamily: SANS, fontWeight: WEIGHTS[face] })?.data as
    MeasuringFont | null | undefined;
  if (!font) throw new Error(`${SANS} is not registered.`);
  return font;
}

/** How wide a word is, in units of its size: asked for the same words over and over. */
export function widthOf(word: string, face: Face, size: number): number {
  const before = known[face].get(word);
  if (before !== undefined) return before * size;
  const font = fontOf(face);
  const width =
    font.layout(word).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / font.unitsPerEm;
  known[face].set(word, width);
  return width * size;
}
