import { describe, expect, it } from 'vitest';
import { readDay, readDayIn } from './read-day.js';

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

describe('the day of an instant, in the zone of the organization', () => {
  it.each([
    ['2026-11-23T01:30:00Z', '2026-11-22'],
    ['2026-11-23T01:30:00.123Z', '2026-11-22'],
    ['2026-11-23 01:30:00 UTC', '2026-11-22'],
    ['2026-11-23T06:30:00+02:00', '2026-11-22'],
    ['2026-11-23T07:30:00+0200', '2026-11-23'],
    ['2026-11-22T23:30:00-07:00', '2026-11-23'],
    ['Mon Nov 23 01:30:00 UTC 2026', '2026-11-22'],
    ['Nov 23, 2026 01:30:00 GMT', '2026-11-22'],
    ['11/23/2026 4:59 AM UTC', '2026-11-22'],
    ['11/23/2026 5:00 PM UTC', '2026-11-23'],
    ['11/23/2026 12:10 AM UTC', '2026-11-22'],
    [String(Date.UTC(2026, 10, 23, 1, 30) / 1000), '2026-11-22'],
  ])('of %s', (text, day) => {
    expect(readDayIn('America/New_York', text)).toBe(day);
  });

  it.each(['2026-11-23', '2026-11-23T01:30:00', '2026-11-23 01:30', '11/23/2026 01:30:00', '23 Nov 2026'])(
    'is the day as written where no zone is: %s',
    (text) => {
      for (const zone of ['America/New_York', 'Pacific/Auckland'])
        expect(readDayIn(zone, text)).toBe('2026-11-23');
    },
  );

  it('is of UTC without a zone where the format says so', () => {
    expect(readDayIn('America/New_York', '2026-11-23T01:30:00', 'utc')).toBe('2026-11-22');
    expect(readDayIn('America/New_York', '2026-11-23', 'utc')).toBe('2026-11-23');
  });

  it.each(['', 'soon', '2026-02-30T01:30:00Z', '1900-01-01T01:00:00Z'])(
    'is not guessed from “%s”',
    (text) => {
      expect(readDayIn('America/New_York', text)).toBeNull();
    },
  );
});
