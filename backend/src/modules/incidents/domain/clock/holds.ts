import {
  addDays,
  dayInWords,
  daysBetween,
  type CalendarDate,
} from '../../../../platform/kernel/calendar-date.js';
import type { Hold } from './breach-facts.js';
import type { BreachRule } from './breach-rule.js';

/** From one day through another no notice may go out. */
export interface Barred {
  from: CalendarDate;
  through: CalendarDate;
  because: string;
}

export interface HeldDate {
  dueOn: CalendarDate;
  /** The day after the last hold that counts, or null where none does. */
  earliestOn: CalendarDate | null;
  /** In words, one sentence for each hold. */
  because: string[];
  /** Where the days of the holds were added to the limit: a reading of 164.412 that we do not recommend. */
  ifSuspended: CalendarDate | null;
}

/**
 * The days on which the statements made to one party bar a notice, the earliest first. A written one holds as long as
 * it says; an oral one 30 days from its date, unless a written one comes within them and takes its place. A second
 * oral statement adds nothing: the rule gives 30 days, not 30 more. 45 CFR 164.412
 */
export function barredDays(holds: readonly Hold[], { oralHoldDays }: BreachRule): Barred[] {
  const written = holds.filter((hold) => hold.form === 'written');
  const [oral] = holds
    .filter(({ form }) => form === 'oral')
    .sort((one, other) => (one.statedOn < other.statedOn ? -1 : 1));
  const barred = written.map(({ statedOn, through }) => ({
    from: statedOn,
    through,
    because: `A written statement of ${dayInWords(statedOn)} holds notices back through ${dayInWords(through)}.`,
  }));
  const spoken = oral && oralHold(oral.statedOn, written, oralHoldDays);
  return (spoken ? [...barred, spoken] : barred).sort((one, other) => (one.from < other.from ? -1 : 1));
}

function oralHold(
  statedOn: CalendarDate,
  written: readonly { statedOn: CalendarDate }[],
  days: number,
): Barred | null {
  const last = addDays(statedOn, days);
  const [replacedOn] = written
    .map((statement) => statement.statedOn)
    .filter((on) => on >= statedOn && on <= last)
    .sort();
  const through = replacedOn === undefined ? last : addDays(replacedOn, -1);
  if (through < statedOn) return null;
  const end = replacedOn === undefined ? '' : `, when a written one took its place`;
  return {
    from: statedOn,
    through,
    because: `An oral statement of ${dayInWords(statedOn)} holds notices back for at most ${days} days: through ${dayInWords(through)}${end}.`,
  };
}

/**
 * A limit under holds: where one bars its last day, it is the day after the hold. A hold that was stated after the
 * last day changes nothing, for the notice was late by then.
 */
export function heldDate(
  limit: CalendarDate,
  discoveredOn: CalendarDate,
  barred: readonly Barred[],
): HeldDate {
  let dueOn = limit;
  const counted: Barred[] = [];
  const because: string[] = [];
  for (const hold of barred) {
    if (hold.through < discoveredOn) continue;
    if (hold.from > dueOn) {
      because.push(`${hold.because} It came after ${dayInWords(dueOn)}, the last day, and moves nothing.`);
      continue;
    }
    counted.push(hold);
    if (hold.through >= dueOn) dueOn = addDays(hold.through, 1);
    because.push(
      dueOn > hold.through && dueOn === addDays(hold.through, 1)
        ? `${hold.because} The notice is due the next day, ${dayInWords(dueOn)}.`
        : `${hold.because} It ends before ${dayInWords(dueOn)}, so that day stays.`,
    );
  }
  const last = counted.reduce<CalendarDate | null>(
    (latest, { through }) => (latest === null || through > latest ? through : latest),
    null,
  );
  return {
    dueOn,
    earliestOn: last && addDays(last, 1),
    because,
    ifSuspended: last && addDays(limit, suspendedDays(counted, discoveredOn)),
  };
}

/** From the first day of each run of holds to its last, none before the clock ran. */
function suspendedDays(holds: readonly Barred[], discoveredOn: CalendarDate): number {
  let days = 0;
  let end: CalendarDate | null = null;
  for (const { from, through } of holds) {
    const start = from < discoveredOn ? discoveredOn : from;
    const joins = end !== null && start <= addDays(end, 1);
    const since: CalendarDate = joins ? end! : start;
    if (through > since) days += daysBetween(since, through);
    if (end === null || through > end) end = through;
  }
  return days;
}
