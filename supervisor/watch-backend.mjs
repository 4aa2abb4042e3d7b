import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { toolPath } from './build.mjs';
import { CHECKOUT } from './settings.mjs';

/**
 * Compiles the backend at each change and, when that went well, starts backend and worker anew. The frontend
 * reloads by itself.
 * @param {import('./processes.mjs').Processes} processes
 * @param {(text: string) => void} say
 * @returns {() => void} to stop it
 */
export function watchBackend({ backend, worker }, say) {
  const folder = join(CHECKOUT, 'backend');
  const args = [
    toolPath(folder, 'typescript', 'tsc'),
    '-p',
    'tsconfig.build.json',
    '--watch',
    '--preserveWatchOutput',
  ];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let first = true;
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    const result = /Found (\d+) errors?\. Watching/.exec(text);
    if (/error TS\d+/.test(text)) say(text.trimEnd());
    if (!result) return;
    // The first round compiles what runs already.
    if (!first && result[1] === '0') {
      say('Backend changed: starting it and the worker again.');
      void Promise.all([backend.restart(), worker.restart()]);
    }
    first = false;
  });
  return () => void child.kill('SIGTERM');
}
