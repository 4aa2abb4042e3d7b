import { buffer, text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSheet } from '../xlsx/read-sheet.js';
import { readWorkbook } from '../xlsx/read-workbook.js';
import { tableFile } from './table-file.js';
import type { TableColumn, TableFormat } from './table-column.js';

interface Row {
  name: string;
  cost: number | null;
  tags: string[];
  used: boolean;
}
const COLUMNS: TableColumn<Row>[] = [
  { key: 'name', heading: 'What', value: ({ name }) => name },
  { key: 'cost', heading: 'Cost', value: ({ cost }) => cost },
  { key: 'tags', heading: 'Tags', value: ({ tags }) => tags },
  { key: 'used', heading: 'In use', value: ({ used }) => used },
];
const PUMP: Row = { name: '=HYPERLINK("http://x")', cost: 1200, tags: ['a', 'b'], used: true };
const LIMITS = { rows: 20_000, columns: 60, charactersOfRow: 100_000, characters: 8_000_000 };

async function* inBatches(...batches: Row[][]) {
  for (const batch of batches) yield await Promise.resolve(batch);
}
const fileOf = (format: TableFormat, ...batches: Row[][]) =>
  tableFile(format, { name: 'things', columns: COLUMNS, batches: inBatches(...batches) });
const textOf = (format: TableFormat, ...batches: Row[][]) =>
  text(Readable.from(fileOf(format, ...batches).content));
async function sheetOf(...batches: Row[][]) {
  const workbook = await readWorkbook(await buffer(Readable.from(fileOf('xlsx', ...batches).content)));
  return readSheet(workbook, workbook.sheets[0]!, LIMITS);
}

describe('a table as a file', () => {
  it('is named after what it holds', () => {
    expect(fileOf('xlsx', [])).toMatchObject({ format: 'xlsx', fileName: 'things.xlsx' });
  });

  it('in CSV runs no formula', async () => {
    expect(await textOf('csv', [PUMP], [], [{ ...PUMP, cost: null, used: false }])).toBe(
      `\ufeffWhat,Cost,Tags,In use\r\n"'=HYPERLINK(""http://x"")",1200,a; b,yes\r\n"'=HYPERLINK(""http://x"")",,a; b,no\r\n`,
    );
  });

  it('in JSON keeps the kind of each value, and is JSON also without a row', async () => {
    expect(JSON.parse(await textOf('json', [], [PUMP], [PUMP]))).toEqual([PUMP, PUMP]);
    expect(JSON.parse(await textOf('json', []))).toEqual([]);
  });

  it('takes no name for a code that is no code', async () => {
    expect(await textOf('csv', [{ ...PUMP, name: 'constructor' }])).toContain('\r\nconstructor,1200,');
  });

  it('says codes in the words of the screen, and keeps them in JSON', async () => {
    const words = { open: 'Open', a: 'Apples' };
    const coded: TableColumn<Row>[] = [
      { key: 'state', heading: 'State', value: () => 'open', words },
      {
        key: 'tags',
        heading: 'Tags',
        value: ({ tags }) => tags,
        words: ({ name }) => ({ ...words, b: name }),
      },
    ];
    const said = (format: TableFormat) => {
      const batches = inBatches([{ ...PUMP, name: 'Pump' }]);
      return text(Readable.from(tableFile(format, { name: 'things', columns: coded, batches }).content));
    };
    expect(await said('csv')).toBe('\ufeffState,Tags\r\nOpen,Apples; Pump\r\n');
    expect(JSON.parse(await said('json'))).toEqual([{ state: 'open', tags: ['a', 'b'] }]);
  });

  it('in XLSX is a sheet of texts and numbers, and holds no formula', async () => {
    const rows = await sheetOf([PUMP], [{ ...PUMP, cost: null }]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['What', 'Cost', 'Tags', 'In use'],
      ['=HYPERLINK("http://x")', '1200', 'a; b', 'yes'],
      ['=HYPERLINK("http://x")', '', 'a; b', 'yes'],
    ]);
    expect(rows.every(({ marks }) => Object.keys(marks).length === 0)).toBe(true);
  });

  it('in XLSX may have more columns than the alphabet has letters', async () => {
    const columns = Array.from({ length: 60 }, (_, n) => ({
      key: `c${n}`,
      heading: `C${n}`,
      value: () => n,
    }));
    const { content } = tableFile('xlsx', { name: 'wide', columns, batches: inBatches([PUMP]) });
    const workbook = await readWorkbook(await buffer(Readable.from(content)));
    const [, row] = await readSheet(workbook, workbook.sheets[0]!, LIMITS);
    expect(row!.cells).toEqual(Array.from({ length: 60 }, (_, n) => String(n)));
  });

  it('in XLSX reads back as it was, whatever a cell says', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_x000D_', 'a\r\nb', '\u0001', ' x ', '&lt;', ']]>'),
    );
    await fc.assert(
      fc.asyncProperty(cell, async (name) => {
        const [, row] = await sheetOf([{ ...PUMP, name }]);
        expect(row!.cells[0]).toBe(name.trim() === '' ? '' : name);
      }),
    );
  });

  it.each(['csv', 'json', 'xlsx'] as const)('in %s that breaks off is no whole file', async (format) => {
    const breaks = async function* () {
      yield await Promise.resolve([PUMP]);
      throw new Error('planted');
    };
    const { content } = tableFile(format, { name: 'things', columns: COLUMNS, batches: breaks() });
    await expect(buffer(Readable.from(content))).rejects.toThrow('planted');
  });

  it('in XLSX stops reading when nobody takes it any more', async () => {
    let read = 0;
    const endless = async function* () {
      for (;;) {
        read += 1;
        yield await Promise.resolve(
          Array.from({ length: 500 }, () => ({ ...PUMP, name: String(Math.random()) })),
        );
      }
    };
    const { content } = tableFile('xlsx', { name: 'things', columns: COLUMNS, batches: endless() });
    let pieces = 0;
    for await (const _piece of content) if ((pieces += 1) > 3) break;
    const until = read;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(read - until).toBeLessThan(3);
    expect(read).toBeLessThan(100);
  });
});
