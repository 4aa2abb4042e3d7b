import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLines } from './csv-lines.js';
import { originalCell } from './neutral-cell.js';

it.each(['two\nlines', 'two\rlines', 'two\r\nlines', 'a "word"', 'one, two', '\n', ''])(
  '%j is one cell of one row',
  (cell) => {
    expect(parse(csvLines([[cell, 'next']])).map((row) => row.map(originalCell))).toEqual([[cell, 'next']]);
  },
);

it('whatever its cells say, a file reads back as it was', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', "'", '=') }),
  );
  const rows = fc.array(fc.tuple(cell, cell, fc.constant('last')), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (written) => {
      expect(parse(csvLines(written)).map((row) => row.map(originalCell))).toEqual(written);
    }),
  );
});
