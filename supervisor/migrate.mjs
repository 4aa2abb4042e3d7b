import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inheritedEnvironment } from './child-environment.mjs';
import { contentHash } from './content-hash.mjs';
import { query } from './postgres/query.mjs';
import { readPrepared, writePrepared } from './prepared.mjs';
import { Refusal } from './refusal.mjs';
import { rolePasswords } from './roles.mjs';
import { runTool } from './run-tool.mjs';
import { CHECKOUT } from './settings.mjs';

/**
 * Brings the database to this version, unless it is there.
 * @param {{ home: string, adminUrl: string, note?: (text: string) => void, always?: boolean }} options
 */
export async function migrateDatabase({ home, adminUrl, note = () => undefined, always = false }) {
  const passwords = rolePasswords(home);
  const wanted = await stateOf(adminUrl, passwords);
  if (!always && readPrepared(home).migrated === wanted && (await pendingMigrations(adminUrl)).length === 0) {
    note('up to date');
    return;
  }
  const { code, stdout, output } = await runTool(process.execPath, ['migrations/dist/run.js'], {
    cwd: CHECKOUT,
    env: {
      ...inheritedEnvironment(),
      DATABASE_ADMIN_URL: adminUrl,
      PART164_HOME: home,
      PART164_ROLE_PASSWORDS: JSON.stringify(passwords),
    },
  });
  if (code !== 0) {
    throw new Refusal(
      `The database could not be brought to this version.\n${output.trim()}`,
      'nothing was half done: each migration is one transaction. Mend what is named above and start again.',
    );
  }
  note(appliedIn(stdout));
  writePrepared(home, { migrated: wanted });
}

/**
 * @param {string} adminUrl
 * @returns {Promise<string[]>} names of the migrations that this version has and the database has not
 */
export async function pendingMigrations(adminUrl) {
  const known = migrationFiles();
  const applied = await query(adminUrl, 'select name, sha256 from public.migration_checksum', {
    role: 'part164_owner',
  }).catch((error) => {
    // No such table, schema or role: a database that was never migrated.
    if (['42P01', '3F000', '22023', '42704', '42501', '28000'].includes(error.code)) return [];
    throw error;
  });
  const done = new Map(applied.map(({ name, sha256 }) => [name, sha256]));
  return known.filter(({ name, sha256 }) => done.get(name) !== sha256).map(({ name }) => name);
}

function migrationFiles() {
  const folder = join(CHECKOUT, 'migrations', 'sql');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      sha256: createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    }));
}

/**
 * The migrations, the passwords of the roles and the database itself: if one changes there is work to do.
 * @param {string} adminUrl
 * @param {Record<string, string>} passwords
 */
async function stateOf(adminUrl, passwords) {
  const sources = contentHash(CHECKOUT, [
    'migrations/sql',
    'migrations/dist',
    'migrations/package.json',
    'package-lock.json',
  ]);
  return createHash('sha256')
    .update(JSON.stringify([sources, passwords, await databaseIdentity(adminUrl)]))
    .digest('hex');
}

/**
 * A database that was dropped and made anew, or another one under the same URL, is not the same.
 * @param {string} adminUrl
 * @returns {Promise<string>}
 */
export async function databaseIdentity(adminUrl) {
  const [{ identity }] = await query(
    adminUrl,
    `select concat_ws(':', current_database(), oid, inet_server_addr(), inet_server_port()) as identity
     from pg_database where datname = current_database()`,
  );
  return identity;
}

/** @param {string} stdout */
function appliedIn(stdout) {
  try {
    const { applied, current } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    return applied.length > 0 ? `${applied.length} applied, now ${current}` : `at ${current}`;
  } catch {
    return 'done';
  }
}
