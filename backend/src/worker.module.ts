import { Module, type DynamicModule } from '@nestjs/common';
import { auditHandlers, auditWorkerProviders } from './platform/audit/audit.worker.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Config } from './platform/config/config.js';
import { CryptoModule } from './platform/crypto/crypto.module.js';
import { databaseClock, type Clock } from './platform/database/clock.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { FilesModule } from './platform/files/files.module.js';
import { SweepOrphanFiles } from './platform/files/sweep-orphans.task.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { MailInvitationHandler } from './platform/identity/mail-invitation.handler.js';
import { MailWorkerModule } from './platform/mail/mail-worker.module.js';
import { WorkerJobsModule } from './platform/jobs/worker-jobs.module.js';
import { jobHandlers, records, scheduledTasks, workerProviders } from './modules/modules.js';

/** The table of contents of the worker process. It has no routes, and its own database role. */
@Module({})
export class WorkerModule {
  static with(config: Config, clock: Clock = databaseClock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.forRole('worker', records, clock),
        CryptoModule,
        JobsModule,
        FilesModule,
        MailWorkerModule,
        WorkerJobsModule.with({
          handlers: [MailInvitationHandler, ...auditHandlers, ...jobHandlers],
          tasks: [SweepOrphanFiles, ...scheduledTasks],
          providers: [...auditWorkerProviders, ...workerProviders],
        }),
      ],
    };
  }
}
