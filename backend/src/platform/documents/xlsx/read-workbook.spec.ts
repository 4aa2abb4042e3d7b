import { describe, expect, it } from 'vitest';
import { readSheet } from './read-sheet.js';
import { readWorkbook } from './read-workbook.js';
import { UnreadableWorkbook } from './unreadable-workbook.js';
import { aWorkbook, belittled, rowsOf, zipOf } from './workbook.spec-kit.js';

const LIMITS = { rows: 100, columns: 5, charactersOfRow: 1_000, characters: 5_000 };

async function firstSheet(bytes: Buffer, limits = LIMITS) {
  const workbook = await readWorkbook(bytes);
  return readSheet(workbook, workbook.sheets[0]!, limits);
}
const sheetOf = async (
  rows: string,
  more: Partial<Parameters<typeof aWorkbook>[0]> & { after?: string } = {},
) => firstSheet(await aWorkbook({ sheets: [{ rows, after: more.after }], ...more }));
const refusal = async (bytes: Buffer | Promise<Buffer>) => {
  try {
    await firstSheet(await bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableWorkbook);
    return (error as Error).message;
  }
  return 'read';
};

describe('the cells of a sheet', () => {
  it('are texts as they are shown, each in its column, whatever is left out between', async () => {
    const rows = await sheetOf(
      `<row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2" s="1"><v>46085</v></c><c r="E2" t="b"><v>1</v></c></row>
       <row r="5" hidden="1"><c r="A5" t="inlineStr"><is><r><t>Mac</t></r><r><t>Book</t></r></is></c><c r="C5"><v>1200</v></c></row>`,
      {
        texts: [
          '<t>zero</t>',
          '<r><t>Front </t></r><r><t xml:space="preserve">desk_x000D_</t></r><rPh><t>pronounced</t></rPh>',
        ],
        formats: ['General', 'yyyy-mm-dd'],
      },
    );
    expect(rows).toEqual([
      { row: 2, cells: ['', 'Front desk\r', '', '2026-03-04', 'TRUE'], marks: {}, hidden: false },
      { row: 5, cells: ['MacBook', '', '1200'], marks: {}, hidden: true },
    ]);
  });

  it('that hold formulas show what the file says they gave; without that, and with errors, they are marked', async () => {
    const [row] = await sheetOf(
      `<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>text</v></c><c><f>HYPERLINK("http://x")</f><v/></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="str"><f>""</f><v></v></c></row>`,
    );
    expect(row).toMatchObject({
      cells: ['2', 'text', '', '#DIV/0!'],
      marks: { 0: 'formula', 1: 'formula', 2: 'formula-without-result', 3: 'error' },
    });
  });

  it('that are merged over rows count for each of them', async () => {
    const rows = await sheetOf(
      rowsOf([
        ['Site', 'Name'],
        ['Main', 'a'],
        ['', 'b'],
        ['', 'c'],
        ['', 'd'],
      ]),
      {
        after: '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="A1:B1"/></mergeCells>',
      },
    );
    expect(rows.map(({ cells }) => cells[0])).toEqual(['Site', 'Main', 'Main', 'Main', '']);
    expect(rows[2]!.marks).toEqual({ 0: 'merged' });
  });

  it('are read from programs that write prefixes before names', async () => {
    const rows = await sheetOf(
      '<x:row xmlns:x="m"><x:c t="inlineStr"><x:is><x:t>Prefixed</x:t></x:is></x:c></x:row>',
    );
    expect(rows[0]!.cells).toEqual(['Prefixed']);
  });

  it('are refused where two of them are one part: it would be unpacked again and again', async () => {
    const rels = `<Relationships>${[1, 2].map((id) => `<Relationship Id="rId${id}" Type="x/worksheet" Target="worksheets/${id === 1 ? 's' : 'S'}heet1.xml"/>`).join('')}</Relationships>`;
    const sheets = [{ rows: rowsOf([['a']]) }, { rows: '' }];
    const workbook = aWorkbook({ sheets, parts: { 'xl/_rels/workbook.xml.rels': rels } });
    expect(await refusal(workbook)).toMatch(/damaged|cannot be read/i);
  });

  it('come with the names of all sheets, hidden ones too', async () => {
    const { sheets } = await readWorkbook(
      await aWorkbook({ sheets: [{ rows: '' }, { name: 'Old', state: 'veryHidden', rows: '' }] }),
    );
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Sheet1', false],
      ['Old', true],
    ]);
  });
});

