import { Injectable } from '@nestjs/common';
import { currentContext } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx, type WriteTx } from '../../../platform/database/tenant-db.js';
import type { ScheduledTask } from '../../../platform/jobs/job-handler.js';
import { remindAt } from '../../obligations/index.js';
import { weekOfWait } from '../domain/waiting-term.js';
import { notifyDecisionWaits } from '../notice-jobs.js';
import { keepReminders, type DecisionReminder } from '../persistence/decision-reminder.rows.js';
import { waitsToRemindOf } from '../persistence/waiting.query.js';

const BATCH = 200;

/**
 * Turns what waits too long for a second person into notices, in one transaction with a row of each: neither lost nor
 * doubled. After a standstill only the present week is reminded of.
 */
@Injectable()
export class RemindOfWaiting implements ScheduledTask {
  readonly name = 'notices.waiting';
  readonly everySeconds = 900;

  constructor(private readonly db: TenantDb) {}

  async run(_organizationId: string, ending: AbortSignal): Promise<void> {
    while (!ending.aborted && (await this.remind())) continue;
  }

  /** Whether there may be more. A write must have something to record. */
  private async remind(): Promise<boolean> {
    const due = await this.db.read(remindersDue);
    if (due.length === 0) return false;
    await this.db.write((tx) => keep(tx, due));
    return due.length === BATCH;
  }
}

async function remindersDue(tx: ReadTx): Promise<DecisionReminder[]> {
  const { timeZone } = currentContext();
  // Nobody is reminded in the night.
  if (tx.now < remindAt(tx.today, timeZone)) return [];
  const waits = await waitsToRemindOf(tx, timeZone, BATCH);
  return waits.flatMap(({ type, id, since, sinceOn }) => {
    const week = weekOfWait(sinceOn, tx.today);
    return week === null ? [] : { type, id, since, week };
  });
}

async function keep(tx: WriteTx, due: readonly DecisionReminder[]): Promise<void> {
  // Another worker may have been faster: then this reminds of none, and says so.
  const kept = await keepReminders(tx, due);
  for (const { type, id, since, week } of kept) {
    const wait = { type, id, since: since.toISOString(), week };
    await tx.enqueue(notifyDecisionWaits, wait, { dedupeKey: `${type}|${id}|${wait.since}|${week}` });
  }
  tx.audit.record({
    action: 'notice.decisions-due',
    target: { type: 'organization', id: tx.organizationId },
    detail: { reminders: kept.length },
  });
}
