import { describe, expect, it } from 'vitest';
import { volumesOf } from './volumes.js';

describe('volumes', () => {
  it.each([
    [0, 1],
    [5_000, 1],
    [5_001, 2],
    [25_000, 5],
  ])('hold %i rows in %i', (rows, volumes) => expect(volumesOf(rows)).toBe(volumes));
});
