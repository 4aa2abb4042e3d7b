import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { calendarDate, dayInWords } from '../../../platform/kernel/calendar-date.js';
import { DomainError, invalidField } from '../../../platform/kernel/domain-error.js';
import { isDueMoved, stepsAfter } from '../domain/action-plan.js';
import { insertDueMove, type DueMove } from '../persistence/due-move.repository.js';
import { milestonesOf } from '../persistence/milestone.repository.js';
import type { RemediationActionRecord } from '../persistence/remediation-action.record.js';

const SHORTEST_REASON = 3;

type Dated = Pick<RemediationActionRecord, 'id' | 'dueOn'>;

/**
 * Keeps why a promised date moves; null where it stays or is the first one. Refuses a move without a reason, and a date
 * before a step of the action that is not done yet.
 */
export async function moveDueDate(
  tx: WriteTx,
  before: Dated,
  after: Dated,
  { reason, by }: { reason: string; by: string },
): Promise<DueMove | null> {
  if (before.dueOn === after.dueOn) return null;
  // What is done is not late any more, whatever day it was planned for.
  const open = (await milestonesOf(tx, before.id)).filter(({ doneOn }) => doneOn === null);
  refuseBeforeSteps(open, after.dueOn);
  if (!isDueMoved(before.dueOn, after.dueOn)) return null;
  const given = reason.trim();
  if (given.length < SHORTEST_REASON) {
    throw invalidField(
      'dueOnReason',
      'Write down why the date moves. It is kept with the action.',
      'action.due-reason-missing',
    );
  }
  const move = { fromOn: before.dueOn!, toOn: after.dueOn, reason: given };
  await insertDueMove(tx, before.id, move, by);
  return move;
}

/** Refuses a step that comes after the action is due. `path` is the field of its date. */
export function refuseAfterDue(dueOn: string, actionDueOn: string | null, path = 'dueOn'): void {
  if (stepsAfter([{ dueOn }], actionDueOn).length === 0) return;
  throw invalidField(
    path,
    `The action is due on ${dayInWords(calendarDate(actionDueOn!))}, before this day. Choose an earlier day, or move the date of the action first.`,
    'milestone.after-due',
  );
}

function refuseBeforeSteps(steps: readonly { title: string; dueOn: string }[], dueOn: string | null): void {
  const late = stepsAfter(steps, dueOn);
  if (late.length === 0) return;
  throw new DomainError('action.due-before-milestone', 'invalid', 'Some entries need another look.', {
    fieldErrors: {
      dueOn: late.map(
        (step) =>
          `The milestone “${step.title}” is due on ${dayInWords(calendarDate(step.dueOn))}, after this day. Move or remove it first, or choose a later day.`,
      ),
    },
  });
}
