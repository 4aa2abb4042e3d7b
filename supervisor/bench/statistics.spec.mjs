import { describe, expect, it } from 'vitest';
import { median, percentile } from './statistics.mjs';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe('percentile', () => {
  it.each([
    [0, 1],
    [0.5, 50],
    [0.95, 95],
    [0.99, 99],
    [1, 100],
  ])('share %d of 1 to 100 is %d', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });

  it('of few values is the greatest, not one that nobody measured', () => {
    expect(percentile([3, 7], 0.99)).toBe(7);
    expect(percentile([3], 0.5)).toBe(3);
  });

  it('sorts by number and leaves the values as they were', () => {
    const values = [10, 9, 100];
    expect(percentile(values, 1)).toBe(100);
    expect(values).toEqual([10, 9, 100]);
  });
});

describe('median', () => {
  it('is the middle, or between the two in the middle', () => {
    expect(median([5, 1, 30])).toBe(5);
    expect(median([4, 1, 30, 2])).toBe(3);
  });
});

it('nothing measured is no figure', () => {
  expect(() => percentile([], 0.5)).toThrow('no values');
  expect(() => median([])).toThrow('no values');
});
