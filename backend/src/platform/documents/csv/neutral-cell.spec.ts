import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralCell, originalCell } from './neutral-cell.js';

const DANGEROUS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  "''@x",
];

describe('a cell that a spreadsheet would run', () => {
  it.each(DANGEROUS)('%j gets an apostrophe before it', (cell) => {
    expect(neutralCell(cell)).toBe(`'${cell}`);
  });

  it.each(['Server room', "O'Hara", '1-2', 'a=b', '', "'quoted'"])('%j stays as it is', (cell) => {
    expect(neutralCell(cell)).toBe(cell);
  });

  it('never begins like a formula, and reads back as it was', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom(...DANGEROUS),
          fc.string().map((text) => `'${text}`),
        ),
        (cell) => {
          const safe = neutralCell(cell);
          expect(safe).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
          expect(originalCell(safe)).toBe(cell);
        },
      ),
    );
  });
});
