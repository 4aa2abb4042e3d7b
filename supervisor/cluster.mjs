import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepareHome } from './home.mjs';
import { connectionUrl } from './postgres/connection.mjs';
import { initializeOnce, resetSuperuserPassword } from './postgres/initialize.mjs';
import { clusterFolder, clusterPlace } from './postgres/place.mjs';
import { readPostmasterPid, runningPostmaster } from './postgres/postmaster-pid.mjs';
import { startPostmaster } from './postgres/postmaster.mjs';
import { homeSecret } from './secrets.mjs';

/**
 * The embedded PostgreSQL of one home folder, running.
 * @typedef {object} Cluster
 * @property {(database: string) => string} adminUrl of the superuser
 * @property {(login: { user: string, password: string, database: string }) => string} url
 * @property {string} folder where its files are
 * @property {number} pid of the postmaster
 * @property {boolean} isNew whether the data folder was made now
 * @property {Promise<string>} ended resolves with why when it ends
 * @property {(limit?: number) => Promise<void>} stop milliseconds until it is forced
 */

/**
 * Boots the embedded PostgreSQL; the first time it makes its data folder. The caller holds the lock of the home.
 * @param {{ home: string, log?: (text: string) => void, throwaway?: boolean }} options a throwaway cluster does
 *   without safety against power failure
 * @returns {Promise<Cluster>}
 */
export async function bootCluster({ home, log = () => undefined, throwaway = false }) {
  const folder = resolve(home);
  prepareHome(folder);
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
 * How the superuser reaches the cluster that an instance of this home runs now.
 * @param {string} home
 * @param {string} database
 * @returns {string | undefined} nothing when none runs
 */
export function runningClusterUrl(home, database) {
  const folder = clusterFolder(home);
  if (!folder) return undefined;
  const noted = readPostmasterPid(join(folder, 'data'));
  if (!noted || runningPostmaster(join(folder, 'data')) === undefined) return undefined;
  const host = noted.socketFolder.startsWith('/') ? noted.socketFolder : '127.0.0.1';
  return connectionUrl(
    { host, port: noted.port },
    { user: 'postgres', password: homeSecret(home, 'superuser'), database },
  );
}

/** @param {string} home */
function superuserPassword(home) {
  const isNew = !existsSync(join(home, 'secrets', 'superuser.key'));
  return { password: homeSecret(home, 'superuser'), isNew };
}
