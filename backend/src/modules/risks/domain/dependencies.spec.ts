import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wayBetween, type Wait } from './dependencies.js';

const waits = (...pairs: [number, number][]): Wait[] =>
  pairs.map(([action, waitsFor]) => ({ action, waitsFor }));

describe('the way between two actions', () => {
  it('names everything on it, the shortest one', () => {
    expect(wayBetween(waits([1, 2], [2, 3], [3, 4], [1, 3]), 1, 4)).toEqual([1, 3, 4]);
  });

  it('is not there where the second does not come behind the first', () => {
    expect(wayBetween(waits([1, 2], [3, 2]), 1, 3)).toBeNull();
    expect(wayBetween([], 1, 2)).toBeNull();
  });

  it('ends, also where somebody made a circle behind our back', () => {
    expect(wayBetween(waits([1, 2], [2, 1]), 1, 3)).toBeNull();
  });

  it('keeps every plan that refuses such ways free of circles', () => {
    const edge = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 40 }), (edges) => {
        const kept: Wait[] = [];
        for (const [action, waitsFor] of edges)
          if (action !== waitsFor && !wayBetween(kept, waitsFor, action)) kept.push({ action, waitsFor });
        for (const { action, waitsFor } of kept) expect(wayBetween(kept, waitsFor, action)).toBeNull();
      }),
    );
  });
});
