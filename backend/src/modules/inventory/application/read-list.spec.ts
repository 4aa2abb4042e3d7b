import { describe, expect, it } from 'vitest';
import { aWorkbook, rowsOf } from '../../../platform/documents/xlsx/workbook.spec-kit.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { readList } from './read-list.js';
import { readSheetList } from './read-sheet-list.js';

const LIST = {
  name: 'Assets',
  rows: rowsOf([
    ['Tag', 'Name', ''],
    ['A', "'=1"],
    ['', ' '],
    ['B', '=2'],
  ]),
};

async function refusal(bytes: Buffer, sheet?: string): Promise<unknown> {
  try {
    await (sheet === undefined ? readList(bytes) : readSheetList(bytes, sheet));
  } catch (error) {
    if (error instanceof DomainError) return error.details.fieldErrors;
    throw error;
  }
  return 'it was read';
}

describe('a workbook', () => {
  it('is read by what its bytes are, and the first sheet in sight that has rows is the list', async () => {
    const hidden = { name: 'Lookups', state: 'hidden', rows: LIST.rows };
    const cover = { name: 'Cover', rows: rowsOf([['Our assets']]) };
    const list = await readList(await aWorkbook({ sheets: [hidden, cover, LIST] }));
    expect(list).toEqual({
      headings: ['Tag', 'Name'],
      delimiter: null,
      workbook: {
        sheet: 'Assets',
        sheets: [
          { name: 'Lookups', hidden: true },
          { name: 'Cover', hidden: false },
          { name: 'Assets', hidden: false },
        ],
      },
      // Nothing but CSV has apostrophes of ours.
      rows: [
        { row: 2, cells: ['A', "'=1"] },
        { row: 4, cells: ['B', '=2'] },
      ],
    });
  });

  it('can be asked for another sheet', async () => {
    const bytes = await aWorkbook({
      sheets: [LIST, { name: 'More', rows: rowsOf([['Name'], ['C']]) }, { name: 'None', rows: '' }],
    });
    expect(await readSheetList(bytes, 'More')).toMatchObject({
      headings: ['Name'],
      workbook: { sheet: 'More' },
    });
    expect(await refusal(bytes, 'None')).toEqual({ sheet: [expect.stringContaining('no rows')] });
    expect(await refusal(bytes, 'Gone')).toEqual({ sheet: [expect.stringContaining('Choose one')] });
  });

  it('without a list in it is refused beside the file', async () => {
    expect(await refusal(await aWorkbook({ sheets: [{ rows: '' }] }))).toEqual({
      file: [expect.stringContaining('No sheet of this workbook')],
    });
    expect(await refusal(Buffer.from('PK\x03\x04rest', 'latin1'))).toEqual({
      file: [expect.stringContaining('damaged')],
    });
  });

  it('like every file is refused when it is too large, before it is looked at', async () => {
    expect(await refusal(Buffer.alloc(5 * 1024 * 1024 + 1, 'PK'))).toEqual({
      file: [expect.stringContaining('larger than 5 MB')],
    });
  });
});
