import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditSealer } from '../audit/seal/audit-sealer.js';
import { DataKeys } from '../crypto/data-keys.js';
import { SystemDb } from '../database/system-db.js';
import { TenantDb } from '../database/tenant-db.js';
import { OutboxRows } from '../outbox/outbox-rows.js';
import { ReconcileOutbox } from '../outbox/reconcile-outbox.js';
import { OutboxRelay } from '../outbox/relay.js';
import { Housekeeping } from './housekeeping.js';
import {
  JOB_HANDLERS,
  SCHEDULED_TASKS,
  type InstallationTask,
  type JobHandler,
  type ScheduledTask,
} from './job-handler.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.js';
import { JobWorker } from './job-worker.js';
import { Queues } from './queues.js';
import { Schedules } from './schedules.js';
import { WorkerHealth } from './worker-health.js';

export interface WorkerParts {
  handlers: Type<JobHandler>[];
  tasks: Type<ScheduledTask>[];
  providers: Provider[];
}

/** The parts of the worker process, put together once. */
@Module({})
export class WorkerJobsModule {
  static with({ handlers, tasks, providers }: WorkerParts): DynamicModule {
    return {
      module: WorkerJobsModule,
      providers: [
        ...providers,
        ...handlers,
        ...tasks,
        { provide: JOB_HANDLERS, inject: handlers, useFactory: (...all: JobHandler[]) => all },
        { provide: SCHEDULED_TASKS, inject: tasks, useFactory: (...all: ScheduledTask[]) => all },
        {
          provide: JobRegistry,
          inject: [JOB_HANDLERS],
          useFactory: (all: JobHandler[]) => new JobRegistry(all),
        },
        { provide: OutboxRows, inject: [SystemDb], useFactory: (system: SystemDb) => new OutboxRows(system) },
        {
          provide: Housekeeping,
          inject: [SystemDb],
          useFactory: (system: SystemDb) => new Housekeeping(system),
        },
        {
          provide: ReconcileOutbox,
          inject: [SystemDb, Queues, OutboxRows],
          useFactory: (system: SystemDb, queues: Queues, rows: OutboxRows) =>
            new ReconcileOutbox(system, queues, rows),
        },
        {
          provide: JobRunner,
          inject: [JobRegistry, TenantDb, OutboxRows],
          useFactory: (registry: JobRegistry, db: TenantDb, rows: OutboxRows) =>
            new JobRunner(registry, db, rows),
        },
        {
          provide: Schedules,
          inject: [SCHEDULED_TASKS, ReconcileOutbox, Housekeeping, Queues, SystemDb, TenantDb],
          useFactory: (
            tasksOfAll: ScheduledTask[],
            reconcile: InstallationTask,
            housekeeping: InstallationTask,
            queues: Queues,
            system: SystemDb,
            db: TenantDb,
          ) => new Schedules([...tasksOfAll, reconcile, housekeeping], queues, system, db),
        },
        {
          provide: OutboxRelay,
          inject: [DataSource, Queues, JobRegistry],
          useFactory: (source: DataSource, queues: Queues, registry: JobRegistry) =>
            new OutboxRelay(source, queues, (name) => registry.attemptsOf(name)),
        },
        {
          provide: JobWorker,
          inject: [JobRegistry, JobRunner, Schedules, OutboxRelay, Queues, AuditSealer],
          useFactory: (
            registry: JobRegistry,
            runner: JobRunner,
            schedules: Schedules,
            relay: OutboxRelay,
            queues: Queues,
            sealer: AuditSealer,
          ) => new JobWorker(registry, runner, schedules, relay, queues, sealer),
        },
        {
          provide: AuditSealer,
          inject: [DataSource, DataKeys],
          useFactory: (source: DataSource, keys: DataKeys) => new AuditSealer(source, keys),
        },
        {
          provide: WorkerHealth,
          inject: [SystemDb, Queues],
          useFactory: (system: SystemDb, queues: Queues) => new WorkerHealth(system, queues),
        },
      ],
      exports: [JobWorker, WorkerHealth, JobRunner, JobRegistry, Schedules, OutboxRelay, ReconcileOutbox],
    };
  }
}
