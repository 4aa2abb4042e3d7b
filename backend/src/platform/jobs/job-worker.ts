import type { Worker } from 'bullmq';
import type { AuditSealer } from '../audit/seal/audit-sealer.js';
import { log } from '../logging/log.js';
import type { OutboxRelay } from '../outbox/relay.js';
import { definedJobs } from './define-job.js';
import type { JobRegistry } from './job-registry.js';
import type { JobRunner } from './job-runner.js';
import type { QueuedJob, Queues } from './queues.js';
import type { Schedules } from './schedules.js';

const CONCURRENCY = 4;

/** Everything that a worker process does: seals the audit log, hands the outbox to the queue, works it, keeps schedules. */
export class JobWorker {
  private worker: Worker<QueuedJob> | undefined;

  constructor(
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly schedules: Schedules,
    private readonly relay: OutboxRelay,
    private readonly queues: Queues,
    private readonly sealer: AuditSealer,
  ) {}

  start(): void {
    this.registry.refuseMissing(definedJobs());
    this.worker = this.queues.work(
      (job) => (this.schedules.handles(job.name) ? this.schedules.run(job.name) : this.runner.run(job)),
      CONCURRENCY,
    );
    this.sealer.start();
    this.relay.start();
    this.schedules.start();
  }

  /** Takes nothing new and waits for what is under way. */
  async stop(): Promise<void> {
    this.schedules.stop();
    const ended = await Promise.allSettled([this.relay.stop(), this.worker?.close()]);
    for (const end of ended)
      if (end.status === 'rejected') log.warn({ err: end.reason as unknown }, 'stopping the worker');
    // Last: what the jobs recorded is sealed before the process ends.
    await this.sealer.stop();
  }
}
