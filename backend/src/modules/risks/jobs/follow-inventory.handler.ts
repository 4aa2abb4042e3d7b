import { Injectable } from '@nestjs/common';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { OutboxRows } from '../../../platform/outbox/outbox-rows.js';
import { FollowInventory } from '../application/follow-inventory.js';
import { followInventory } from './follow-inventory.job.js';

/** Whatever was changed before it looks, it sees: so one look does for all that wait. */
@Injectable()
export class FollowInventoryHandler implements JobHandler {
  readonly job = followInventory;

  constructor(
    private readonly outbox: OutboxRows,
    private readonly follow: FollowInventory,
  ) {}

  async run(_: object, { organizationId, jobId, attempt }: JobCircumstances): Promise<void> {
    if (attempt === 0 && (await this.outbox.isFinished(organizationId, jobId))) return;
    await this.outbox.finishOthers(organizationId, this.job.name, jobId);
    await this.follow.execute();
  }
}
