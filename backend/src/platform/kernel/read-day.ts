import { calendarDate, isCalendarDate, type CalendarDate } from './calendar-date.js';

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

function namedDay(year: string, month: string, day: string): CalendarDate | null {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? null : dayOf(year, String(number), day);
}

function dayOf(year: string, month: string, day: string): CalendarDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}
