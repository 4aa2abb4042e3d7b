import type { JobHandler } from './job-handler.js';

/** Finds the handler of a job. A job with two handlers stops the boot. */
export class JobRegistry {
  private readonly byName = new Map<string, JobHandler>();

  constructor(handlers: JobHandler[]) {
    for (const handler of handlers) {
      if (this.byName.has(handler.job.name)) throw new Error(`job ${handler.job.name} has two handlers`);
      this.byName.set(handler.job.name, handler);
    }
  }

  handlerOf(name: string): JobHandler {
    const handler = this.byName.get(name);
    if (!handler) throw new Error(`job ${name} has no handler`);
    return handler;
  }

  /** Refuses when a job that may be enqueued has nobody to do it. */
  refuseMissing(names: string[]): void {
    const missing = names.filter((name) => !this.byName.has(name));
    if (missing.length > 0) throw new Error(`these jobs have no handler: ${missing.join(', ')}`);
  }

  attemptsOf(name: string): number {
    return this.byName.get(name)?.job.attempts ?? 1;
  }
}
