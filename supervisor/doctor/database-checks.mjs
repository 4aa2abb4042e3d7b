import { requireUsableDatabase } from '../external-database.mjs';
import { pendingMigrations } from '../migrate.mjs';
import { clusterFolder } from '../postgres/place.mjs';
import { query } from '../postgres/query.mjs';
import { requireRedis } from '../redis-ping.mjs';
import { Refusal } from '../refusal.mjs';
import { LOGIN_ROLES, roleUrl } from '../roles.mjs';
import { withDatabase } from '../with-database.mjs';
import { fail, ok, warn } from './finding.mjs';
import { failed } from './machine-checks.mjs';

/**
 * @param {import('../settings.mjs').Settings} settings
 * @returns {Promise<import('./finding.mjs').Finding[]>}
 */
export async function databaseFindings(settings) {
  if (settings.databaseUrl === undefined && clusterFolder(settings.home) === undefined) {
    return [ok('The embedded PostgreSQL will be made at the first start')];
  }
  try {
    return await withDatabase(settings, 'doctor', async (adminUrl) => {
      const version = await versionFinding(settings, adminUrl);
      const migrations = await migrationsFinding(adminUrl);
      // The roles and the queue's tables come with the migrations.
      if (migrations.state !== 'ok') return [version, migrations];
      return [
        version,
        migrations,
        await rolesFinding(settings.home, adminUrl),
        await queueFinding(settings, adminUrl),
      ];
    });
  } catch (error) {
    return [failed(error)];
  }
}

/**
 * @param {import('../settings.mjs').Settings} settings
 * @param {string} adminUrl
 */
async function versionFinding({ databaseUrl, home }, adminUrl) {
  if (databaseUrl !== undefined) return ok(await requireUsableDatabase(databaseUrl));
  const [{ version, size }] = await query(
    adminUrl,
    `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`,
  );
  return ok(`PostgreSQL ${version}, embedded, ${size}, in ${clusterFolder(home)}`);
}

/** @param {string} adminUrl */
async function migrationsFinding(adminUrl) {
  const pending = await pendingMigrations(adminUrl);
  if (pending.length === 0) return ok('The database is at this version');
  return warn(
    `Migrations are pending: ${pending.join(', ')}`,
    'npm start applies them; by hand: npm run part164 migrate',
  );
}

/**
 * @param {string} home
 * @param {string} adminUrl
 */
async function rolesFinding(home, adminUrl) {
  /** @type {string[]} */
  const refused = [];
  for (const role of LOGIN_ROLES) {
    await query(roleUrl(adminUrl, home, role), 'select 1').catch((error) =>
      refused.push(`${role} (${error.message})`),
    );
  }
  if (refused.length === 0) return ok(`The roles ${LOGIN_ROLES.join(', ')} can sign in`);
  return fail(
    `Roles that cannot sign in: ${refused.join(', ')}`,
    'npm run part164 migrate sets their passwords from secrets/database.key anew.',
  );
}

/**
 * @param {import('../settings.mjs').Settings} settings
 * @param {string} adminUrl
 */
async function queueFinding({ queueUrl, home }, adminUrl) {
  try {
    if (queueUrl?.startsWith('redis')) {
      await requireRedis(queueUrl);
      return ok('The queue is in Redis, which answers');
    }
    const url = queueUrl ?? roleUrl(adminUrl, home, 'part164_queue');
    const [{ tables }] = await query(
      url,
      `select count(*)::int as tables from pg_tables where schemaname = 'bullmq'`,
    );
    return tables > 0
      ? ok('The queue is in PostgreSQL, and its tables are there')
      : warn('The tables of the queue are missing', 'npm run part164 migrate');
  } catch (error) {
    if (error instanceof Refusal) return failed(error);
    return fail(
      `The queue in PostgreSQL cannot be reached: ${/** @type {Error} */ (error).message}`,
      'npm run part164 migrate; if QUEUE_URL is set, correct it or leave it out.',
    );
  }
}
