import { openSync, type Font } from 'fontkit';
import { shownAs } from './shown-as.js';

interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

/**
 * A font that sets one glyph after the other, as their widths are: no ligatures, no kerning. In a register of ten
 * thousand ids, each of which is there once, shaping takes nine tenths of the time and shows in nothing.
 */
export class PlainFont {
  private readonly glyphs = new Map<string, readonly Glyph[]>();

  /** What the font calls itself: pdfkit finds it again by this. */
  readonly name: string;
  private readonly unitsPerEm: number;

  private constructor(private readonly font: Font) {
    this.name = font.postscriptName;
    this.unitsPerEm = font.unitsPerEm;
  }

  static open(file: string): PlainFont {
    return new PlainFont(openSync(file) as Font);
  }

  /** In points at a size of one point. */
  width(text: string): number {
    let units = 0;
    for (const character of text.normalize('NFC'))
      for (const { advanceWidth } of this.glyphsOf(character)) units += advanceWidth;
    return units / this.unitsPerEm;
  }

  /** What pdfkit takes for a font: the same, but with our way of setting it. */
  source(): Font {
    return Object.create(this.font, { layout: { value: (text: string) => this.set(text) } }) as Font;
  }

  private set(text: string): { glyphs: Glyph[]; positions: object[]; advanceWidth: number } {
    const glyphs = Array.from(text.normalize('NFC'), (character) => this.glyphsOf(character)).flat();
    return {
      glyphs,
      positions: glyphs.map(({ advanceWidth }) => ({
        xAdvance: advanceWidth,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
      })),
      advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0),
    };
  }

  private glyphsOf(character: string): readonly Glyph[] {
    let glyphs = this.glyphs.get(character);
    if (!glyphs) {
      const shown = shownAs(character, (codePoint) => this.font.hasGlyphForCodePoint(codePoint));
      glyphs = Array.from(shown, (one) => this.look(one.codePointAt(0)!));
      this.glyphs.set(character, glyphs);
    }
    return glyphs;
  }

  private look(codePoint: number): Glyph {
    const { id } = this.font.glyphForCodePoint(codePoint);
    return { id, advanceWidth: this.advance(id), codePoints: [codePoint] };
  }

  /** From the table of metrics itself: fontkit measures a blank without an outline by an outline that is not there. */
  private advance(id: number): number {
    const { metrics } = (
      this.font as unknown as {
        hmtx: { metrics: { get(n: number): { advance: number } | undefined; length: number } };
      }
    ).hmtx;
    return (metrics.get(Math.min(id, metrics.length - 1)) ?? metrics.get(metrics.length - 1)!).advance;
  }
}
