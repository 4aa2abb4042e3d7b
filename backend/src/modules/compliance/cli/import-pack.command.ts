import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readFile, stat } from 'node:fs/promises';
import type { CliCommand } from '../../../cli.js';
import { ConfigModule } from '../../../platform/config/config.module.js';
import type { Config } from '../../../platform/config/config.js';
import { INSTALLATION, runInContext, systemContext } from '../../../platform/context/request-context.js';
import { CryptoModule } from '../../../platform/crypto/crypto.module.js';
import { DatabaseModule, type DatabaseRole } from '../../../platform/database/database.module.js';
import { SystemDb } from '../../../platform/database/system-db.js';
import { newId } from '../../../platform/database/new-id.js';
import '../compliance.audit.js';
import { ImportPack } from '../application/import-pack.js';
import { installShippedPacks } from '../application/install-shipped-packs.js';
import { describeImport } from './describe-import.js';

const LARGEST_BYTES = 20 * 1024 * 1024;

@Module({})
class ImportModule {}

/** `part164 packs import FILE`: exit code 1 when the file is refused. */
export const importPackCommand: CliCommand = async ([path], readConfig) => {
  const config = readConfig();
  if (!path) throw new Error('name the file');
  const { size } = await stat(path);
  if (size > LARGEST_BYTES)
    throw new Error(`${path} has ${size} bytes, more than the ${LARGEST_BYTES} that are read`);
  const bytes = await readFile(path);
  // The installation's own keys are made by the application's role where this is the first command of all.
  await (await contextFor('app', config)).close();
  const context = await contextFor('worker', config);
  try {
    const work = async (): Promise<number> => {
      const importPack = context.get(ImportPack);
      // What an official set cites is explained by ours, so ours are there first.
      await installShippedPacks((sql, params) => context.get(SystemDb).query(sql, params));
      const judged = await importPack.judge(bytes);
      if (judged.state === 'new') await importPack.execute(bytes);
      process.stdout.write(describeImport(judged));
      return judged.state === 'new' || judged.state === 'already-installed' ? 0 : 1;
    };
    return await runInContext(
      systemContext('part164 packs import', INSTALLATION, 'UTC', `cli_${newId().replaceAll('-', '')}`),
      work,
    );
  } finally {
    await context.close();
  }
};

function contextFor(role: DatabaseRole, config: Config): Promise<INestApplicationContext> {
  const module: DynamicModule = {
    module: ImportModule,
    imports: [ConfigModule.with(config), DatabaseModule.forRole(role, []), CryptoModule],
    providers: [ImportPack],
  };
  return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
}
