import { Injectable } from '@nestjs/common';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import type { ScheduledTask } from '../../../platform/jobs/job-handler.js';
import { calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import { remindAt } from '../application/remind-at.js';
import { reminderPlan, settleDue } from '../domain/milestones.js';
import {
  addMilestones,
  anyDue,
  markEnqueued,
  markSkipped,
  takeDue,
  type PlannedMilestone,
} from '../persistence/milestone-rows.js';
import { remindJob } from './remind.job.js';

const BATCH = 500;

/** Turns reminders that are due into jobs, in one transaction with the mark on the row: neither lost nor doubled. */
@Injectable()
export class RemindOfDue implements ScheduledTask {
  readonly name = 'obligations.remind';
  readonly everySeconds = 60;

  constructor(private readonly db: TenantDb) {}

  async run(organizationId: string, ending: AbortSignal): Promise<void> {
    // Most sweeps find nothing, and a write must have something to record.
    while (!ending.aborted && (await this.db.read(anyDue))) {
      const taken = await this.db.write((tx) => this.sweep(tx, organizationId));
      if (taken === 0) return;
    }
  }

  private async sweep(tx: WriteTx, organizationId: string): Promise<number> {
    const due = await takeDue(tx, BATCH);
    const sent: PlannedMilestone[] = [];
    const skipped: ({ obligationId: string } & PlannedMilestone)[] = [];
    const ahead: PlannedMilestone[] = [];
    for (const { obligation_id: obligationId, kind, due_on: dueOn, time_zone: timeZone, milestones } of due) {
      const planned = (milestone: {
        name: string;
        remindOn: (typeof milestones)[number]['remindOn'];
      }): PlannedMilestone => ({
        ...milestone,
        obligationId,
        remindAt: remindAt(milestone.remindOn, timeZone),
      });
      const outcome = settleDue(dueOn, calendarDateIn(timeZone, tx.now), milestones, reminderPlan(kind));
      sent.push(planned(outcome.send));
      skipped.push(...outcome.skip.map(planned));
      if (outcome.next) ahead.push(planned(outcome.next));
      await tx.enqueue(
        remindJob,
        { obligationId, milestone: outcome.send.name, remindOn: outcome.send.remindOn, dueOn },
        { dedupeKey: `${obligationId}|${outcome.send.name}|${outcome.send.remindOn}` },
      );
    }
    await addMilestones(tx, [...sent, ...ahead]);
    await markEnqueued(tx, sent);
    await markSkipped(tx, skipped);
    tx.audit.record({
      action: 'obligation.reminders-due',
      target: { type: 'organization', id: organizationId },
      detail: { reminders: sent.length, skipped: skipped.length },
    });
    return due.length;
  }
}
