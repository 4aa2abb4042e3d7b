import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Queues } from './queues.js';
import { JobRunController } from './job-run.controller.js';
import { JobRuns } from './job-runs.js';

@Global()
@Module({
  controllers: [JobRunController],
  providers: [
    {
      provide: Queues,
      inject: [CONFIG],
      useFactory: (config: Config) => {
        if (!config.QUEUE_URL)
          throw new Error('QUEUE_URL is not set: `part164 serve` sets it from DATABASE_URL');
        return new Queues(config.QUEUE_URL);
      },
    },
    JobRuns,
  ],
  exports: [Queues, JobRuns],
})
export class JobsModule implements OnApplicationShutdown {
  constructor(@Inject(Queues) private readonly queues: Queues) {}

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
