import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process id alone says little: after a crash or in a new container the same number belongs to somebody
 * else. Together with the moment the process started it names one process.
 * @typedef {{ pid: number, started: string }} ProcessIdentity
 */

/** @param {number} pid */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {number} pid
 * @returns {string} when the process started, in a form that only serves to be compared; '' if there is none
 */
export function startOf(pid) {
  if (process.platform === 'linux') {
    const ticks = statFields(pid)[19];
    return ticks === undefined ? '' : `${bootId()}:${ticks}`;
  }
  const command =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]
      : ['ps', '-o', 'lstart=', '-p', String(pid)];
  const result = spawnSync(command[0], command.slice(1), {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return result.status === 0 ? result.stdout.trim() : '';
}

/** @returns {ProcessIdentity} */
export function myIdentity() {
  return { pid: process.pid, started: startOf(process.pid) };
}

/** @param {ProcessIdentity} identity */
export function isSameProcess({ pid, started }) {
  return Number.isInteger(pid) && pid > 0 && isRunning(pid) && startOf(pid) === started;
}

/**
 * @param {number} pid
 * @returns {string} the command line, its arguments joined by blanks; '' where it cannot be read
 */
export function commandLineOf(pid) {
  if (process.platform === 'linux') return readProc(pid, 'cmdline').split('\0').join(' ').trim();
  if (process.platform === 'win32') return '';
  const result = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : '';
}

/** @param {number} pid */
function isZombie(pid) {
  return process.platform === 'linux' && statFields(pid)[0] === 'Z';
}

/**
 * The fields of /proc/<pid>/stat after the name, which may itself hold blanks and brackets.
 * @param {number} pid
 */
function statFields(pid) {
  const stat = readProc(pid, 'stat');
  const end = stat.lastIndexOf(')');
  return end < 0 ? [] : stat.slice(end + 2).split(' ');
}

/**
 * @param {number} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
