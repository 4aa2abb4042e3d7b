import { describe, expect, it } from 'vitest';
import { reasons } from './reasons.js';

describe('a key that stands more than once', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => index + 2);

  it.each([
    [2, 3, /^Row 2 has this tag too\. Each tag may stand once/],
    [3, 3, /^Rows 2 and 4 have this tag too/],
    [4, 5, /^Rows 2, 3 and 4 have/],
    [3_000, 2, /^Rows 3, 4, 5 and 2996 more have/],
    [3_000, 3_001, /^Rows 2, 3, 4 and 2996 more have/],
  ])('in %i rows is said at row %i with the first of the others', (count, row, said) => {
    expect(reasons.repeatedKey('tag', row, rows(count))).toMatch(said);
  });
});
