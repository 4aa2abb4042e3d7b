import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { DataKeys } from './data-keys.js';
import { InstallationKeys } from './installation-keys.js';
import { KEY_PROVIDER, type KeyProvider } from './key-provider.js';
import { LocalFileKeyProvider } from './local-file-key-provider.js';

@Global()
@Module({
  providers: [
    InstallationKeys,
    {
      provide: KEY_PROVIDER,
      inject: [CONFIG],
      useFactory: (config: Config) => new LocalFileKeyProvider(join(config.PART164_HOME, 'keys')),
    },
    {
      provide: DataKeys,
      inject: [KEY_PROVIDER, DataSource],
      useFactory: (provider: KeyProvider, source: DataSource) =>
        new DataKeys(provider, (organizationId, purpose) =>
          source.transaction(async (manager) => {
            await manager.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
            return manager.query(
              'select key_version, wrapped from data_key where organization_id = $1 and purpose = $2',
              [organizationId, purpose],
            );
          }),
        ),
    },
  ],
  exports: [KEY_PROVIDER, DataKeys],
})
export class CryptoModule {}
