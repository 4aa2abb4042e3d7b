import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { ScheduledTask } from '../../../platform/jobs/job-handler.js';
import { noticeEndedAgreements } from '../application/notice-ended-agreements.js';
import { takeTurn } from '../persistence/change-rows.js';
import { endedAgreements } from '../persistence/ended-agreements.query.js';
import { handedInOn } from '../persistence/standing.query.js';

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
    while (!ending.aborted && (await this.isAnyToNote()) && (await this.note())) continue;
  }

  /** A write must have something to record. */
  private isAnyToNote(): Promise<boolean> {
    return this.db.read(async (tx) => {
      const since = await handedInOn(tx);
      return since !== null && (await endedAgreements(tx, since, 1)).length > 0;
    });
  }

  /** Whether there may be more. */
  private note(): Promise<boolean> {
    return this.db.write(async (tx) => {
      // An analysis that is signed or handed in at this moment is waited for: then it may have noted them, or looked at them.
      await takeTurn(tx);
      const since = await handedInOn(tx);
      const { noted, mayBeMore } = since
        ? await noticeEndedAgreements(tx, since)
        : { noted: 0, mayBeMore: false };
      tx.audit.record({
        action: 'change.watched',
        target: { type: 'organization', id: tx.organizationId },
        detail: { noted },
      });
      return mayBeMore;
    });
  }
}
