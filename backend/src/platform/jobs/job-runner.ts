import type { Job } from 'bullmq';
import { runInContext, systemContext } from '../context/request-context.js';
import type { TenantDb } from '../database/tenant-db.js';
import { log } from '../logging/log.js';
import type { JobRegistry } from './job-registry.js';
import type { QueuedJob } from './queues.js';

/** Runs one job as the system, in the organization that asked for it. */
export class JobRunner {
  constructor(
    private readonly registry: JobRegistry,
    private readonly db: TenantDb,
  ) {}

  async run(job: Pick<Job<QueuedJob>, 'name' | 'data' | 'id' | 'attemptsMade'>): Promise<void> {
    const handler = this.registry.handlerOf(job.name);
    const { organizationId } = job.data;
    const payload = handler.job.payload.parse(job.data.payload);
    const requestId = `job_${job.id ?? 'unknown'}`;
    const timeZone = await runInContext(systemContext(job.name, organizationId, 'UTC', requestId), () => organizationZone(this.db));
    const context = systemContext(job.name, organizationId, timeZone, requestId);
    try {
      await runInContext(context, () => handler.run(payload, { organizationId, context, attempt: job.attemptsMade }));
    } catch (error) {
      log.error({ err: error, job: job.name, jobId: job.id, attempt: job.attemptsMade }, 'job failed');
      throw error;
    }
  }
}

/** The IANA zone of the current context's organization. */
export async function organizationZone(db: TenantDb): Promise<string> {
  const rows = await db.read((tx) =>
    tx.query<{ time_zone: string }>('select time_zone from organization where organization_id = $1', [tx.organizationId]),
  );
  return rows[0]?.time_zone ?? 'UTC';
}
