import { addDays, daysBetween, type CalendarDate } from '../../../platform/kernel/calendar-date.js';

/** Days before the due date on which somebody is reminded; 0 is the day itself. */
const LEADS = [60, 30, 14, 7, 0] as const;
/** Once overdue, a reminder comes this often until it is settled. */
const OVERDUE_EVERY = 7;

export interface Milestone {
  /** `before-30`, `due`, `overdue-7`: one of each name and date for an obligation. */
  name: string;
  remindOn: CalendarDate;
}

/** What to remind of, from the day on which the obligation is opened or moved. Only one overdue week stands ahead. */
export function plannedMilestones(dueOn: CalendarDate, from: CalendarDate): Milestone[] {
  const ahead = LEADS.map((days) => before(dueOn, days)).filter(
    ({ name, remindOn }) => remindOn > from || (name === 'due' && remindOn === from),
  );
  return [...ahead, nextOverdue(dueOn, from)];
}

/** The next weekly reminder after a day. */
export function nextOverdue(dueOn: CalendarDate, after: CalendarDate): Milestone {
  const days = Math.max(daysBetween(dueOn, after), 0);
  return overdue(dueOn, (Math.floor(days / OVERDUE_EVERY) + 1) * OVERDUE_EVERY);
}

/** What becomes of the reminders of one obligation that are due now. */
export interface DueOutcome {
  /** The one that is sent: the latest. */
  send: Milestone;
  /** Names of the earlier ones: after a standstill nobody gets them one by one. */
  skip: Milestone[];
  /** The next week to stand ahead, once overdue. */
  next: Milestone | null;
}

export function settleDue(dueOn: CalendarDate, today: CalendarDate, due: Milestone[]): DueOutcome {
  const inOrder = [...due].sort((a, b) => (a.remindOn < b.remindOn ? -1 : 1));
  const last = inOrder.at(-1);
  if (!last) throw new RangeError('no reminder is due');
  const week = latestOverdue(dueOn, today);
  const send = week && week.remindOn > last.remindOn ? week : last;
  return {
    send,
    skip: inOrder.filter((milestone) => milestone.name !== send.name || milestone.remindOn !== send.remindOn),
    next: isOverdue(send) ? nextOverdue(dueOn, send.remindOn) : null,
  };
}

/** The last weekly reminder on or before a day. */
function latestOverdue(dueOn: CalendarDate, today: CalendarDate): Milestone | null {
  const weeks = Math.floor(daysBetween(dueOn, today) / OVERDUE_EVERY);
  return weeks >= 1 ? overdue(dueOn, weeks * OVERDUE_EVERY) : null;
}

function before(dueOn: CalendarDate, days: number): Milestone {
  return { name: days === 0 ? 'due' : `before-${days}`, remindOn: addDays(dueOn, -days) };
}

function overdue(dueOn: CalendarDate, days: number): Milestone {
  return { name: `overdue-${days}`, remindOn: addDays(dueOn, days) };
}

function isOverdue({ name }: Milestone): boolean {
  return name.startsWith('overdue-');
}
