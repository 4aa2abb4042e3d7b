import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addYears,
  calendarDate,
  calendarDateIn,
  daysBetween,
  isCalendarDate,
  isLeapYear,
} from './calendar-date.js';

const anyDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => calendarDate(d.toISOString().slice(0, 10)));

describe('a calendar date', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
  ])('is not %s', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  it('knows leap years: every fourth, no hundredth, every four hundredth', () => {
    expect([2024, 2026, 2100, 2000].map(isLeapYear)).toEqual([true, false, false, true]);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-01-05', 60, '2026-03-06'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(calendarDate(from), days)).toBe(to);
  });

  it('has its anniversary on 28 February when there is no 29th', () => {
    expect(addYears(calendarDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(calendarDate('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('goes there and back, whatever the number of days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        fc.pre(daysBetween(calendarDate('1950-01-01'), date) > 0);
        const there = addDays(date, days);
        return (
          addDays(there, -days) === date && daysBetween(date, there) === days && days > 0 === there > date
        );
      }),
    );
  });

  it('agrees with a count day by day through month tables', () => {
    const lengths = (year: number) => [
      31,
      isLeapYear(year) ? 29 : 28,
      31,
      30,
      31,
      30,
      31,
      31,
      30,
      31,
      30,
      31,
    ];
    let [year, month, day] = [1999, 1, 1];
    let date = calendarDate('1999-01-01');
    for (let n = 0; n < 12_000; n += 1) {
      day += 1;
      if (day > lengths(year)[month - 1]!) [day, month] = [1, month + 1];
      if (month > 12) [month, year] = [1, year + 1];
      date = addDays(date, 1);
      expect(date).toBe(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    }
  });
});

describe('the date that it is somewhere', () => {
  it('depends on the zone', () => {
    const instant = new Date('2026-11-22T04:30:00Z');
    expect(calendarDateIn('America/Denver', instant)).toBe('2026-11-21');
    expect(calendarDateIn('America/New_York', instant)).toBe('2026-11-21');
    expect(calendarDateIn('Pacific/Guam', instant)).toBe('2026-11-22');
    expect(calendarDateIn('UTC', instant)).toBe('2026-11-22');
  });

  it('holds through the hour that is skipped and the hour that comes twice', () => {
    expect(calendarDateIn('America/New_York', new Date('2026-03-08T06:59:59Z'))).toBe('2026-03-08');
    expect(calendarDateIn('America/New_York', new Date('2026-11-01T03:59:59Z'))).toBe('2026-10-31');
    expect(calendarDateIn('America/New_York', new Date('2026-11-01T04:00:00Z'))).toBe('2026-11-01');
  });
});
