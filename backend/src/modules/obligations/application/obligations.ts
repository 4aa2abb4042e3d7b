import { Injectable } from '@nestjs/common';
import { currentContext } from '../../../platform/context/request-context.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { plannedMilestones, reminderPlan } from '../domain/milestones.js';
import type { NewObligation, ObligationKind, ObligationRef } from '../domain/obligation.js';
import { addMilestones, cancelWaiting } from '../persistence/milestone-rows.js';
import {
  addChange,
  insertObligation,
  lockOpen,
  setDueOn,
  setHolder,
  setStatus,
  type ObligationRow,
} from '../persistence/obligation-rows.js';
import { remindAt } from './remind-at.js';

/** What other modules do with obligations, inside their own transaction. Every change is a row with its reason. */
@Injectable()
export class Obligations {
  /** Opens an obligation and plans its reminders. The same one again changes nothing. */
  async open(tx: WriteTx, obligation: NewObligation): Promise<string> {
    const known = await lockOpen(tx, obligation);
    if (known) {
      if (known.due_on === obligation.dueOn) return known.id;
      // A date never moves by itself: whoever wants another one says why.
      throw new DomainError(
        'obligation.exists',
        'conflict',
        `This is already due on ${known.due_on}. Move that date, and say why.`,
      );
    }
    const { timeZone } = currentContext();
    const id = await insertObligation(tx, obligation, timeZone);
    await addChange(tx, {
      obligationId: id,
      fromDueOn: null,
      toDueOn: obligation.dueOn,
      fromStatus: null,
      toStatus: 'open',
      reason: obligation.ruleVersion,
      changedBy: actingMember(),
    });
    await planReminders(tx, { id, kind: obligation.kind }, obligation.dueOn, timeZone);
    tx.audit.record({
      action: 'obligation.opened',
      target: { type: 'obligation', id },
      parent: obligation.subject,
      detail: { kind: obligation.kind, dueOn: obligation.dueOn },
    });
    return id;
  }

  /** It was done. Nothing happens when it is not open (any more). */
  async meet(tx: WriteTx, ref: ObligationRef, metOn: CalendarDate, reason = ''): Promise<void> {
    const row = await lockOpen(tx, ref);
    if (row) await this.end(tx, row, 'met', metOn, reason);
  }

  /** It is no longer asked for. Nothing happens when it is not open. */
  async cancel(tx: WriteTx, ref: ObligationRef, reason: string): Promise<void> {
    const row = await lockOpen(tx, ref);
    if (row) await this.end(tx, row, 'cancelled', null, requireReason(reason));
  }

  async move(tx: WriteTx, ref: ObligationRef, dueOn: CalendarDate, reason: string): Promise<void> {
    const row = await lockOpen(tx, ref);
    if (!row) throw notFound('obligation');
    if (row.due_on === dueOn) return;
    await setDueOn(tx, row.id, dueOn);
    await addChange(tx, { ...changeOf(row), toDueOn: dueOn, reason: requireReason(reason) });
    await cancelWaiting(tx, row.id);
    await planReminders(tx, row, dueOn, row.time_zone);
    tx.audit.record({
      action: 'obligation.moved',
      target: { type: 'obligation', id: row.id },
      parent: { type: row.subject_type, id: row.subject_id },
      changes: { dueOn: { from: row.due_on, to: dueOn } },
      detail: { kind: row.kind, fromDueOn: row.due_on, toDueOn: dueOn },
    });
  }

  /** Gives it to another owner, or to nobody. Reminders go to whoever owns it on their day. */
  async assign(tx: WriteTx, ref: ObligationRef, ownerId: string | null, title?: string): Promise<void> {
    const row = await lockOpen(tx, ref);
    if (!row) throw notFound('obligation');
    const newTitle = title ?? row.title;
    if (row.owner_id === ownerId && row.title === newTitle) return;
    await setHolder(tx, row.id, ownerId, newTitle);
    tx.audit.record({
      action: 'obligation.assigned',
      target: { type: 'obligation', id: row.id },
      parent: { type: row.subject_type, id: row.subject_id },
      changes: { ownerId: { from: row.owner_id, to: ownerId }, title: { from: row.title, to: newTitle } },
      detail: { kind: row.kind },
    });
  }

  /**
   * For dates that people plan themselves: opens, moves and hands over so that the obligation is as the record says;
   * `null` cancels. `reason` is kept with a moved or cancelled date.
   */
  async follow(tx: WriteTx, ref: ObligationRef, wanted: NewObligation | null, reason: string): Promise<void> {
    if (!wanted) return this.cancel(tx, ref, reason);
    if (!(await lockOpen(tx, ref))) {
      await this.open(tx, wanted);
      return;
    }
    await this.move(tx, ref, wanted.dueOn, reason);
    await this.assign(tx, ref, wanted.ownerId, wanted.title);
  }

  async end(
    tx: WriteTx,
    row: ObligationRow,
    status: 'met' | 'cancelled',
    metOn: CalendarDate | null,
    reason: string,
  ): Promise<void> {
    await setStatus(tx, row.id, status, reason, metOn);
    await addChange(tx, { ...changeOf(row), toStatus: status, reason });
    await cancelWaiting(tx, row.id);
    const about = {
      target: { type: 'obligation', id: row.id },
      parent: { type: row.subject_type, id: row.subject_id },
    };
    const changes = { status: { from: row.status, to: status } };
    if (status === 'met')
      tx.audit.record({
        action: 'obligation.met',
        ...about,
        changes,
        detail: { kind: row.kind, metOn: metOn! },
      });
    else tx.audit.record({ action: 'obligation.cancelled', ...about, changes, detail: { kind: row.kind } });
  }
}

async function planReminders(
  tx: WriteTx,
  { id: obligationId, kind }: { id: string; kind: ObligationKind },
  dueOn: CalendarDate,
  timeZone: string,
): Promise<void> {
  const planned = plannedMilestones(dueOn, tx.today, reminderPlan(kind));
  await addMilestones(
    tx,
    planned.map((milestone) => ({
      ...milestone,
      obligationId,
      remindAt: remindAt(milestone.remindOn, timeZone),
    })),
  );
}

function changeOf(row: ObligationRow) {
  return {
    obligationId: row.id,
    fromDueOn: row.due_on,
    toDueOn: row.due_on,
    fromStatus: row.status,
    toStatus: row.status,
    changedBy: actingMember(),
  };
}

function actingMember(): string | null {
  const { actor } = currentContext();
  return actor.type === 'person' ? actor.memberId : null;
}

function requireReason(reason: string): string {
  if (reason.trim() === '')
    throw new DomainError(
      'obligation.reason-missing',
      'invalid',
      'Say why the date changes: the reason is kept with it.',
    );
  return reason.trim();
}
