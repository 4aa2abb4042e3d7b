import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { DataKeys } from '../crypto/data-keys.js';
import { databaseClock, type Clock } from './clock.js';
import { SystemDb } from './system-db.js';
import { createDataSource, type RecordClass } from './data-source.js';
import { TenantDb } from './tenant-db.js';

export type DatabaseRole = 'app' | 'worker';

/** The connection of one process, under the least role that its work needs. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  static forRole(role: DatabaseRole, records: RecordClass[], clock: Clock = databaseClock): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          inject: [CONFIG],
          useFactory: (config: Config) =>
            createDataSource(urlFor(role, config), config.DATABASE_POOL_SIZE, records).initialize(),
        },
        { provide: SystemDb, inject: [DataSource], useFactory: (source: DataSource) => new SystemDb(source) },
        {
          provide: TenantDb,
          inject: [DataSource, DataKeys],
          useFactory: (source: DataSource, keys: DataKeys) => new TenantDb(source, keys, clock),
        },
      ],
      exports: [DataSource, SystemDb, TenantDb],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

function urlFor(role: DatabaseRole, config: Config): string {
  const name = role === 'app' ? 'DATABASE_APP_URL' : 'DATABASE_WORKER_URL';
  const url = config[name];
  if (!url)
    throw new Error(
      `${name} is not set: \`part164 serve ${role === 'app' ? 'backend' : 'worker'}\` sets it from DATABASE_URL`,
    );
  return url;
}
