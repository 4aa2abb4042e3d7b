import { Injectable } from '@nestjs/common';
import { currentContext } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { ScheduledTask } from '../../../platform/jobs/job-handler.js';
import { remindAt } from '../application/remind-at.js';
import { moveToZone, zoneStragglers } from '../persistence/zone-rows.js';

const BATCH = 500;

/** The organization moved to another zone: dates stay, the instants of waiting reminders follow. */
@Injectable()
export class FollowZone implements ScheduledTask {
  readonly name = 'obligations.follow-zone';
  readonly everySeconds = 3_600;

  constructor(private readonly db: TenantDb) {}

  async run(organizationId: string): Promise<void> {
    const { timeZone } = currentContext();
    for (;;) {
      const stragglers = await this.db.read((tx) => zoneStragglers(tx, timeZone, BATCH));
      if (stragglers.length === 0) return;
      await this.db.write(async (tx) => {
        await moveToZone(tx, stragglers, timeZone, (remindOn) => remindAt(remindOn, timeZone));
        tx.audit.record({
          action: 'obligation.zone-followed',
          target: { type: 'organization', id: organizationId },
          detail: { obligations: stragglers.length, timeZone },
        });
      });
    }
  }
}
