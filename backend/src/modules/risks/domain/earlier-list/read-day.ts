import {
  calendarDate,
  isCalendarDate,
  type CalendarDate,
} from '../../../../platform/kernel/calendar-date.js';

/** The day in 2025-11-22, with or without a time behind it, or in 11/22/2025 as the United States write it; else null. */
export function readDay(text: string): CalendarDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?=$|[T ])/.exec(text);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=$|[ ,])/.exec(text);
  return american ? dayOf(american[3]!, american[1]!, american[2]!) : null;
}

function dayOf(year: string, month: string, day: string): CalendarDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? calendarDate(text) : null;
}
