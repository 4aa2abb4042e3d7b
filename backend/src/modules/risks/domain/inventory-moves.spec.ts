import { expect, it } from 'vitest';
import { markOf, movedWarning, type InventoryMoves } from './inventory-moves.js';

const moves = (changes: Partial<InventoryMoves>): InventoryMoves => ({
  assets: 0,
  dataFlows: 0,
  vendors: 0,
  undoneImports: 0,
  last: null,
  ...changes,
});

it('what did not move is not told', () => {
  expect([movedWarning(null), movedWarning(moves({}))]).toEqual([null, null]);
  expect([markOf(null), markOf(moves({}))]).toEqual(['', '']);
});

it.each([
  [{ assets: 9_451, dataFlows: 1 }, '9,451 assets, 1 data flow came or changed'],
  [{ vendors: 2, undoneImports: 1 }, '2 vendors came or changed, and 1 import was undone'],
  [{ undoneImports: 2 }, '2 imports were undone'],
])('%j is told in words', (changes, words) => {
  expect(movedWarning(moves(changes))).toContain(`Since it was submitted, ${words}. What is signed`);
});

it('a second change of the same record is another state', () => {
  const mark = (last: string) => markOf(moves({ assets: 1, last }));
  expect(mark('2026-11-23T10:00:00Z')).not.toBe(mark('2026-11-23T10:00:01Z'));
});
