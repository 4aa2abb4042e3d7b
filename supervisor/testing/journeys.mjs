import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolPath } from '../build.mjs';
import { findChromium } from '../chromium.mjs';
import { randomPassword } from '../demo.mjs';
import { prepareHome } from '../home.mjs';
import { startInstance } from '../instance.mjs';
import { lockHome } from '../instance-lock.mjs';
import { claimPort } from '../ports.mjs';
import { say } from '../progress.mjs';
import { describeRefusal } from '../refusal.mjs';
import { CHECKOUT, readSettings } from '../settings.mjs';
import { runReported } from './run-reported.mjs';
import { withoutOwnSettings } from './specs.mjs';
import { emptyTally } from './tally.mjs';

const LOG_LINES = 30;

/**
 * The journeys: everything started as `npm start` does, in a home of its own, and a real browser. What keeps them
 * from running is a failure, never a skip.
 * @param {object} options
 * @param {string[]} options.filters
 * @param {string} options.folder
 * @param {import('../shutdown.mjs').Shutdown} options.shutdown
 * @param {unknown} options.after what has to have ended before the first journey; it may run while everything starts
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runJourneys({ filters, folder, shutdown, after }) {
  const chromium = await findChromium({ mayInstall: true, say });
  if ('problem' in chromium) return failed(`${chromium.problem}\nFix: ${chromium.fix}`);
  try {
    const { url, password, home } = await startStack(folder, shutdown);
    await after;
    const tally = await runReported({
      name: 'Playwright',
      args: [
        toolPath(join(CHECKOUT, 'e2e'), '@playwright/test', 'playwright'),
        'test',
        '-c',
        'e2e/playwright.config.ts',
        `--reporter=list,${join(CHECKOUT, 'supervisor', 'testing', 'playwright-report.mjs')}`,
        ...(filters.length > 0 ? ['--pass-with-no-tests'] : []),
        ...filters,
      ],
      env: {
        ...withoutOwnSettings(process.env),
        BASE_URL: url,
        DEMO_PASSWORD: password,
        CHROMIUM_PATH: chromium.path,
        PART164_HOME: home,
      },
      report: join(folder, 'journeys.json'),
    });
    if (tally.failures.length > 0) sayLogs(join(home, 'logs'));
    return tally;
  } catch (error) {
    if (shutdown.isRunning) return emptyTally();
    return failed(describeRefusal(error));
  }
}

/**
 * @param {string} folder
 * @param {import('../shutdown.mjs').Shutdown} shutdown
 */
async function startStack(folder, shutdown) {
  const home = join(folder, 'journeys');
  if (!existsSync(home)) mkdirSync(home, { recursive: true, mode: 0o711 });
  prepareHome(home);
  const password = randomPassword();
  const port = await claimPort(0, '127.0.0.1');
  const settings = readSettings({
    PART164_HOME: home,
    PORT: String(port),
    DEMO_PASSWORD: password,
    LOG_LEVEL: 'warn',
  });
  const lock = lockHome(home, { command: 'start' });
  shutdown.add(() => lock.release());
  const { instance } = await startInstance({
    settings,
    port,
    mode: 'production',
    shutdown,
    say,
    throwaway: true,
  });
  return { url: instance.publicUrl, password, home };
}

/**
 * What the product itself said of a failed journey, before its home is removed.
 * @param {string} logs folder
 */
function sayLogs(logs) {
  for (const name of readdirSync(logs).filter((file) => file.endsWith('.log'))) {
    const lines = readFileSync(join(logs, name), 'utf8').trimEnd().split('\n').slice(-LOG_LINES);
    say(`The last lines of ${name}:\n${lines.join('\n')}`);
  }
}

/**
 * @param {string} detail
 * @returns {import('./tally.mjs').Tally}
 */
function failed(detail) {
  return { passed: 0, failures: [{ name: 'the journeys could not run', detail }], skips: [] };
}