describe('a workbook is refused', () => {
  it('with macros, by whatever name', async () => {
    const sheets = [{ rows: rowsOf([['a']]) }];
    const macroType =
      '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    for (const parts of [
      { 'xl/vbaProject.bin': 'x' },
      { 'xl/macrosheets/sheet1.xml': '<x/>' },
      { '[Content_Types].xml': macroType },
    ] as Record<string, string>[])
      expect(await refusal(aWorkbook({ sheets, parts }))).toMatch(/carries macros/);
  });

  it('when it is another kind of file', async () => {
    expect(await refusal(zipOf({ 'a.txt': 'x' }))).toMatch(/ZIP file and not an Excel workbook/);
    expect(await refusal(zipOf({ mimetype: 'x', 'content.xml': 'x' }))).toMatch(/OpenDocument/);
    expect(await refusal(zipOf({ 'xl/workbook.bin': 'x' }))).toMatch(/\.xlsb/);
    expect(await refusal(Buffer.from('PK\x03\x04 and nothing else'))).toMatch(/damaged/);
    const whole = await aWorkbook({ sheets: [{ rows: rowsOf([['a']]) }] });
    expect(await refusal(whole.subarray(0, whole.length - 30))).toMatch(/damaged/);
  });

  it('that unpacks to more than a list needs, before it is unpacked', async () => {
    const bomb = await aWorkbook({
      sheets: [{ rows: '' }],
      parts: { 'xl/media/a.xml': Buffer.alloc(65 * 1024 * 1024) },
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb)).toMatch(/unpacks to far more/);
    const many = Object.fromEntries(Array.from({ length: 1_100 }, (_, n) => [`xl/p${n}.xml`, '']));
    expect(await refusal(aWorkbook({ sheets: [{ rows: '' }], parts: many }))).toMatch(/unpacks to far more/);
  });

  it('whose parts are larger than they say', async () => {
    const rows = rowsOf(Array.from({ length: 90 }, (_, n) => [`row ${n}`]));
    const file = belittled(await aWorkbook({ sheets: [{ rows }] }), 'xl/worksheets/sheet1.xml', 300);
    expect(await refusal(file)).toMatch(/damaged/);
  });

  it('whose XML declares entities, nests without end or is cut off', async () => {
    const withSheet = (xml: string) =>
      aWorkbook({ sheets: [{ rows: '' }], parts: { 'xl/worksheets/sheet1.xml': xml } });
    const laughs =
      '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    for (const xml of [
      laughs,
      `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`,
      '<!DOCTYPE worksheet><worksheet/>',
      `<a ${Array.from({ length: 1_000 }, (_, n) => `a${n}=""`).join(' ')}/>`,
      '<worksheet><sheetData><row>',
      'no xml',
      '<w>&unknown;</w>',
    ])
      expect(await refusal(withSheet(xml))).toMatch(/damaged/);
  });

  it('with more rows, columns or text than a list has, with the limit named', async () => {
    expect(
      await refusal(aWorkbook({ sheets: [{ rows: rowsOf(Array.from({ length: 102 }, () => ['x'])) }] })),
    ).toMatch(/more than 100 rows/);
    expect(
      await refusal(aWorkbook({ sheets: [{ rows: '<row r="7"><c r="XFD7"><v>1</v></c></row>' }] })),
    ).toMatch(/Row 7 has more than 5 columns/);
    expect(await refusal(aWorkbook({ sheets: [{ rows: rowsOf([['x'.repeat(1_001)]]) }] }))).toMatch(
      /Row 1 is longer than 1,000/,
    );
    // One long text, named by many cells, would be large only once it is read.
    const again = '<row><c t="s"><v>0</v></c></row>'.repeat(20);
    expect(
      await refusal(aWorkbook({ sheets: [{ rows: again }], texts: [`<t>${'x'.repeat(900)}</t>`] })),
    ).toMatch(/more than 5,000 characters/);
    const merged = {
      rows: rowsOf([['x'.repeat(900)], ...Array.from({ length: 50 }, () => ['', 'y'])]),
      after: '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>',
    };
    expect(await refusal(aWorkbook({ sheets: [merged] }))).toMatch(/merged cells/);
  });

  it('whose rows or columns run backwards', async () => {
    expect(await refusal(aWorkbook({ sheets: [{ rows: '<row r="2"/><row r="1"/>' }] }))).toMatch(/damaged/);
    expect(await refusal(aWorkbook({ sheets: [{ rows: '<row><c r="B1"/><c r="A1"/></row>' }] }))).toMatch(
      /damaged/,
    );
  });
});

it('a full list is read without holding others up', async () => {
  const rows = rowsOf(
    Array.from({ length: 10_000 }, (_, n) => Array.from({ length: 20 }, (_, m) => `cell ${n} ${m}`)),
  );
  const file = await aWorkbook({ sheets: [{ rows }] });
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const read = await firstSheet(file, {
    rows: 10_001,
    columns: 60,
    charactersOfRow: 100_000,
    characters: 8_000_000,
  });
  clearInterval(watch);
  expect(read).toHaveLength(10_000);
  expect(longest).toBeLessThan(500);
});
