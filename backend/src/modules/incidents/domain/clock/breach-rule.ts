import type { CalendarDate } from '../../../../platform/kernel/calendar-date.js';

/** The rule's figures, from a pack: the arithmetic is here, the numbers are there. */
export interface BreachRule {
  /** First day of breaches to which the rule applies. 164.400 */
  appliesFrom: CalendarDate;
  /** Outer limit after discovery, in calendar days. 164.404(b), 164.406(b), 164.408(b), 164.410(b) */
  noticeDays: number;
  /** From so many individuals HHS is told together with them. 164.408(b) */
  hhsFrom: number;
  /** After the end of the year, in days, for fewer. 164.408(c) */
  annualLogDays: number;
  /** Above so many residents of one State or jurisdiction the media are told. 164.406(a) */
  mediaAbove: number;
  /** From so many without an address the substitute notice is public. 164.404(d)(2)(ii) */
  publicSubstituteFrom: number;
  /** So long a posting stays and its toll-free number answers, the first day included. 164.404(d)(2)(ii) */
  postingDays: number;
  /** So long an oral statement of law enforcement holds. 164.412(b) */
  oralHoldDays: number;
  /** 164.414(a), 164.530(j)(2) */
  keepYears: number;
  /** Two letters of each State and jurisdiction. */
  jurisdictions: readonly string[];
}
