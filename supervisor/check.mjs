#!/usr/bin/env node
import { join } from 'node:path';
import { toolPath } from './build.mjs';
import { requireNode } from './install.mjs';
import { watchNpm } from './parent.mjs';
import { prepareCheckout } from './prepare-checkout.mjs';
import { say } from './progress.mjs';
import { refuse } from './refusal.mjs';
import { runChecks } from './run-checks.mjs';
import { CHECKOUT } from './settings.mjs';
import { INTERRUPTED, Shutdown } from './shutdown.mjs';

/** Where dependency-cruiser looks at every import. */
const CRUISED = ['backend/src', 'frontend/app', 'frontend/server', 'migrations', 'seed', 'e2e', 'supervisor'];

/** @typedef {{ name: string, tool: [folder: string, package: string, bin: string], args: string[], cwd?: string }} Check */

const compiler = /** @type {[string, string, string]} */ (['.', 'typescript', 'tsc']);

/** @type {Check[]} */
const CHECKS = [
  { name: 'Format', tool: ['.', 'prettier', 'prettier'], args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'Types of the backend', tool: compiler, args: ['--noEmit', '-p', 'backend/tsconfig.json'] },
  { name: 'Types of the migrations', tool: compiler, args: ['--noEmit', '-p', 'migrations/tsconfig.json'] },
  {
    name: 'Types of the routes',
    tool: ['frontend', '@react-router/dev', 'react-router'],
    args: ['typegen'],
    cwd: 'frontend',
  },
  { name: 'Types of the frontend', tool: compiler, args: ['--noEmit', '-p', 'frontend/tsconfig.json'] },
  { name: 'Types of the journeys', tool: compiler, args: ['--noEmit', '-p', 'e2e/tsconfig.json'] },
  { name: 'Types of the seeds', tool: compiler, args: ['--noEmit', '-p', 'seed/tsconfig.json'] },
  { name: 'Types of the supervisor', tool: compiler, args: ['--noEmit', '-p', 'supervisor/tsconfig.json'] },
  { name: 'Lint', tool: ['.', 'eslint', 'eslint'], args: ['.', '--max-warnings', '0'] },
  {
    name: 'Boundaries',
    tool: ['.', 'dependency-cruiser', 'depcruise'],
    args: ['--config', '.dependency-cruiser.cjs', ...CRUISED],
  },
  { name: 'Nothing unused', tool: ['.', 'knip', 'knip'], args: [] },
];

/** `npm run check`: all that the public CI runs. Every check runs; the tests come last. @returns {Promise<number>} */
async function check() {
  const shutdown = new Shutdown();
  requireNode();
  shutdown.onSignals(INTERRUPTED);
  // By a signal to ourselves: the tool that runs just now is stopped by it as well.
  watchNpm(() => process.kill(process.pid, 'SIGTERM'));
  try {
    await prepareCheckout();
    const failed = await runChecks(allChecks(), shutdown);
    if (shutdown.isRunning) return INTERRUPTED;
    say(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`);
    return failed.length === 0 ? 0 : 1;
  } catch (error) {
    // What was cut short by Ctrl-C: the signal's own way ends the process.
    if (!shutdown.isRunning) throw error;
    return INTERRUPTED;
  }
}

/** One by one, since where a tool is can only be told once the packages are there. */
function* allChecks() {
  for (const { name, tool, args, cwd = '.' } of CHECKS) {
    const [folder, packageName, bin] = tool;
    const path = toolPath(join(CHECKOUT, folder), packageName, bin);
    yield { name, folder: join(CHECKOUT, cwd), args: [path, ...args] };
  }
  yield { name: 'Generated files', folder: CHECKOUT, args: ['supervisor/cli.mjs', 'openapi', '--check'] };
  yield { name: 'Tests', folder: CHECKOUT, args: ['supervisor/test.mjs'], aloud: true };
}

try {
  process.exitCode = await check();
} catch (error) {
  refuse(error);
}
