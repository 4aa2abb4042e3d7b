import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesIn, fieldChanges, fieldsThatDiffer } from './changes.js';

interface Row {
  id: string;
  level: number;
}
const compare = (before: Row[], after: Row[]) =>
  changesIn(
    before,
    after,
    ({ id }) => id,
    (from, to) => from.level !== to.level,
  );

describe('the changes from one list to another', () => {
  it('tell what is new, gone and different', () => {
    const changes = compare(
      [
        { id: 'a', level: 1 },
        { id: 'b', level: 1 },
        { id: 'c', level: 1 },
      ],
      [
        { id: 'b', level: 2 },
        { id: 'c', level: 1 },
        { id: 'd', level: 1 },
      ],
    );
    expect(changes).toEqual({
      added: [{ id: 'd', level: 1 }],
      gone: [{ id: 'a', level: 1 }],
      changed: [{ from: { id: 'b', level: 1 }, to: { id: 'b', level: 2 } }],
      same: 1,
    });
  });

  it('lose nothing: every row is in exactly one heap, and back again new and gone change places', () => {
    const list = fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...'abcdefghij'), level: fc.integer({ min: 0, max: 2 }) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(list, list, (before, after) => {
        const there = compare(before, after);
        const back = compare(after, before);
        expect(there.added.length + there.changed.length + there.same).toBe(after.length);
        expect(there.gone.length + there.changed.length + there.same).toBe(before.length);
        expect(back.added).toEqual(there.gone);
        expect(back.gone).toEqual(there.added);
      }),
    );
  });
});

describe('the fields that differ', () => {
  it('are named, lists by their values', () => {
    const from = { tag: 'A', phi: ['x'], backup: 'none' };
    expect(fieldsThatDiffer(from, { tag: 'A', phi: ['x'], backup: 'tested' })).toEqual(['backup']);
    const older = { tag: 'A' } as typeof from;
    expect(fieldsThatDiffer(older, from)).toEqual([]);
    expect(fieldsThatDiffer(from, { tag: 'B', phi: ['x', 'y'], backup: 'none' }, ['tag'])).toEqual(['phi']);
  });
});

describe('the changes of fields', () => {
  const asset = { backup: 'none', phiTypes: ['billing'], portable: false, count: 5, notes: '' };

  it('say from what to what, and leave out what is the same', () => {
    expect(
      fieldChanges(asset, {
        ...asset,
        phiTypes: ['billing', 'images'],
        portable: true,
        count: null as never,
      }),
    ).toEqual([
      { field: 'phiTypes', from: ['billing'], to: ['billing', 'images'] },
      { field: 'portable', from: ['no'], to: ['yes'] },
      { field: 'count', from: ['5'], to: [] },
    ]);
  });

  it('show of a long text the part that differs', () => {
    const long = 'same '.repeat(100);
    const [change] = fieldChanges(
      { ...asset, notes: `${long}before` },
      { ...asset, notes: `${long}after, and on` },
    );
    expect(change!.from[0]).toMatch(/^….*before$/);
    expect(change!.to[0]).toMatch(/^….*after, and on$/);
    expect(change!.to[0]!.length).toBeLessThan(210);
    const [begun] = fieldChanges(asset, { ...asset, notes: long });
    expect(begun!.to[0]).toMatch(/^same .*…$/);
  });
});
