import { describe, expect, it } from 'vitest';
import { assetHeadings } from './asset-columns.js';
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
    ['nothing but the guess', known(headings, ['tag', null])],
  ])('is guessed where the last list had %s', (_, list) => {
    expect(firstMapping(headings, assetHeadings, [list])).toEqual({ columns: ['tag', null], fixed: {} });
  });
});
