import { join } from 'node:path';
import { runningClusterUrl } from './cluster.mjs';
import { DATABASE, openDatabase } from './database.mjs';
import { prepareHome } from './home.mjs';
import { instanceFile, lockHome } from './instance-lock.mjs';
import { lockHolder } from './lock.mjs';
import { openLog } from './log-file.mjs';
import { INTERRUPTED, Shutdown } from './shutdown.mjs';

/**
 * Runs a command against the database: of DATABASE_URL, of the instance that runs in this home, or of the embedded
 * PostgreSQL booted for as long as the command takes.
 * @template T
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} command its name, for who finds the home in use meanwhile
 * @param {(adminUrl: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase(settings, command, work) {
  const { home } = settings;
  prepareHome(home);
  if (settings.databaseUrl === undefined && lockHolder(instanceFile(home))) {
    const url = runningClusterUrl(home, DATABASE);
    if (url) return await work(url);
  }
  const shutdown = new Shutdown();
  try {
    if (settings.databaseUrl === undefined) {
      const lock = lockHome(home, { command });
      shutdown.add(() => lock.release());
    }
    shutdown.onSignals(INTERRUPTED);
    const log = openLog(join(home, 'logs', 'postgres.log'));
    const opening = openDatabase(settings, { log: (text) => log.write(text), say: () => undefined });
    shutdown.add(async () => (await opening.catch(() => undefined))?.stop());
    return await work((await opening).adminUrl);
  } finally {
    await shutdown.run();
  }
}
