import { describe, expect, it } from 'vitest';
import { assetHeadings } from './asset-columns.js';
import { flowHeadings, RECKONED_HEADINGS } from './flow-columns.js';
import { isRowsOfList, OUR_HEADINGS, ROW_HEADINGS } from './match-headings.js';
import { firstMapping } from './remembered-mapping.js';

const headings = ['Tag', 'What we call it'];
const takenFrom = { fileName: 'last.csv', at: '2026-01-02T03:04:05.000Z' };
const known = (of: string[], columns: (string | null)[], fixed = {}) => ({
  headings: of,
  mapping: { columns, fixed },
  takenFrom,
});

describe('what the columns of a list mean at first', () => {
  it('is what they meant in the newest list with the same headings, and says which', () => {
    const lists = [
      known(['Tag', 'Other'], ['tag', 'notes']),
      known(headings, ['tag', 'name'], { kind: 'device' }),
      known(headings, ['tag', 'notes']),
    ];
    expect(firstMapping(headings, assetHeadings, lists)).toEqual({
      columns: ['tag', 'name'],
      fixed: { kind: 'device' },
      takenFrom,
    });
  });

  it.each([
    ['other headings', known(['What we call it', 'Tag'], ['name', 'tag'])],
    ['more headings', known([...headings, 'Site'], ['tag', 'name', 'site'])],
    ['fewer headings', known(['Tag'], ['tag'], { kind: 'device' })],
    [
      'no heading but ours',
      known(
        [...ROW_HEADINGS],
        ROW_HEADINGS.map(() => null),
        { kind: 'device' },
      ),
    ],
    ['nothing but the guess', known(headings, ['tag', null])],
  ])('is guessed where the last list had %s', (_, list) => {
    expect(firstMapping(headings, assetHeadings, [list])).toEqual({ columns: ['tag', null], fixed: {} });
  });

  const fixed = { kind: 'device' };
  const before = known(headings, ['tag', 'name'], fixed);
  const nothing = (count: number) => Array.from({ length: count }, () => null);

  it.each([
    ['behind them', [...headings, ...ROW_HEADINGS], ['tag', 'name', ...nothing(5)]],
    ['anywhere', ['Id', 'Tag', 'Added at', 'What we call it'], [null, 'tag', null, 'name']],
    ['twice', [...headings, ...ROW_HEADINGS, ...ROW_HEADINGS], ['tag', 'name', ...nothing(10)]],
    ['behind a column without a heading', [...headings, '', ...ROW_HEADINGS], ['tag', 'name', ...nothing(6)]],
  ])('is remembered too where our own files say something besides, %s', (_, file, columns) => {
    expect(firstMapping(file, assetHeadings, [before])).toEqual({ columns, fixed, takenFrom });
  });

  it('is remembered of a list that was our file itself, for one that is not', () => {
    const ours = known([...headings, ...ROW_HEADINGS], ['tag', 'name', ...nothing(5)], fixed);
    expect(firstMapping(headings, assetHeadings, [ours]).columns).toEqual(['tag', 'name']);
  });

  it('is remembered of flows, whatever our export reckons of each', () => {
    const flows = known(['Ref', 'Out of'], ['code', 'from'], { to: 'EHR' });
    const file = ['Ref', ...Object.values(RECKONED_HEADINGS), 'Out of', ...OUR_HEADINGS];
    expect(firstMapping(file, flowHeadings, [flows])).toEqual({
      columns: ['code', null, null, 'from', ...nothing(OUR_HEADINGS.length)],
      fixed: { to: 'EHR' },
      takenFrom,
    });
  });

  it('is as it was said where a list has one of our names itself', () => {
    const own = known(['Id', 'What we call it'], ['tag', 'name'], fixed);
    expect(firstMapping(own.headings, assetHeadings, [own]).columns).toEqual(['tag', 'name']);
  });
});

it('our file of the rows of a list is known by any of its headings', () => {
  expect(isRowsOfList(['Tag', 'What to mend'])).toBe(true);
  expect(isRowsOfList(['Tag', 'Id', 'Remarks'])).toBe(false);
});
