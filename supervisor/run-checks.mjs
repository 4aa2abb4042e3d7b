import { existsSync } from 'node:fs';
import { say } from './progress.mjs';
import { runTool } from './run-tool.mjs';

/** @typedef {{ name: string, folder: string, args: string[], aloud?: boolean }} RunnableCheck aloud: show what it writes while it runs */

/**
 * Runs each of them, whatever became of the others. Somebody who stops us stops the one that runs, which has been
 * passed the signal, and none is begun after it.
 * @param {Iterable<RunnableCheck>} checks args: of node
 * @param {import('./shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<string[]>} names of those that failed
 */
export async function runChecks(checks, shutdown) {
  /** @type {Promise<unknown>} */
  let running = Promise.resolve();
  // Only waited for here: what became of it is told by the loop below.
  shutdown.add(async () => void (await running.catch(() => undefined)));
  const failed = [];
  for (const check of checks) {
    if (shutdown.isRunning) break;
    const passing = passes(check, shutdown);
    running = passing;
    if (!(await passing)) failed.push(check.name);
  }
  return failed;
}

/**
 * @param {RunnableCheck} check
 * @param {import('./shutdown.mjs').Shutdown} shutdown
 */
async function passes({ name, folder, args, aloud = false }, shutdown) {
  const started = Date.now();
  const onOutput = aloud ? (/** @type {string} */ text) => void process.stdout.write(text) : undefined;
  const { code, output } = existsSync(folder)
    ? await runTool(process.execPath, args, { cwd: folder, onOutput })
    : { code: 1, output: `There is no folder ${folder}.` };
  // What was cut short neither passed nor failed.
  if (shutdown.isRunning) return false;
  say(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0 && !aloud) say(output.trimEnd().replaceAll(/^/gm, '    '));
  return code === 0;
}
