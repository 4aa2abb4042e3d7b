import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bootCluster } from '../cluster.mjs';
import { openLog } from '../log-file.mjs';
import { migrateDatabase } from '../migrate.mjs';
import { query } from '../postgres/query.mjs';
import { rolePasswords } from '../roles.mjs';

const TEMPLATE = 'part164_template';

/**
 * A PostgreSQL of its own for the specs, with a migrated database that they copy.
 * @param {string} folder
 * @param {import('../shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<Record<string, string>>} the variables that tell the specs about it
 */
export async function bootTestDatabase(folder, shutdown) {
  const home = join(folder, 'database');
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const log = openLog(join(home, 'logs', 'postgres.log'));
  const booting = bootCluster({ home, throwaway: true, log: (text) => log.write(text) });
  shutdown.add(async () => (await booting.catch(() => undefined))?.stop());
  const cluster = await booting;
  await query(cluster.adminUrl('postgres'), `create database ${TEMPLATE} encoding 'UTF8' template template0`);
  await migrateDatabase({ home, adminUrl: cluster.adminUrl(TEMPLATE) });
  return {
    PART164_TEST_ADMIN_URL: cluster.adminUrl('postgres'),
    PART164_TEST_TEMPLATE: TEMPLATE,
    PART164_TEST_ROLE_PASSWORDS: JSON.stringify(rolePasswords(home)),
  };
}
