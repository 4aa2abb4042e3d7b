// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest';
import { registerFonts } from '../fonts';
import { small } from './blocks';
import { drawnRow, piecesOf, type DrawnRow } from './drawn-row';
import { shortened, textWidth } from './faces';

beforeAll(registerFonts);

const LONG = 'What it would cost to avoid is more than what could be lost. '.repeat(60);
const textOf = ({ strokes }: DrawnRow) => strokes.flatMap(({ line }) => line.map(({ text }) => text));

describe('A drawn row', () => {
  it('sets its columns beside each other, none wider than it may be', () => {
    const row = drawnRow(
      [{ columns: [100, 200].map((width) => ({ width, parts: [small('one two three '.repeat(9))] })) }],
      300,
    );
    expect(new Set(row.strokes.map(({ x }) => x))).toEqual(new Set([0, 100]));
    for (const { line, x, size } of row.strokes) {
      const end = line.at(-1)!;
      const right = end.x + textWidth(end.text.trimEnd(), end.face, size);
      expect(right).toBeLessThanOrEqual(x === 0 ? 91 : 200);
    }
  });

  it('breaks a long word only where no line could hold it', () => {
    const citation = '164.308(a)(7)(ii)(D)';
    const words = (width: number) => textOf(drawnRow([small(`45 CFR ${citation}`)], width));
    expect(words(90)).toContain(citation);
    expect(words(50)).not.toContain(citation);
  });

  it('parts where it is too high, and loses nothing', () => {
    const row = drawnRow(
      [
        {
          columns: [
            { width: 200, parts: [small(LONG)] },
            { width: 90, parts: [small(LONG)] },
          ],
        },
      ],
      290,
    );
    const pieces = piecesOf(row, 300, 36);
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map(({ height }) => height))).toBeLessThanOrEqual(36);
    expect(pieces.flatMap(textOf).sort()).toEqual(textOf(row).sort());
    expect(piecesOf(row, row.height, 36)).toEqual([row]);
  });
});

describe('A running head', () => {
  it('shows that its title goes on', () => {
    const short = shortened(LONG, 'regular', 7, 200);
    expect(short).toMatch(/^What it would cost .*…$/);
    expect(textWidth(short, 'regular', 7)).toBeLessThanOrEqual(200);
    expect(shortened('Security risk analysis', 'regular', 7, 200)).toBe('Security risk analysis');
  });
});
