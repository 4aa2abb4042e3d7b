import { join } from 'node:path';
import { openDatabase } from './database.mjs';
import { openLog } from './log-file.mjs';
import { migrateDatabase } from './migrate.mjs';
import { freePort } from './ports.mjs';
import { instanceProcesses } from './processes.mjs';
import { phase } from './progress.mjs';
import { requireRedis } from './redis-ping.mjs';
import { seedDatabase } from './seed.mjs';

/**
 * Brings up one instance: database, migrations, seed, processes. What it starts it hands to `shutdown`.
 * The caller holds the lock of the home, and checkout and port are ready.
 * @param {object} options
 * @param {import('./settings.mjs').Settings} options.settings
 * @param {number} options.port
 * @param {'production' | 'development'} options.mode
 * @param {import('./shutdown.mjs').Shutdown} options.shutdown
 * @param {(text: string) => void} options.say
 * @param {(name: string, text: string) => void} [options.echo]
 * @param {boolean} [options.throwaway]
 */
export async function startInstance({ settings, port, mode, shutdown, say, echo, throwaway = false }) {
  const { home } = settings;
  const database = await phase('Database', async (note) => {
    const log = openLog(join(home, 'logs', 'postgres.log'));
    const opening = openDatabase(settings, { log: (text) => log.write(text), say, throwaway });
    // Also when the command is stopped while PostgreSQL boots.
    shutdown.add(async () => (await opening.catch(() => undefined))?.stop());
    const opened = await opening;
    if (settings.queueUrl?.startsWith('redis')) await requireRedis(settings.queueUrl);
    note(opened.version);
    return opened;
  });
  const publicUrl = settings.publicUrl ?? `http://localhost:${port}`;
  /** @type {import('./child-environment.mjs').Instance} */
  const instance = {
    settings,
    adminUrl: database.adminUrl,
    publicUrl,
    port,
    backendPort: await freePort(),
    workerPort: await freePort(),
    mode,
  };
  await phase('Migrations', (note) => migrateDatabase({ home, adminUrl: database.adminUrl, note }));
  await phase('Reference packs and demo', (note) => seedDatabase(instance, { note }));
  const processes = instanceProcesses(instance, { say, echo });
  shutdown.add(() => processes.stop());
  await phase('Backend, worker, frontend', () => processes.start());
  return { instance, processes };
}
