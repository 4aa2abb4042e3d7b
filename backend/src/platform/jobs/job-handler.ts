import type { RequestContext } from '../context/request-context.js';
import type { JobDefinition } from './define-job.js';

export interface JobCircumstances {
  organizationId: string;
  /** The same for every attempt, also when the queue lost the job and got it again: a key for effects. */
  jobId: string;
  context: RequestContext;
  /** How often this very job was started before. Effects must be idempotent all the same. */
  attempt: number;
}

/** The work behind a job definition. Runs in a context of its organization, as the system. */
export interface JobHandler<P extends Record<string, unknown> = Record<string, unknown>> {
  readonly job: JobDefinition<P>;
  run(payload: P, circumstances: JobCircumstances): Promise<void>;
}

/** Something that every organization needs done again and again. Two runs at once must do no harm. */
export interface ScheduledTask {
  readonly name: string;
  readonly everySeconds: number;
  /** Runs once for each organization, in its context. What takes long looks at the signal: the process wants to end. */
  run(organizationId: string, ending: AbortSignal): Promise<void>;
}

/** Something that the installation as a whole needs done again and again. */
export interface InstallationTask {
  readonly name: string;
  readonly everySeconds: number;
  runOnce(): Promise<void>;
}

export const JOB_HANDLERS = Symbol('job handlers');
export const SCHEDULED_TASKS = Symbol('scheduled tasks');
