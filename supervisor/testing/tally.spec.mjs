import { describe, expect, it } from 'vitest';
import { addTallies, describeTally, emptyTally, exitCodeOf } from './tally.mjs';

const PASSED = { ...emptyTally(), passed: 3 };
const FAILED = { ...emptyTally(), failures: [{ name: 'adds up', detail: 'expected 4' }] };
const SKIPPED = { ...emptyTally(), skips: [{ name: 'asks Redis', reason: 'no server' }] };

describe('The tally', () => {
  it('ends with its numbers as the very last line', () => {
    const lines = describeTally(addTallies([PASSED, FAILED]))
      .trimEnd()
      .split('\n');
    expect(lines.at(-1)).toBe('3 passed, 1 failed');
    expect(lines).toContain('✗ adds up');
  });

  it('says what was skipped and why', () => {
    const text = describeTally(addTallies([PASSED, SKIPPED]));
    expect(text).toContain('asks Redis: no server');
    expect(text).toMatch(/\n3 passed, 0 failed, 1 skipped\n$/);
  });

  it('is a failure when one failed, and when none ran', () => {
    expect(exitCodeOf(PASSED)).toBe(0);
    expect(exitCodeOf(addTallies([PASSED, FAILED]))).toBe(1);
    expect(exitCodeOf(SKIPPED)).toBe(1);
    expect(exitCodeOf(emptyTally())).toBe(1);
  });
});
