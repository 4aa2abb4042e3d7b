import { setTimeout as sleep } from 'node:timers/promises';
import { bootCluster } from './cluster.mjs';
import { requireUsableDatabase } from './external-database.mjs';
import { query } from './postgres/query.mjs';

export const DATABASE = 'part164';

const LONGEST_PAUSE = 30_000;
/** What the processes leave of the twenty seconds that a stop may take. */
const STOP_LIMIT = 5_000;

/**
 * The database that this instance works on, embedded or the operator's own.
 * @typedef {object} Database
 * @property {string} adminUrl never given to backend, worker or frontend
 * @property {string} version for people, e.g. 'PostgreSQL 18.4, embedded'
 * @property {boolean} embedded
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ home: string, databaseUrl: string | undefined }} settings
 * @param {{ log: (text: string) => void, say: (text: string) => void, throwaway?: boolean }} outlets
 * @returns {Promise<Database>}
 */
export async function openDatabase({ home, databaseUrl }, { log, say, throwaway = false }) {
  if (databaseUrl !== undefined) {
    const version = await requireUsableDatabase(databaseUrl);
    return { adminUrl: databaseUrl, version, embedded: false, stop: () => Promise.resolve() };
  }
  const boot = () => bootCluster({ home, log, throwaway });
  let cluster = await boot();
  await createOnce(cluster.adminUrl('postgres'));
  const adminUrl = cluster.adminUrl(DATABASE);
  let wanted = true;
  const kept = (async () => {
    for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const how = await cluster.ended;
      if (!wanted) return;
      say(`! PostgreSQL ${how}; starting it again (logs/postgres.log).`);
      cluster = await bootAgain(boot, pause, say);
      if (!wanted) await cluster.stop();
      else say('✓ PostgreSQL is back.');
    }
  })();
  const [{ server_version: version }] = await query(adminUrl, 'show server_version');
  return {
    adminUrl,
    version: `PostgreSQL ${version}, embedded`,
    embedded: true,
    async stop() {
      wanted = false;
      await cluster.stop(STOP_LIMIT);
      await kept;
    },
  };
}

/**
 * @param {() => Promise<import('./cluster.mjs').Cluster>} boot
 * @param {number} pause
 * @param {(text: string) => void} say
 */
async function bootAgain(boot, pause, say) {
  for (;;) {
    try {
      return await boot();
    } catch (error) {
      say(`! PostgreSQL did not start: ${/** @type {Error} */ (error).message.split('\n')[0]}`);
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}

/** @param {string} serverUrl */
async function createOnce(serverUrl) {
  const present = await query(serverUrl, 'select 1 from pg_database where datname = $1', {
    values: [DATABASE],
  });
  if (present.length > 0) return;
  await query(serverUrl, `create database ${DATABASE} encoding 'UTF8' template template0`);
}
