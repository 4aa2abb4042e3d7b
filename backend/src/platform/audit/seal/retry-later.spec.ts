import { describe, expect, it } from 'vitest';
import { RetryLater } from './retry-later.js';

describe('what failed', () => {
  it('is tried again after a second, then after twice as long each time, at least once a minute', () => {
    let now = 0;
    const retries = new RetryLater(() => now);
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      retries.failed('a');
      const failedAt = now;
      while (retries.isWaiting('a')) now += 500;
      waits.push((now - failedAt) / 1_000);
      expect(retries.due()).toEqual(['a']);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('is news the first time only, until it succeeded', () => {
    const retries = new RetryLater(() => 0);
    expect([retries.failed('a'), retries.failed('a'), retries.failed('b')]).toEqual([true, false, true]);
    retries.succeeded('a');
    expect(retries.isWaiting('a')).toBe(false);
    expect(retries.failed('a')).toBe(true);
  });
});
