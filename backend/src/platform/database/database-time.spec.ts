import { describe, expect, it } from 'vitest';
import { DatabaseTime } from './database-time.js';

describe('DatabaseTime', () => {
  let steady = 5_000;
  const time = new DatabaseTime(() => steady);
  const told = new Date('2027-03-01T04:59:59.990Z');

  it('knows nothing before the database was heard', () => {
    expect(time.estimate()).toBeNull();
  });

  it('carries on what the database said, also past midnight in New York', () => {
    expect(time.heard(told)).toBe(told);
    steady += 12;
    expect(time.estimate()).toEqual(new Date('2027-03-01T05:00:00.002Z'));
  });

  it('asks again after ten seconds', () => {
    steady = 15_000;
    expect(time.estimate()).not.toBeNull();
    steady = 15_001;
    expect(time.estimate()).toBeNull();
  });
});
