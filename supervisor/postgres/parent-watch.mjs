import { spawn } from 'node:child_process';

// Reads one line; when the pipe closes without one, the supervisor is gone and PostgreSQL is asked to stop.
const SCRIPT = `trap '' INT HUP; read -r line || kill -INT "$1"`;

/**
 * PostgreSQL knows nothing of its parent and would run on for ever after `kill -9` of the supervisor. A shell of
 * a few kilobytes holds the other end of a pipe, which the system closes whatever way the supervisor ends.
 * @param {number} pid the postmaster
 * @param {import('./system-user.mjs').SystemUser} user
 * @returns {{ release: () => void }}
 */
export function watchParent(pid, user) {
  if (process.platform === 'win32') return { release: () => undefined };
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'part164-watch', String(pid)], {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  return { release: () => child.stdin?.end('released\n') };
}
