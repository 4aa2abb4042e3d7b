import { describe, expect, it } from 'vitest';
import { readDay } from './read-day.js';

describe('the day in what scanners write', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22T23:59:00Z', '2026-11-22'],
    ['2026-11-22 04:10:11 UTC', '2026-11-22'],
    ['11/22/2026', '2026-11-22'],
    ['11/02/2026 10:15:00', '2026-11-02'],
    ['Nov 22, 2026', '2026-11-22'],
    ['Nov 22, 2026 10:00:00 UTC', '2026-11-22'],
    ['Sun Nov 22 10:00:00 2026', '2026-11-22'],
    ['22 Nov 2026', '2026-11-22'],
    ['1795305600', '2026-11-22'],
  ])('is read from %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each(['', 'soon', '2026-02-30', '22/11/2026', '13/13/2026', '2026', 'Foo 22, 2026', '1'])(
    'is not guessed from “%s”',
    (text) => {
      expect(readDay(text)).toBeNull();
    },
  );
});
