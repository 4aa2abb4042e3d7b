import type { CalendarDate } from '../../../../platform/kernel/calendar-date.js';

export const DUTY_KINDS = [
  'individuals',
  'substitute-written',
  'substitute-public',
  'media',
  'hhs-with-individuals',
  'hhs-annual-log',
  'covered-entity',
  'contract',
] as const;

/** One notice that somebody owes: a row of its own. */
export interface Duty {
  kind: (typeof DUTY_KINDS)[number];
  /** The party that has to tell. */
  by: string;
  /** The party that has to be told, where it is one of the parties. */
  to: string | null;
  /** The State or jurisdiction whose media are told. */
  jurisdiction: string | null;
  citation: string;
  /** The last day, never the target. */
  dueOn: CalendarDate;
  /** No notice may go out before; null where nothing holds it back. */
  earliestOn: CalendarDate | null;
  /** Each step from the facts to the day, in words. */
  arithmetic: string[];
  /** Nobody has counted yet: it is shown as for many, until somebody has. */
  provisional: boolean;
  /** It rests on a reading that counsel should confirm. */
  interpretation: boolean;
  /** Where the days of a hold were added to the limit: the other reading. */
  ifSuspended: CalendarDate | null;
  posting: Posting | null;
}

export interface Posting {
  postedOn: CalendarDate;
  /** The last of its days, the first one counted. */
  lastDay: CalendarDate;
  earliestRemovalOn: CalendarDate;
}
