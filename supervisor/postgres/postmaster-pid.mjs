import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, isRunning } from '../process-identity.mjs';

/**
 * What PostgreSQL writes to postmaster.pid in its data folder.
 * @typedef {{ pid: number, port: number, socketFolder: string, ready: boolean }} PostmasterPid
 */

/**
 * @param {string} data
 * @returns {PostmasterPid | undefined}
 */
export function readPostmasterPid(data) {
  let lines;
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/**
 * @param {string} data
 * @returns {number | undefined} the postmaster that runs on this data folder, whoever started it
 */
export function runningPostmaster(data) {
  const noted = readPostmasterPid(data);
  if (!noted || !isRunning(noted.pid)) return undefined;
  const command = commandLineOf(noted.pid);
  // Where the command line cannot be read, trust the number: better to refuse than to start a second one.
  return command === '' || isPostmasterOf(command, data) ? noted.pid : undefined;
}

/**
 * PostgreSQL refuses to start while the process of postmaster.pid is alive, even when that number belongs to
 * somebody else by now. The number is replaced by one that surely is not alive, and the rest is kept: with it
 * PostgreSQL finds out by itself whether server processes of the dead postmaster still hold the shared memory.
 * @param {string} data
 */
export function disarmReusedPid(data) {
  const noted = readPostmasterPid(data);
  if (!noted || !isRunning(noted.pid)) return;
  const file = join(data, 'postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  lines[0] = String(deadPid());
  writeFileSync(file, lines.join('\n'));
}

/**
 * Server processes whose postmaster was killed leave by themselves, but not at once.
 * @param {string} data
 * @returns {number[]} those that are still there (Linux only; elsewhere PostgreSQL itself refuses to start)
 */
export function strandedServerProcesses(data) {
  if (process.platform !== 'linux' || !existsSync(data)) return [];
  const folder = realpathSync(data);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, folder) && /^postgres[: ]|\/postgres /.test(commandLineOf(pid) + ' '));
}

/**
 * @param {number} pid
 * @param {string} folder
 */
function worksIn(pid, folder) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

/**
 * @param {string} command
 * @param {string} data
 */
function isPostmasterOf(command, data) {
  return command.includes('postgres') && command.includes(` -D ${data}`);
}

function deadPid() {
  const { pid } = spawnSync(process.execPath, ['--version'], { stdio: 'ignore' });
  return pid && !isRunning(pid) ? pid : 4_194_304;
}
