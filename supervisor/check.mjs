#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toolPath } from './build.mjs';
import { requireNode } from './install.mjs';
import { prepareCheckout } from './prepare-checkout.mjs';
import { say } from './progress.mjs';
import { refuse } from './refusal.mjs';
import { runTool } from './run-tool.mjs';
import { CHECKOUT } from './settings.mjs';

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
  requireNode();
  await prepareCheckout();
  const failed = [];
  for (const { name, tool, args, cwd } of CHECKS) {
    const [folder, packageName, bin] = tool;
    const path = toolPath(join(CHECKOUT, folder), packageName, bin);
    if (!(await passes(name, [path, ...args], cwd))) failed.push(name);
  }
  if (!(await passes('Generated files', ['supervisor/cli.mjs', 'openapi', '--check'])))
    failed.push('Generated files');
  if (!(await passes('Tests', ['supervisor/test.mjs'], undefined, true))) failed.push('Tests');
  say(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {string[]} args of node
 * @param {string} [cwd]
 * @param {boolean} [aloud] show what it writes while it runs
 */
async function passes(name, args, cwd = '.', aloud = false) {
  const started = Date.now();
  const onOutput = aloud ? (/** @type {string} */ text) => void process.stdout.write(text) : undefined;
  const folder = join(CHECKOUT, cwd);
  const { code, output } = existsSync(folder)
    ? await runTool(process.execPath, args, { cwd: folder, onOutput })
    : { code: 1, output: `There is no folder ${folder}.` };
  say(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0 && !aloud) say(output.trimEnd().replaceAll(/^/gm, '    '));
  return code === 0;
}

try {
  process.exitCode = await check();
} catch (error) {
  refuse(error);
}
