import { DateTime } from 'luxon';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

const HOUR = 8;

/** Eight in the morning of that day where the organization is: the instant is computed as late as here. */
export function remindAt(remindOn: CalendarDate, timeZone: string): Date {
  const local = DateTime.fromISO(remindOn, { zone: timeZone }).set({ hour: HOUR });
  if (!local.isValid) throw new RangeError(`no such time zone: ${timeZone}`);
  return local.toJSDate();
}
