import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.mjs';
import { majorVersion } from './binaries.mjs';

const run = promisify(execFile);
const HALF_MADE = 'data.making-';

/** What PostgreSQL's programs see of our environment. */
export const PLAIN_ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? '' } : {}),
};

/**
 * Makes the data folder if there is none. It is made aside and renamed when complete, so that a data folder
 * is always a whole one; a half-made one is thrown away.
 * @param {import('./place.mjs').Place} place
 * @param {{ password: string, throwaway: boolean }} options password of the superuser; throwaway data may be
 *   lost with the machine
 * @returns {Promise<boolean>} whether it was made now
 */
export async function initializeOnce(place, { password, throwaway }) {
  for (const name of readdirSync(place.folder)) {
    if (name.startsWith(HALF_MADE)) rmSync(join(place.folder, name), { recursive: true, force: true });
  }
  if (existsSync(place.data)) {
    await refuseOtherMajor(place);
    return false;
  }
  const half = join(place.folder, HALF_MADE + randomBytes(4).toString('hex'));
  const passwordFile = `${half}.password`;
  try {
    writeFileSync(passwordFile, password + '\n', { mode: 0o600 });
    if (place.user.uid !== undefined && place.user.gid !== undefined) {
      chownSync(passwordFile, place.user.uid, place.user.gid);
    }
    await initdb(place, { folder: half, passwordFile, throwaway });
    renameSync(half, place.data);
    return true;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/**
 * Gives the superuser a new password without one: for a home folder whose secrets were lost.
 * Only while no postmaster runs.
 * @param {import('./place.mjs').Place} place
 * @param {string} password
 */
export async function resetSuperuserPassword(place, password) {
  const child = spawn(place.binaries.postgres, ['--single', '-D', place.data, 'postgres'], {
    ...place.user,
    cwd: place.folder,
    env: PLAIN_ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin?.end(`ALTER ROLE postgres PASSWORD '${password.replaceAll("'", "''")}';\n`);
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) {
    throw new Refusal(
      'The password of the embedded PostgreSQL is lost (secrets/superuser.key) and could not be set anew.',
      'bring secrets/superuser.key back from your backup.',
    );
  }
}

/**
 * @param {import('./place.mjs').Place} place
 * @param {{ folder: string, passwordFile: string, throwaway: boolean }} options
 */
async function initdb(place, { folder, passwordFile, throwaway }) {
  const args = [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
    ...(throwaway ? ['--no-sync'] : []),
  ];
  try {
    await run(place.binaries.initdb, args, { ...place.user, cwd: place.folder, env: PLAIN_ENVIRONMENT });
  } catch (error) {
    const { stderr, message } = /** @type {Error & { stderr?: string }} */ (error);
    throw new Refusal(
      `The database folder ${dirname(folder)} could not be made: ${(stderr || message).trim()}`,
      'choose a PART164_HOME on a local disk that has space and where you own the files.',
    );
  }
}

/** @param {import('./place.mjs').Place} place */
async function refuseOtherMajor(place) {
  const file = join(place.data, 'PG_VERSION');
  const [found, brought] = [
    existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown',
    String(await majorVersion(place.binaries)),
  ];
  if (found === brought) return;
  throw new Refusal(
    `The database folder ${place.data} was made by PostgreSQL ${found}; this Part164 brings PostgreSQL ${brought}.`,
    `start it once more with the Part164 that made it, dump it (pg_dump), and load the dump into a new PART164_HOME; or set DATABASE_URL to a PostgreSQL that holds the data.`,
  );
}
