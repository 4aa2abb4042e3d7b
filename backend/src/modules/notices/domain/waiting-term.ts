import { daysBetween, type CalendarDate } from '../../../platform/kernel/calendar-date.js';

/** How long something may wait for a second person. Our convention; the rule names no term. */
export const WAITS_LONG_AFTER_DAYS = 14;
/** From then on those who may decide are reminded this often. */
export const REMINDED_EVERY_DAYS = 7;

/** What a second person decides about. */
export const WAITING_TYPES = ['remediation-action', 'risk-acceptance', 'risk-scale', 'assessment'] as const;
export type WaitingType = (typeof WAITING_TYPES)[number];

/** Whether it waits for more days than that. */
export function waitsLong(sinceOn: CalendarDate, today: CalendarDate): boolean {
  return daysBetween(sinceOn, today) > WAITS_LONG_AFTER_DAYS;
}

/** In which week of its being too long it is, from 0; null while it may still wait. */
export function weekOfWait(sinceOn: CalendarDate, today: CalendarDate): number | null {
  if (!waitsLong(sinceOn, today)) return null;
  return Math.floor((daysBetween(sinceOn, today) - WAITS_LONG_AFTER_DAYS - 1) / REMINDED_EVERY_DAYS);
}
