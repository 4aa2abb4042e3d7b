import { daysBetween, type CalendarDate } from '../../../platform/kernel/calendar-date.js';

export type ReminderTone = 'first' | 'due-soon' | 'due-today' | 'overdue';

/** From here on a reminder says "due soon". */
const SOON_DAYS = 14;

/** How a reminder speaks, by the day on which it is read: it may go out later than it was planned. */
export function reminderTone(dueOn: CalendarDate, today: CalendarDate): { tone: ReminderTone; days: number } {
  const left = daysBetween(today, dueOn);
  if (left < 0) return { tone: 'overdue', days: -left };
  if (left === 0) return { tone: 'due-today', days: 0 };
  return { tone: left <= SOON_DAYS ? 'due-soon' : 'first', days: left };
}
