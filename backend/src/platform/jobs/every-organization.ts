import { runInContext, systemContext } from '../context/request-context.js';
import { newId } from '../database/new-id.js';
import type { SystemDb } from '../database/system-db.js';
import { log } from '../logging/log.js';
import type { ScheduledTask } from './job-handler.js';

/** Runs scheduled tasks: for one organization after the other, each in its own context; one failure stops no other. */
export class ScheduleLoop {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly tasks: ScheduledTask[],
    private readonly system: SystemDb,
  ) {}

  start(): void {
    for (const task of this.tasks) this.schedule(task, 0);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.timers.forEach(clearTimeout);
    await Promise.allSettled(this.running);
  }

  async runOnce(task: ScheduledTask): Promise<void> {
    const tenants = await this.system.query<{ id: string }>('select id from tenant order by id');
    for (const { id } of tenants) {
      if (this.stopping) return;
      try {
        await runInContext(systemContext(task.name, id, 'UTC', `sched_${newId().replaceAll('-', '')}`), () => task.run(id));
      } catch (error) {
        log.error({ err: error, task: task.name, organizationId: id }, 'scheduled task failed');
      }
    }
  }

  private schedule(task: ScheduledTask, delayMs: number): void {
    const timer = setTimeout(() => {
      const run = this.runOnce(task)
        .catch((error: unknown) => log.warn({ err: error, task: task.name }, 'scheduled task'))
        .finally(() => {
          this.running.delete(run);
          if (!this.stopping) this.schedule(task, task.everySeconds * 1_000);
        });
      this.running.add(run);
    }, delayMs);
    this.timers.push(timer);
  }
}
