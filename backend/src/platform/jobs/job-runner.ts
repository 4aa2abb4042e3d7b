import { UnrecoverableError, type Job } from 'bullmq';
import { runInContext, systemContext } from '../context/request-context.js';
import type { TenantDb } from '../database/tenant-db.js';
import { log } from '../logging/log.js';
import type { OutboxRows } from '../outbox/outbox-rows.js';
import { askedBy } from './asked-by.js';
import type { JobHandler } from './job-handler.js';
import type { JobRegistry } from './job-registry.js';
import { organizationZone } from './organization-zone.js';
import type { QueuedJob } from './queues.js';

/** What of a queued job its run depends on. */
export type RunnableJob = Pick<Job<QueuedJob>, 'name' | 'data' | 'id' | 'attemptsMade'>;

/** Runs one job as the system, in the organization that asked for it. */
export class JobRunner {
  constructor(
    private readonly registry: JobRegistry,
    private readonly db: TenantDb,
    private readonly outbox: OutboxRows,
  ) {}

  async run(job: RunnableJob): Promise<void> {
    const { organizationId } = job.data;
    try {
      const handler = this.registry.handlerOf(job.name);
      await this.handle(handler, job);
    } catch (error) {
      const given = job.attemptsMade + 1;
      const last = error instanceof UnrecoverableError || given >= this.registry.attemptsOf(job.name);
      log.error({ err: error, job: job.name, jobId: job.id, attempt: given, last }, 'job failed');
      if (last && job.id) await this.outbox.finish(organizationId, job.id, true);
      throw error;
    }
    // After the work: whoever is killed in between does it again, and effects are made to happen once.
    if (job.id) await this.outbox.finish(organizationId, job.id, false);
  }

  private async handle(handler: JobHandler, job: RunnableJob): Promise<void> {
    const { organizationId } = job.data;
    const payload = handler.job.payload.safeParse(job.data.payload);
    if (!payload.success)
      throw new UnrecoverableError(`the payload of ${job.name} is not what the job is defined to take`);
    const jobId = job.id ?? 'unknown';
    const requestId = `job_${jobId}`;
    const [timeZone, asker] = await runInContext(
      systemContext(job.name, organizationId, 'UTC', requestId),
      async () => [await organizationZone(this.db), await askedBy(this.db, payload.data)] as const,
    );
    const context = systemContext(job.name, organizationId, timeZone, requestId, asker);
    await runInContext(context, () =>
      handler.run(payload.data, { organizationId, jobId, context, attempt: job.attemptsMade }),
    );
  }
}
