import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { forgetBuild, isStale, sourceHash, TARGETS, toolPath } from './build.mjs';
import { CHECKOUT } from './settings.mjs';

/** @typedef {{ restart: () => Promise<void> }} Restarts */

const [BACKEND] = TARGETS.filter(({ name }) => name === 'backend');

/**
 * Compiles the backend at each change and, when that went well, starts backend and worker anew. The frontend
 * reloads by itself.
 * @param {{ backend: Restarts, worker: Restarts }} processes
 * @param {(text: string) => void} say
 * @param {string} [checkout]
 * @returns {() => void} to stop it
 */
export function watchBackend({ backend, worker }, say, checkout = CHECKOUT) {
  const folder = join(checkout, 'backend');
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
    // The first round compiles what runs already, unless a change came before its end.
    const changed = !first || isStale(checkout, BACKEND, sourceHash(checkout, BACKEND));
    first = false;
    if (!changed) return;
    // From now on what is compiled is not what was built: whoever takes the change back gets the old code again.
    forgetBuild(checkout, BACKEND);
    if (result[1] !== '0') return;
    say('Backend changed: starting it and the worker again.');
    void Promise.all([backend.restart(), worker.restart()]);
  });
  return () => void child.kill('SIGTERM');
}
