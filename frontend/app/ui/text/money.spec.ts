import { expect, it } from 'vitest';
import { dollarsOf } from './money';

it.each([
  [125_050, '1250.50'],
  [125_000, '1250'],
  [5, '0.05'],
  [0, '0'],
  [null, null],
])('a field of %s cents holds %s', (cents, held) => {
  expect(dollarsOf(cents)).toBe(held);
});
