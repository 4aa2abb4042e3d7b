import { INSTALLATION, runInContext, systemContext } from '../context/request-context.js';
import { newId } from '../database/new-id.js';
import type { SystemDb } from '../database/system-db.js';
import type { TenantDb } from '../database/tenant-db.js';
import { log } from '../logging/log.js';
import type { ScheduledTask } from './job-handler.js';
import { organizationZone } from './organization-zone.js';

/** Runs a task for one organization after the other, each in its own context; one failure stops no other. */
export async function everyOrganization(
  task: ScheduledTask,
  system: SystemDb,
  db: TenantDb,
  ending: AbortSignal,
): Promise<void> {
  const tenants = await system.query<{ id: string }>('select id from tenant where id <> $1 order by id', [
    INSTALLATION,
  ]);
  for (const { id } of tenants) {
    if (ending.aborted) return;
    try {
      const requestId = `sweep_${newId().replaceAll('-', '')}`;
      const timeZone = await runInContext(systemContext(task.name, id, 'UTC', requestId), () =>
        organizationZone(db),
      );
      await runInContext(systemContext(task.name, id, timeZone, requestId), () => task.run(id, ending));
    } catch (error) {
      log.error({ err: error, task: task.name, organizationId: id }, 'scheduled task failed');
    }
  }
}
