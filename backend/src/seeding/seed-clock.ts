import type { Clock } from '../platform/database/clock.js';
import { addDays, calendarDateIn, type CalendarDate } from '../platform/kernel/calendar-date.js';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** Minutes since midnight: people of a story are at work between these. */
const OPENS = 8 * 60 + 5;
const CLOSES = 17 * 60 + 30;

/**
 * Lets the demo tell of last year: records get the day of the story, at hours at which an office works. The audit log
 * keeps the real time.
 */
export class SeedClock implements Clock {
  private daysAgo = 0;
  private writes = 0;
  private timeZone = 'UTC';
  /** How far each day of the story lies back by now, in ms: who comes back to a day goes on where it stood. */
  private readonly backMs = new Map<number, number>([[0, 0]]);

  read(databaseNow: Date): Date {
    return new Date(databaseNow.getTime() - this.backMs.get(this.daysAgo)!);
  }

  /** Begins the story of an organization in this zone. */
  beginIn(timeZone: string): void {
    this.timeZone = timeZone;
    this.backMs.clear();
    this.backMs.set(0, 0);
    this.daysAgo = 0;
  }

  /** Its morning, or as late as that day has become. */
  goTo(daysAgo: number): void {
    this.daysAgo = daysAgo;
    if (this.backMs.has(daysAgo)) return;
    const arrived = OPENS + ((daysAgo * 37) % 100);
    const late = minutesOfDay(this.timeZone, new Date()) - arrived;
    this.backMs.set(daysAgo, daysAgo * DAY_MS + late * MINUTE_MS);
  }

  /** Something was written, which took one to five minutes; today's real time is left as it is. */
  wrote(): void {
    if (this.daysAgo === 0 || minutesOfDay(this.timeZone, this.read(new Date())) > CLOSES) return;
    this.writes += 1;
    const took = 1 + ((this.writes * 7) % 5);
    this.backMs.set(this.daysAgo, this.backMs.get(this.daysAgo)! - took * MINUTE_MS);
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

function minutesOfDay(timeZone: string, instant: Date): number {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const [hour, minute] = time.format(instant).split(':').map(Number);
  return hour! * 60 + minute!;
}
