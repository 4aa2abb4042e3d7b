import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { parseConfig } from './platform/config/config.js';
import { JobWorker } from './platform/jobs/job-worker.js';
import { WorkerHealth } from './platform/jobs/worker-health.js';
import { exitWithParent } from './platform/logging/exit-with-parent.js';
import { log } from './platform/logging/log.js';
import { WorkerModule } from './worker.module.js';

/** What is under way gets this long to finish; a job that is cut off is taken over and done again. */
const STOP_WITHIN_MS = 15_000;

/** The worker process. */
try {
  const config = parseConfig(process.env);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), {
    abortOnError: false,
    logger: {
      log: () => undefined,
      warn: (message: unknown) => log.warn(String(message)),
      error: (message: unknown) => log.error(String(message)),
    },
  });
  const worker = app.get(JobWorker);
  const health = app.get(WorkerHealth);
  worker.start();
  if (config.WORKER_HEALTH_PORT) await health.listen(config.WORKER_HEALTH_PORT);

  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      health.close();
      // In this order: jobs need the database until they end.
      await worker.stop();
      await app.close();
    })();
    return stopping;
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(0)));
  exitWithParent(stop);
  log.info({ event: 'working', healthPort: config.WORKER_HEALTH_PORT }, 'worker ready');
} catch (error) {
  log.fatal({ err: error }, 'worker did not start');
  process.exit(1);
}
