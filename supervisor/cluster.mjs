import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { connectionUrl } from './postgres/connection.mjs';
import { initializeOnce, resetSuperuserPassword } from './postgres/initialize.mjs';
import { clusterPlace } from './postgres/place.mjs';
import { startPostmaster } from './postgres/postmaster.mjs';
import { runningPostmaster } from './postgres/postmaster-pid.mjs';

/**
 * The embedded PostgreSQL of one home folder, running.
 * @typedef {object} Cluster
 * @property {(database: string) => string} adminUrl of the superuser
 * @property {(login: { user: string, password: string, database: string }) => string} url
 * @property {string} folder where its files are
 * @property {number} pid of the postmaster
 * @property {boolean} isNew whether the data folder was made now
 * @property {Promise<string>} ended resolves with why when it ends
 * @property {() => Promise<void>} stop
 */

/**
 * Boots the embedded PostgreSQL; the first time it makes its data folder. The caller holds the lock of the home.
 * @param {{ home: string, log?: (text: string) => void, throwaway?: boolean }} options a throwaway cluster does
 *   without safety against power failure
 * @returns {Promise<Cluster>}
 */
export async function bootCluster({ home, log = () => undefined, throwaway = false }) {
  const folder = resolve(home);
  makeHome(folder);
  const place = clusterPlace(folder);
  const { password, isNew: passwordIsNew } = superuserPassword(folder);
  const isNew = await initializeOnce(place, { password, throwaway });
  if (passwordIsNew && !isNew && runningPostmaster(place.data) === undefined) {
    await resetSuperuserPassword(place, password);
  }
  const postmaster = await startPostmaster(place, { log, throwaway });
  const url = (/** @type {{ user: string, password: string, database: string }} */ login) =>
    connectionUrl(postmaster.address, login);
  return {
    adminUrl: (database) => url({ user: 'postgres', password, database }),
    url,
    folder: place.folder,
    pid: postmaster.pid,
    isNew,
    ended: postmaster.ended,
    stop: postmaster.stop,
  };
}

/**
 * The system user that runs PostgreSQL for root must be able to pass through; what is inside is closed by itself.
 * @param {string} home
 */
function makeHome(home) {
  if (existsSync(home)) return;
  mkdirSync(home, { recursive: true });
  chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** @param {string} home */
function superuserPassword(home) {
  const file = join(home, 'secrets', 'superuser.key');
  if (existsSync(file)) return { password: readFileSync(file, 'utf8').trim(), isNew: false };
  mkdirSync(join(home, 'secrets'), { recursive: true, mode: 0o700 });
  const password = randomBytes(32).toString('hex');
  writeFileSync(file, password + '\n', { mode: 0o600 });
  return { password, isNew: true };
}
