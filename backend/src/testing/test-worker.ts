import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { INSTALLATION } from '../platform/context/request-context.js';
import { databaseClock, type Clock } from '../platform/database/clock.js';
import { SystemDb } from '../platform/database/system-db.js';
import { TenantDb } from '../platform/database/tenant-db.js';
import { everyOrganization } from '../platform/jobs/every-organization.js';
import type { InstallationTask, ScheduledTask } from '../platform/jobs/job-handler.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { JobWorker } from '../platform/jobs/job-worker.js';
import { WorkerModule } from '../worker.module.js';
import type { TestApp } from './test-app.js';

/** The worker process beside a test app, under its own database role. Nothing runs by itself until `start`. */
export interface TestWorker {
  context: INestApplicationContext;
  /** Does one sweep, as the schedule would. */
  sweep(task: Type<ScheduledTask> | Type<InstallationTask>): Promise<void>;
  /** Does the work that waits in the outbox, through the runner and without the queue. Answers how many jobs that were. */
  work(): Promise<number>;
  /** Relay, queue, schedules and sealer, for real. */
  start(): void;
  close(): Promise<void>;
}

export interface TestWorkerOptions {
  config?: Partial<TestApp['config']>;
  clock?: Clock;
}

export async function startTestWorker(
  app: TestApp,
  { config, clock = databaseClock }: TestWorkerOptions = {},
): Promise<TestWorker> {
  const context = await NestFactory.createApplicationContext(
    WorkerModule.with({ ...app.config, ...config }, clock),
    {
      abortOnError: false,
      logger: false,
    },
  );
  let started = false;
  return {
    context,
    sweep: async (type) => {
      const task = context.get<ScheduledTask | InstallationTask>(type);
      if ('runOnce' in task) await task.runOnce();
      else
        await everyOrganization(
          task,
          context.get(SystemDb),
          context.get(TenantDb),
          new AbortController().signal,
        );
    },
    work: () => workOutbox(context),
    start: () => {
      started = true;
      context.get(JobWorker).start();
    },
    close: async () => {
      if (started) await context.get(JobWorker).stop();
      await context.close();
    },
  };
}

interface Row {
  id: string;
  organization_id: string;
  job_name: string;
  payload: Record<string, unknown>;
}

async function workOutbox(context: INestApplicationContext): Promise<number> {
  const system = context.get(SystemDb);
  const rows = await system.query<Row>(
    `update outbox set dispatched_at = now() where dispatched_at is null and organization_id <> $1
     returning id, organization_id, job_name, payload`,
    [INSTALLATION],
  );
  const runner = context.get(JobRunner);
  for (const { id, job_name: name, organization_id: organizationId, payload } of rows) {
    await runner.run({ id, name, attemptsMade: 0, data: { organizationId, payload } });
  }
  return rows.length;
}
