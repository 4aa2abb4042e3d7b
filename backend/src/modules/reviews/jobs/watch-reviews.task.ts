import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { ScheduledTask } from '../../../platform/jobs/job-handler.js';
import { followReviews, whatDiffers } from '../application/follow-reviews.js';

/**
 * Names records that nobody looked at for a year, as time goes by and as they come, change hands and end. It compares
 * what is due with what is open, so that a sweep that was missed or done twice changes nothing.
 */
@Injectable()
export class WatchReviews implements ScheduledTask {
  readonly name = 'reviews.watch';
  readonly everySeconds = 900;

  constructor(private readonly db: TenantDb) {}

  async run(organizationId: string): Promise<void> {
    // Most sweeps find nothing, and a write must have something to record.
    if ((await this.db.read((tx) => whatDiffers(tx))).length === 0) return;
    await this.db.write(async (tx) => {
      const differing = await followReviews(tx);
      tx.audit.record({
        action: 'record.reviews-watched',
        target: { type: 'organization', id: organizationId },
        detail: { differing },
      });
    });
  }
}
