import type { SystemDb } from '../database/system-db.js';
import type { TenantDb } from '../database/tenant-db.js';
import { INSTALLATION } from '../context/request-context.js';
import { log } from '../logging/log.js';
import { everyOrganization } from './every-organization.js';
import type { InstallationTask, ScheduledTask } from './job-handler.js';
import type { Queues } from './queues.js';

type Task = ScheduledTask | InstallationTask;

const PREFIX = 'sweep.';
/** Whether the queue still has our schedules is looked up this often. */
const KEEP_EVERY_MS = 60_000;

/**
 * What is done again and again. The queue holds one schedule a task, so that several workers share the sweeps and do
 * not double them; what a sweep finds to do stands in rows, so that a queue that lost everything loses nothing.
 */
export class Schedules {
  private readonly byJobName = new Map<string, Task>();
  private readonly running = new Set<string>();
  private readonly ending = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    tasks: Task[],
    private readonly queues: Queues,
    private readonly system: SystemDb,
    private readonly db: TenantDb,
  ) {
    for (const task of tasks) {
      if (this.byJobName.has(PREFIX + task.name))
        throw new Error(`scheduled task ${task.name} is declared twice`);
      this.byJobName.set(PREFIX + task.name, task);
    }
  }

  start(): void {
    const look = (): void => {
      this.keep().catch((error: unknown) => log.warn({ err: error }, 'schedules could not be kept'));
    };
    look();
    this.timer = setInterval(look, KEEP_EVERY_MS);
  }

  stop(): void {
    this.ending.abort();
    clearInterval(this.timer);
  }

  /** Puts back what the queue has lost, has otherwise, or has stopped doing; leaves alone what runs as it should. */
  async keep(): Promise<void> {
    const queue = this.queues.open();
    for (const [jobName, task] of this.byJobName) {
      const every = task.everySeconds * 1_000;
      const known = await queue.getJobScheduler(jobName);
      // A worker that was killed as it took the run may have left no next one.
      const asItShould = known?.every === every && (known.next ?? 0) > Date.now() - every - KEEP_EVERY_MS;
      if (asItShould) continue;
      await queue.upsertJobScheduler(
        jobName,
        { every },
        {
          name: jobName,
          data: { organizationId: INSTALLATION, payload: {} },
          opts: { attempts: 1, removeOnComplete: true, removeOnFail: { count: 10 } },
        },
      );
    }
    await this.dropUnknown();
  }

  /** A task that this version no longer has. */
  private async dropUnknown(): Promise<void> {
    const queue = this.queues.open();
    for (const { key } of await queue.getJobSchedulers()) {
      if (!this.byJobName.has(key)) await queue.removeJobScheduler(key);
    }
  }

  handles(jobName: string): boolean {
    return jobName.startsWith(PREFIX);
  }

  async run(jobName: string): Promise<void> {
    const task = this.byJobName.get(jobName);
    // A sweep that takes longer than its interval is not started again beside itself.
    if (!task || this.ending.signal.aborted || this.running.has(jobName)) return;
    this.running.add(jobName);
    try {
      if ('runOnce' in task) await task.runOnce();
      else await everyOrganization(task, this.system, this.db, this.ending.signal);
    } finally {
      this.running.delete(jobName);
    }
  }
}
