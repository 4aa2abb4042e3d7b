import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { CHECKOUT } from '../settings.mjs';
import { emptyTally } from './tally.mjs';

/**
 * Runs a test runner that shows its progress itself and leaves a tally in a file.
 * @param {object} options
 * @param {string} options.name for who reads that it broke
 * @param {string[]} options.args of node
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.report file
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runReported({ name, args, env, report }) {
  rmSync(report, { force: true });
  const child = spawn(process.execPath, args, {
    cwd: CHECKOUT,
    env: { ...env, PART164_TEST_REPORT: report },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const passOn = () => void child.kill('SIGTERM');
  process.once('SIGINT', passOn).once('SIGTERM', passOn);
  const [code, signal] = await once(child, 'close');
  process.off('SIGINT', passOn).off('SIGTERM', passOn);
  const tally = read(report);
  if (code !== 0 && (tally === undefined || tally.failures.length === 0)) {
    const failure = {
      name,
      detail: `It ended with ${signal ?? `code ${code}`} and reported no failed test; see above.`,
    };
    return { ...(tally ?? emptyTally()), failures: [failure] };
  }
  return tally ?? emptyTally();
}

/**
 * @param {string} report
 * @returns {import('./tally.mjs').Tally | undefined}
 */
function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
