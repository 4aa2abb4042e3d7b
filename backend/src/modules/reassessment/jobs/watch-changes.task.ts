import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { ScheduledTask } from '../../../platform/jobs/job-handler.js';
import { addDays } from '../../../platform/kernel/calendar-date.js';
import { noticeChanges, type Notice } from '../application/notice-changes.js';
import { endedAgreements, sourceKeyOf, type EndedAgreement } from '../persistence/ended-agreements.query.js';
import { lastSigned } from '../persistence/standing.query.js';

const BATCH = 200;

/**
 * Notes what changes as time goes by, without anybody's hand: agreements whose last day is over. Each is noted once by its
 * key; after a standstill all that ended meanwhile are found, each with its own day.
 */
@Injectable()
export class WatchChanges implements ScheduledTask {
  readonly name = 'reassessment.watch';
  readonly everySeconds = 900;

  constructor(private readonly db: TenantDb) {}

  async run(_organizationId: string, ending: AbortSignal): Promise<void> {
    while (!ending.aborted && (await this.note())) continue;
  }

  /** Whether there may be more. A write must have something to record. */
  private async note(): Promise<boolean> {
    const ended = await this.db.read(async (tx) => {
      const signed = await lastSigned(tx);
      return signed ? endedAgreements(tx, signed.approvedOn, BATCH) : [];
    });
    if (ended.length === 0) return false;
    await this.db.write(async (tx) => {
      // Another worker may have been faster: then this notes none, and says so.
      const noted = await noticeChanges(tx, ended.map(noticeOf));
      tx.audit.record({
        action: 'change.watched',
        target: { type: 'organization', id: tx.organizationId },
        detail: { noted },
      });
    });
    return ended.length === BATCH;
  }
}

function noticeOf(agreement: EndedAgreement): Notice {
  return {
    kind: 'vendor-ended',
    details: [{ field: 'agreement', from: ['signed'], to: ['expired'] }],
    subject: { type: 'vendor', id: agreement.vendorId },
    subjectName: agreement.name,
    happenedOn: addDays(agreement.endsOn, 1),
    sourceKey: sourceKeyOf(agreement),
  };
}
