import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootCluster } from './cluster.mjs';
import { migrateDatabase } from './migrate.mjs';
import { query } from './postgres/query.mjs';

/**
 * A PostgreSQL in a temporary folder with a migrated database, gone without a trace afterwards.
 * @template T
 * @param {import('./shutdown.mjs').Shutdown} shutdown
 * @param {(database: { home: string, adminUrl: string }) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withThrowawayDatabase(shutdown, work) {
  const home = mkdtempSync(join(tmpdir(), 'part164-'));
  // For root: the system user that runs PostgreSQL passes through.
  if (process.getuid?.() === 0) chmodSync(home, 0o711);
  let place = home;
  shutdown.add(() => {
    rmSync(place, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  });
  const booting = bootCluster({ home, throwaway: true });
  shutdown.add(async () => (await booting.catch(() => undefined))?.stop());
  const cluster = await booting;
  place = cluster.folder;
  await query(cluster.adminUrl('postgres'), `create database part164 encoding 'UTF8' template template0`);
  const adminUrl = cluster.adminUrl('part164');
  await migrateDatabase({ home, adminUrl });
  return await work({ home, adminUrl });
}
