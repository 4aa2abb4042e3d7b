import { calendarDate, calendarDateIn, isCalendarDate, type CalendarDate } from './calendar-date.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day in what programs write: 2026-11-22 (with or without a time), 11/22/2026 as in the United States, 22 Nov 2026,
 * Nov 22, 2026, or seconds since 1970. null: none of these. A time of day is not moved between zones: the program's own
 * day is the one that its report shows.
 */
export function readDay(text: string): CalendarDate | null {
  const plain = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T ])/.exec(plain);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=$|[ ,])/.exec(plain);
  if (american) return dayOf(american[3]!, american[1]!, american[2]!);
  const monthFirst =
    /^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (?:\d{2}:\d{2}(?::\d{2})? (?:[A-Z]{2,5} )?)?(\d{4})(?=$|[ ,])/.exec(
      plain,
    );
  if (monthFirst) return namedDay(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!);
  const dayFirst = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})(?=$|[ ,])/.exec(plain);
  if (dayFirst) return namedDay(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  if (/^\d{9,10}$/.test(plain))
    return calendarDate(new Date(Number(plain) * 1000).toISOString().slice(0, 10));
  return null;
}

/** 20:30, 20:30:59.123, 8:30 PM, and the zone behind it as far as it says how far from UTC it is. */
const TIME =
  /(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d|60)(?:[.,]\d{1,9})?)?(?: ?([AP])M\b)? ?(Z\b|UTC\b|GMT\b)?(?:([+-])(\d{2}):?(\d{2})?(?!\d))?/i;

/**
 * As `readDay`; but where the text says an instant (its time ends in Z, UTC, GMT or an offset, or it counts seconds), the
 * answer is the day that it was then in `timeZone`. `unzoned` says what a time without a zone is: the day as it is
 * written, or UTC.
 */
export function readDayIn(
  timeZone: string,
  text: string,
  unzoned: 'as-written' | 'utc' = 'as-written',
): CalendarDate | null {
  const plain = text.trim();
  const day = readDay(plain);
  if (day === null) return null;
  const instant = /^\d+$/.test(plain) ? Number(plain) * 1000 : instantOf(day, plain, unzoned === 'utc');
  if (instant === null) return day;
  const there = calendarDateIn(timeZone, new Date(instant));
  return isCalendarDate(there) ? there : null;
}

/** In milliseconds since 1970; null: the text says no time of day, or not in which zone. */
function instantOf(day: CalendarDate, text: string, isUtc: boolean): number | null {
  const time = TIME.exec(text);
  if (!time) return null;
  const [, hour, minute, second = '0', half, utc, sign, offsetHours = '0', offsetMinutes = '0'] = time;
  if (utc === undefined && sign === undefined && !isUtc) return null;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes));
  return midnight + (hours * 60 + Number(minute) - offset) * 60_000 + Number(second) * 1000;
}

function namedDay(year: string, month: string, day: string): CalendarDate | null {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? null : dayOf(year, String(number), day);
}

function dayOf(year: string, month: string, day: string): CalendarDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}
