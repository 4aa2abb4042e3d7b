import { describe, expect, it } from 'vitest';
import { widthOf } from './pdf-file.js';
import { FONT_FILES, style } from './pdf-look.js';
import { PlainFont } from './plain-font.js';
import { wrapText } from './wrap-text.js';

const sans = PlainFont.open(FONT_FILES.sans);
/** What is set for a text, as a reader of the PDF finds it. */
function found(text: string): string {
  const { glyphs } = (sans.source().layout as (text: string) => { glyphs: { codePoints: number[] }[] })(text);
  return glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('');
}

describe('the fonts of our lists', () => {
  it.each(['Clínica Ñandú, Łódź, Győr', 'Κλινική', 'Жанна', '“€ 5” → done'])('have %s', (text) => {
    expect(found(text)).toBe(text);
  });

  it.each([
    ['🏥 Clinic', '[U+1F3E5] Clinic'],
    ['中文', '[U+4E2D][U+6587]'],
    ['👩\u200d⚕\ufe0f', '[U+1F469][U+200D][U+2695]'],
    ['a\u202eb\u2066c\u200bd\u200ee\ufefff', 'a[U+202E]b[U+2066]c[U+200B]d[U+200E]e[U+FEFF]f'],
    ['half \ud83c', 'half [U+D83C]'],
    ['bell\u0007', 'bell[U+0007]'],
    ['e\u0301\tn\u0303\u3000x', 'é ñ x'],
  ])('set %s so that nothing is lost', (text, shown) => {
    expect(found(text)).toBe(shown);
    expect(sans.width(text)).toBeCloseTo(sans.width(shown), 6);
  });

  it('part long runs of such characters between them, never within one', () => {
    const lines = wrapText({ text: '中'.repeat(50), style: style.cell }, 100);
    expect(lines.join('')).toBe('中'.repeat(50));
    expect(lines.length).toBeGreaterThan(10);
    expect(Math.max(...lines.map((line) => widthOf(line, style.cell)))).toBeLessThanOrEqual(100);
  });
});
