import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import { remindAt } from './remind-at.js';

describe('the instant of a reminder', () => {
  it.each([
    ['2027-03-13', 'America/New_York', '2027-03-13T13:00:00.000Z'],
    // The clocks go forward in that night, and back in that one.
    ['2027-03-14', 'America/New_York', '2027-03-14T12:00:00.000Z'],
    ['2027-11-07', 'America/New_York', '2027-11-07T13:00:00.000Z'],
    // No daylight saving there.
    ['2027-07-01', 'America/Phoenix', '2027-07-01T15:00:00.000Z'],
    ['2027-07-01', 'Pacific/Honolulu', '2027-07-01T18:00:00.000Z'],
    ['2028-02-29', 'UTC', '2028-02-29T08:00:00.000Z'],
  ])('on %s in %s is %s', (date, zone, instant) => {
    expect(remindAt(calendarDate(date), zone).toISOString()).toBe(instant);
  });

  it('is eight in the morning of that very day, in every zone and season', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const dates = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays(calendarDate('2024-01-01'), days));
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const instant = remindAt(date, zone);
        expect(calendarDateIn(zone, instant)).toBe(date);
        const hour = new Intl.DateTimeFormat('en-US', {
          timeZone: zone,
          hour: 'numeric',
          hourCycle: 'h23',
        }).format(instant);
        expect(Number(hour)).toBe(8);
      }),
      { numRuns: 2_000 },
    );
  });
});
