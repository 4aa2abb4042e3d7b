import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { isUnfinished, type ActionStatus } from './action-transitions.js';

/** Past its date and not finished: what is done in time is not late, whenever it is validated. */
export function isOverdue(
  action: { status: ActionStatus; dueOn: CalendarDate | null },
  today: CalendarDate,
): boolean {
  return action.dueOn !== null && action.dueOn < today && isUnfinished(action.status);
}

/** The obligation of an action: it is due while there is a date and something left to do. */
export function dueObligationOf(action: {
  status: ActionStatus;
  dueOn: CalendarDate | null;
}): CalendarDate | null {
  return isUnfinished(action.status) ? action.dueOn : null;
}

/** Fields that planners may still change; null: any. What is settled was done as planned, only late invoices come in. */
export function changeableFields(status: ActionStatus): readonly string[] | null {
  if (isUnfinished(status)) return null;
  return status === 'cancelled' ? [] : ['spentCents', 'yearlySpentCents'];
}

/** A date that was promised moves, or is taken away. The first date of an action moves nothing. */
export function isDueMoved(from: CalendarDate | null, to: CalendarDate | null): boolean {
  return from !== null && to !== from;
}

/** The steps that would come after the action is due; none where it has no date. */
export function stepsAfter<Step extends { dueOn: string }>(
  steps: readonly Step[],
  dueOn: string | null,
): Step[] {
  return dueOn === null ? [] : steps.filter((step) => step.dueOn > dueOn);
}
