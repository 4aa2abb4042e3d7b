import { addDays, daysBetween, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { ObligationKind } from './obligation.js';

/** When somebody is reminded of a kind of obligation. */
export interface ReminderPlan {
  /** Days before the due date; 0 is the day itself. */
  leads: readonly number[];
  /** Once overdue, a reminder comes every so many days until it is settled. */
  overdueEvery: number;
}

export const USUAL_PLAN: ReminderPlan = { leads: [60, 30, 14, 7, 0], overdueEvery: 7 };
/** The outer limits of 45 CFR 164.404 to 164.410 are passed by nobody unaware. */
export const BREACH_PLAN: ReminderPlan = {
  leads: [45, 30, 20, 14, 10, 7, 5, 3, 2, 1, 0],
  overdueEvery: 1,
};

export function reminderPlan(kind: ObligationKind): ReminderPlan {
  return kind === 'breach-notice.due' ? BREACH_PLAN : USUAL_PLAN;
}

export interface Milestone {
  /** `before-30`, `due`, `overdue-7`: one of each name and date for an obligation. */
  name: string;
  remindOn: CalendarDate;
}

/** What to remind of, from the day on which the obligation is opened or moved. Only one reminder after the date stands ahead. */
export function plannedMilestones(
  dueOn: CalendarDate,
  from: CalendarDate,
  plan: ReminderPlan = USUAL_PLAN,
): Milestone[] {
  const ahead = plan.leads
    .map((days) => before(dueOn, days))
    .filter(({ name, remindOn }) => remindOn > from || (name === 'due' && remindOn === from));
  return [...ahead, nextOverdue(dueOn, from, plan)];
}

/** The next reminder of what is overdue, after a day. */
export function nextOverdue(
  dueOn: CalendarDate,
  after: CalendarDate,
  { overdueEvery }: ReminderPlan = USUAL_PLAN,
): Milestone {
  const days = Math.max(daysBetween(dueOn, after), 0);
  return overdue(dueOn, (Math.floor(days / overdueEvery) + 1) * overdueEvery);
}

/** What becomes of the reminders of one obligation that are due now. */
export interface DueOutcome {
  /** The one that is sent: the latest. */
  send: Milestone;
  /** Names of the earlier ones: after a standstill nobody gets them one by one. */
  skip: Milestone[];
  /** The next one to stand ahead, once overdue. */
  next: Milestone | null;
}

export function settleDue(
  dueOn: CalendarDate,
  today: CalendarDate,
  due: Milestone[],
  plan: ReminderPlan = USUAL_PLAN,
): DueOutcome {
  const inOrder = [...due].sort((a, b) => (a.remindOn < b.remindOn ? -1 : 1));
  const last = inOrder.at(-1);
  if (!last) throw new RangeError('no reminder is due');
  const late = latestOverdue(dueOn, today, plan);
  const send = late && late.remindOn > last.remindOn ? late : last;
  return {
    send,
    skip: inOrder.filter((milestone) => milestone.name !== send.name || milestone.remindOn !== send.remindOn),
    next: isOverdue(send) ? nextOverdue(dueOn, send.remindOn, plan) : null,
  };
}

/** The last reminder of what is overdue on or before a day. */
function latestOverdue(
  dueOn: CalendarDate,
  today: CalendarDate,
  { overdueEvery }: ReminderPlan,
): Milestone | null {
  const times = Math.floor(daysBetween(dueOn, today) / overdueEvery);
  return times >= 1 ? overdue(dueOn, times * overdueEvery) : null;
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
