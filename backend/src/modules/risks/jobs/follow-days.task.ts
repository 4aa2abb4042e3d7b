import { Injectable } from '@nestjs/common';
import type { ScheduledTask } from '../../../platform/jobs/job-handler.js';
import { FollowInventory } from '../application/follow-inventory.js';

/** What comes with the days, without anybody's hand: an agreement whose last day is over no longer covers its flows. */
@Injectable()
export class FollowDays implements ScheduledTask {
  readonly name = 'risks.follow-days';
  readonly everySeconds = 900;

  constructor(private readonly follow: FollowInventory) {}

  run(_organizationId: string, ending: AbortSignal): Promise<void> {
    return this.follow.execute(ending);
  }
}
