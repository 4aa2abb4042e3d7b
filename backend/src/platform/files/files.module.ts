import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config/config.js';
import { FILE_STORE } from './file-store.js';
import { LocalFolderStore } from './local-folder-store.js';
import { StoredFiles } from './stored-files.js';

@Global()
@Module({
  providers: [
    {
      provide: FILE_STORE,
      inject: [CONFIG],
      useFactory: (config: Config) => new LocalFolderStore(join(config.PART164_HOME, 'files')),
    },
    StoredFiles,
  ],
  exports: [FILE_STORE, StoredFiles],
})
export class FilesModule {}
