import { createRequire } from 'node:module';
import { Font } from '@react-pdf/renderer';

/** IBM Plex, SIL Open Font License 1.1: see LICENSE_FONT in each package. Embedded in every document. */
export const SANS = 'IBM Plex Sans';
export const SERIF = 'IBM Plex Serif';
export const MONO = 'IBM Plex Mono';

const FACES = [
  { family: SANS, package: 'ibm-plex-sans', style: '400Regular', weight: 400 },
  { family: SANS, package: 'ibm-plex-sans', style: '600SemiBold', weight: 600 },
  { family: SERIF, package: 'ibm-plex-serif', style: '400Regular', weight: 400 },
  { family: SERIF, package: 'ibm-plex-serif', style: '500Medium', weight: 500 },
  { family: MONO, package: 'ibm-plex-mono', style: '400Regular', weight: 400 },
] as const;

let registered = false;

export async function registerFonts(): Promise<void> {
  if (registered) return;
  registered = true;
  const { resolve } = createRequire(import.meta.url);
  for (const { family, package: name, style, weight } of FACES) {
    const file = `IBMPlex${family.split(' ').at(-1)}_${style}.ttf`;
    Font.register({
      family,
      src: resolve(`@expo-google-fonts/${name}/${style}/${file}`),
      fontWeight: weight,
    });
  }
  Font.registerHyphenationCallback(breakable);
  await Promise.all(FACES.map(({ family, weight }) => prepare(family, weight)));
}

const LONGEST_WORD = 18;
const PIECE = 6;

/**
 * Words stay whole. Hashes, addresses and other long ones may part after their own marks, else anywhere, and get no
 * hyphen that was never in them: an empty part is a place to break at without one.
 */
export function breakable(word: string): string[] {
  // Behind Greek or Cyrillic words the package parts the number of a character from its bracket: no hyphen there.
  if (word.endsWith('[')) return [word, ''];
  if (word.length <= LONGEST_WORD) return [word];
  const pieces = word
    .split(/(?<=[/_.@:\\\]-])/)
    .flatMap((piece) => (piece.length <= LONGEST_WORD ? [piece] : chunks(piece)));
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : ['', piece]));
}

function chunks(text: string): string[] {
  const letters = [...text];
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += PIECE) parts.push(letters.slice(at, at + PIECE).join(''));
  return parts;
}

const coverage = new Map<string, (codePoint: number) => boolean>();

/** Whether the sans has it, in which nearly everything is set that people typed; its weights have the same. */
export function isCovered(codePoint: number): boolean {
  return coverage.get(SANS)?.(codePoint) ?? false;
}

/** The serif, for words that it has all the letters of: it lacks Greek, for one. */
export function serifFor(text: string): string {
  const has = coverage.get(SERIF);
  return has && [...text].every((character) => character === '\n' || has(character.codePointAt(0) ?? 0))
    ? SERIF
    : SANS;
}

interface Shaped {
  glyphs: readonly unknown[];
  positions: readonly unknown[];
}
interface Glyph {
  codePoints: number[];
}
interface ShapingFont {
  layout: (text: string, features?: unknown, ...rest: unknown[]) => Shaped;
  hasGlyphForCodePoint: (codePoint: number) => boolean;
  getGlyph: (id: number, codePoints?: number[]) => Glyph | null;
  postscriptName: string;
  _tables?: { name?: { records?: object } };
}

async function prepare(fontFamily: string, fontWeight: number): Promise<void> {
  await Font.load({ fontFamily, fontWeight });
  const font = Font.getFont({ fontFamily, fontWeight })?.data as ShapingFont | null | undefined;
  if (!font) throw new Error(`The font ${fontFamily} ${fontWeight} could not be read.`);
  coverage.set(fontFamily, font.hasGlyphForCodePoint.bind(font));
  keepLetters(font);
  shapeWordsOnce(font);
  keepToItself(font);
}

/**
 * Two thirds of the time for a long register went into shaping the same words again and into comparing the names of
 * fonts as JSON at each run of text. Words are shaped once; the names compare as one short text.
 */
function shapeWordsOnce(font: ShapingFont): void {
  const shape = font.layout.bind(font);
  const hasGlyph = font.hasGlyphForCodePoint.bind(font);
  const known = new Map<string, Shaped>();
  const shapeOnce = (word: string, rest: unknown[]): Shaped => {
    const before = known.get(word);
    if (before) return before;
    const shaped = roomy(shape(writable(word, hasGlyph), undefined, ...rest));
    known.set(word, shaped);
    return shaped;
  };
  font.layout = (text, features, ...rest) => {
    if (asked(features)) return shape(text, features, ...rest);
    const glyphs: unknown[] = [];
    const positions: unknown[] = [];
    for (const word of text.split(/(?<= )|(?= )/)) {
      const shaped = shapeOnce(word, rest);
      for (const glyph of shaped.glyphs) glyphs.push(glyph);
      for (const position of shaped.positions) positions.push(position);
    }
    return { glyphs, positions };
  };
  // Asking for its name makes the font read its table of names.
  const name = font.postscriptName;
  const records = font._tables?.name?.records;
  if (records) Object.defineProperty(records, 'toJSON', { value: () => name });
}

/** A glyph that was first met as a part of another one, the dot of ọ, is nobody's letter: told of one, it keeps it. */
function keepLetters(font: ShapingFont): void {
  const known = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = known(id, codePoints);
    if (glyph?.codePoints.length === 0) glyph.codePoints = codePoints;
    return glyph;
  };
}

function asked(features: unknown): boolean {
  return Array.isArray(features) ? features.length > 0 : Boolean(features);
}

/** What the font cannot write would be set in Helvetica, which is not embedded; line ends count among it. */
function keepToItself(font: ShapingFont): void {
  font.hasGlyphForCodePoint = () => true;
}

const BLANK = 32;
const ROOM = 1.2;

/** Lines are set by squeezing blanks by up to a third: a little more room to start from keeps words apart. */
function roomy({ glyphs, positions }: Shaped): Shaped {
  const isBlank = (index: number) => (glyphs[index] as { codePoints?: number[] }).codePoints?.[0] === BLANK;
  return {
    glyphs,
    positions: positions.map((position, index) => {
      const { xAdvance } = position as { xAdvance: number };
      return isBlank(index) ? { ...(position as object), xAdvance: xAdvance * ROOM } : position;
    }),
  };
}

const REPLACEMENT = '\uFFFD';

/** A character that the font does not have is shown as one that is missing, of the same length. */
function writable(word: string, hasGlyph: (codePoint: number) => boolean): string {
  return [...word]
    .map((character) => {
      if (character === '\n') return ' ';
      return hasGlyph(character.codePointAt(0) ?? 0) ? character : REPLACEMENT.repeat(character.length);
    })
    .join('');
}
