import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { MOST_ROWS } from './list-limits.js';
import { originalCell } from '../../../platform/documents/csv/neutral-cell.js';
import { readCsv } from './read-csv.js';

const read = (text: string) => readCsv(Buffer.from(text, 'utf8'));
function refusal(bytes: Buffer | string): string {
  try {
    readCsv(Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes, 'utf8'));
  } catch (error) {
    if (error instanceof DomainError) return error.details.fieldErrors?.['file']?.[0] ?? '';
    throw error;
  }
  return 'it was read';
}

describe('a list', () => {
  it.each([
    ['commas', 'Tag,Name\r\nA,B\r\n', ','],
    ['semicolons', 'Tag;Name\nA;B, C', ';'],
    ['tabs', 'Tag\tName\nA\tB', '\t'],
    ['a line that names the delimiter', 'sep=;\r\nTag;Name,x\r\nA;B', ';'],
  ])('parted by %s is read', (_, text, delimiter) => {
    expect(read(text)).toMatchObject({
      delimiter,
      rows: [{ row: 2, cells: ['A', expect.stringMatching(/^B/)] }],
    });
  });

  it('with a byte order mark has a clean first heading', () => {
    expect(read('\ufeffTag,Name\nA,B').headings).toEqual(['Tag', 'Name']);
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from('\ufeffTag\tName\r\nA\tGarçon', 'utf16le')],
    ['the code page of older Windows', Buffer.from('Tag,Name\r\nA,Gar\xe7on', 'latin1')],
    ['UTF-8', Buffer.from('Tag,Name\r\nA,Garçon', 'utf8')],
  ])('in %s keeps its letters', (_, bytes) => {
    expect(readCsv(bytes).rows[0]?.cells).toEqual(['A', 'Garçon']);
  });

  it('may have lines, delimiters and quotation marks within a cell', () => {
    expect(read('Name,Notes\n"a ""b"", c","line one\nline two"\n24" screen,x').rows).toEqual([
      { row: 2, cells: ['a "b", c', 'line one\nline two'] },
      { row: 3, cells: ['24" screen', 'x'] },
    ]);
  });

  it('counts rows as a spreadsheet does, empty ones included', () => {
    expect(read('Name\n\n\nA\n,\nB').rows.map(({ row }) => row)).toEqual([4, 6]);
  });

  it('reads back what any spreadsheet could hold', () => {
    const cell = fc
      .string({ maxLength: 20 })
      .map((text) => text.replaceAll('\r', '').replaceAll('\ufeff', ''));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const text = stringify([['One', 'Two', 'Three'], ...rows], { delimiter, quoted: true });
          const filled = rows
            .map((cells, index) => ({ row: index + 2, cells: cells.map(originalCell) }))
            .filter(({ cells }) => cells.some((value) => value.trim() !== ''));
          fc.pre(filled.length > 0);
          expect(read(text)).toEqual({ headings: ['One', 'Two', 'Three'], delimiter, rows: filled });
        },
      ),
    );
  });
});

it('that was exported from here loses only the apostrophe that the export added', () => {
  expect(read(`Name\n'=cmd\n''=cmd\n'tis`).rows.map(({ cells }) => cells[0])).toEqual([
    '=cmd',
    "'=cmd",
    "'tis",
  ]);
});

describe('a file that is no list', () => {
  it.each([
    ['an old Excel workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /\.xls/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['a compressed file', Buffer.from([0x1f, 0x8b, 8]), /compressed/],
    ['bytes that are no text', Buffer.from([65, 44, 66, 10, 0, 1, 2]), /no list/],
    ['nothing', Buffer.alloc(0), /empty/],
    ['blanks', Buffer.from(' \r\n '), /empty/],
    ['headings alone', Buffer.from('Tag,Name\r\n'), /no rows below/],
  ])('such as %s is refused with what to do', (_, bytes, sentence) => {
    expect(refusal(bytes)).toMatch(sentence);
  });

  it('because it has too many rows is refused', () => {
    expect(refusal('Name\n' + 'A\n'.repeat(MOST_ROWS + 1))).toMatch(/more than 10,000 rows/);
    expect(read('Name\n' + 'A\n\n'.repeat(MOST_ROWS)).rows).toHaveLength(MOST_ROWS);
  });

  it('because it has too many columns is refused', () => {
    expect(refusal(`${'a,'.repeat(60)}b\n1`)).toMatch(/more than 60 columns/);
    expect(refusal(`Name\n${'a,'.repeat(60)}b`)).toMatch(/Line \d+ has more than 60 columns/);
  });

  it('because a quotation mark is never closed is refused, and says so', () => {
    expect(refusal('Name\n"open\nA\nB')).toMatch(/never closed/);
    expect(refusal(`Name\n"${'x'.repeat(150_000)}`)).toMatch(/longer than 100,000 characters.*never closed/);
  });

  it('made to be slow is read or refused at once', () => {
    const hostile = [
      '"'.repeat(900_000),
      `Name\n${'""",'.repeat(200_000)}`,
      `${'a'.repeat(900_000)}!`,
      `Name\n${"'".repeat(90_000)}=\n`,
      `${' '.repeat(900_000)}x`,
      `Name\n${'1,234'.repeat(19_000)}x`,
    ];
    for (const text of hostile) {
      const start = performance.now();
      refusal(text);
      expect(performance.now() - start).toBeLessThan(1_500);
    }
  });
});
