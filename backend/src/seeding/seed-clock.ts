import type { Clock } from '../platform/database/clock.js';
import { addDays, calendarDateIn, type CalendarDate } from '../platform/kernel/calendar-date.js';

const DAY_MS = 86_400_000;

/** Lets the demo tell of last year: records get the day of the story. The audit log keeps the real time. */
export class SeedClock implements Clock {
  private backMs = 0;

  read(databaseNow: Date): Date {
    return new Date(databaseNow.getTime() - this.backMs);
  }

  goTo(daysAgo: number): void {
    this.backMs = daysAgo * DAY_MS;
  }

  /** A calendar date some days from the real today. */
  dateIn(days: number, timeZone: string): CalendarDate {
    return addDays(calendarDateIn(timeZone, new Date()), days);
  }

  /** A calendar date some days from the day that the story has reached. */
  dateAfter(days: number, timeZone: string): CalendarDate {
    return addDays(calendarDateIn(timeZone, this.read(new Date())), days);
  }
}
