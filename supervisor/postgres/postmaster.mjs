import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../process-identity.mjs';
import { claimPort, freePort } from '../ports.mjs';
import { Refusal } from '../refusal.mjs';
import { PLAIN_ENVIRONMENT } from './initialize.mjs';
import { serverSettings } from './server-settings.mjs';
import {
  disarmReusedPid,
  readPostmasterPid,
  runningPostmaster,
  strandedServerProcesses,
} from './postmaster-pid.mjs';
import { leaveSocketFolder, socketFolder } from './place.mjs';
import { watchParent } from './parent-watch.mjs';

const START_LIMIT = 60_000;
const STOP_LIMIT = 15_000;
const STRANDED_LIMIT = 5_000;

/**
 * @typedef {object} Postmaster
 * @property {import('./connection.mjs').Address} address
 * @property {number} pid
 * @property {Promise<string>} ended resolves with why, also when it was stopped on purpose
 * @property {(limit?: number) => Promise<void>} stop
 */

/**
 * Starts PostgreSQL on the data folder and waits until it takes connections. The caller holds the lock of the
 * home folder: a postmaster that is found running was left by a parent that is gone.
 * @param {import('./place.mjs').Place} place
 * @param {{ log: (text: string) => void, throwaway: boolean }} options
 * @returns {Promise<Postmaster>}
 */
export async function startPostmaster(place, { log, throwaway }) {
  await clearRemains(place, log);
  const host = process.platform === 'win32' ? '127.0.0.1' : socketFolder(place);
  // The folder of the socket is private, so that the usual port is always free in it.
  const port = process.platform === 'win32' ? await tcpPort(place) : 5432;
  const child = spawn(
    place.binaries.postgres,
    ['-D', place.data, ...serverSettings({ host, port, throwaway })],
    {
      ...place.user,
      cwd: place.folder,
      env: PLAIN_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe'],
      // Its own group: Ctrl-C in the terminal must reach the supervisor only, which stops PostgreSQL last.
      detached: process.platform !== 'win32',
    },
  );
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    lastWords = (lastWords + text).slice(-2000);
    log(text);
  });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) =>
      resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    );
  });
  let over = false;
  void ended.then(() => (over = true));
  const deadline = Date.now() + START_LIMIT;
  const pid = child.pid ?? 0;
  if (child.pid) {
    const watch = watchParent(child.pid, place.user);
    void ended.then(() => watch.release());
  }
  for (;;) {
    const noted = readPostmasterPid(place.data);
    if (noted?.pid === pid && noted.ready) break;
    if (over || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Refusal(
        `The embedded PostgreSQL did not start: ${(await ended) || 'it took too long'}.\n${lastWords.trim()}`,
        'see logs/postgres.log in PART164_HOME; `npm run part164 doctor` checks the folder.',
      );
    }
    await sleep(20);
  }
  return {
    address: { host, port },
    pid,
    ended: /** @type {Promise<string>} */ (ended),
    stop: (limit) => stop(place, pid, limit).then(() => leaveSocketFolder(place, host)),
  };
}

/**
 * @param {import('./place.mjs').Place} place
 * @param {(text: string) => void} log
 */
async function clearRemains(place, log) {
  const left = runningPostmaster(place.data);
  if (left !== undefined) {
    log(`An earlier start left PostgreSQL running (process ${left}); stopping it.\n`);
    await stop(place, left);
  }
  const deadline = Date.now() + STRANDED_LIMIT;
  for (;;) {
    const stranded = strandedServerProcesses(place.data);
    if (stranded.length === 0) break;
    if (Date.now() > deadline) for (const pid of stranded) signal(pid, 'SIGKILL');
    await sleep(50);
  }
  disarmReusedPid(place.data);
}

/**
 * Fast shutdown: connections are ended, everything is written. Only when that hangs, harder ones.
 * @param {import('./place.mjs').Place} place
 * @param {number} pid
 * @param {number} [limit] milliseconds for the fast one
 */
async function stop(place, pid, limit = STOP_LIMIT) {
  if (process.platform === 'win32') {
    spawnSync(place.binaries.pgCtl, ['stop', '-D', place.data, '-m', 'fast', '-w'], { stdio: 'ignore' });
    return;
  }
  for (const name of /** @type {const} */ (['SIGINT', 'SIGQUIT', 'SIGKILL'])) {
    signal(pid, name);
    const deadline = Date.now() + (name === 'SIGINT' ? limit : 1_500);
    while (isRunning(pid) && Date.now() < deadline) await sleep(20);
    if (!isRunning(pid)) return;
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

/**
 * The port of the last time when it is free: who is connected finds the way back.
 * @param {import('./place.mjs').Place} place
 */
async function tcpPort(place) {
  const note = join(place.folder, 'port');
  const last = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  const port = await claimPort(last, '127.0.0.1').catch(() => freePort());
  writeFileSync(note, String(port));
  return port;
}
