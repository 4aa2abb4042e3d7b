import { describe, expect, it } from 'vitest';
import { legible } from './legible';

/** A font with Latin and Greek letters and the blanks of both. */
const has = (codePoint: number) => codePoint < 0x400 || codePoint === 0x202f;

describe('what can be printed', () => {
  it.each([
    ['Clínica Ñandú, Łódź, Győr', 'Clínica Ñandú, Łódź, Győr'],
    ['Κλινική', 'Κλινική'],
    ['9:30\u202fPM', '9:30\u202fPM'],
    ['co\u00adoperate', 'co\u00adoperate'],
  ])('stays: %s', (text) => {
    expect(legible(text, has)).toBe(text);
  });

  it.each([
    ['🏥 Clinic', '[U+1F3E5] Clinic'],
    ['中文', '[U+4E2D][U+6587]'],
    ['عيادة', '[U+0639][U+064A][U+0627][U+062F][U+0629]'],
    ['👩\u200d⚕\ufe0f', '[U+1F469][U+200D][U+2695]'],
    ['a\u202eb\u2066c\u200bd\u200ee\ufefff', 'a[U+202E]b[U+2066]c[U+200B]d[U+200E]e[U+FEFF]f'],
    ['a\u200cb', 'a[U+200C]b'],
    ['half \ud83c', 'half [U+D83C]'],
    ['bell\u0007', 'bell[U+0007]'],
  ])('%s is told by its number', (text, shown) => {
    expect(legible(text, has)).toBe(shown);
  });

  it('takes accents that stand alone together with their letters, and other blanks and line ends as ours', () => {
    expect(legible('e\u0301 n\u0303', has)).toBe('é ñ');
    expect(legible('a\u3000b\tc\r\nd\u2028e', (code) => code > 0x1f && has(code))).toBe('a b c\nd\ne');
  });

  it('puts a letter together that the font has only in parts, and tells the number where a part is missing', () => {
    expect(legible('Adéṣọlá', (code) => has(code) || code === 0x323)).toBe('Adés\u0323o\u0323lá');
    expect(legible('ṣ', (code) => code < 0x300)).toBe('[U+1E63]');
  });

  it('goes through lists and records, and leaves numbers and nothing alone', () => {
    const content = { name: '中', rows: [{ title: 'ok' }, { title: null, count: 3, open: true }] };
    expect(legible(content, has)).toEqual({ ...content, name: '[U+4E2D]' });
  });
});
