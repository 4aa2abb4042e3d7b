import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { Refusal } from './refusal.mjs';
import { runTool } from './run-tool.mjs';

/**
 * What is built, from what, and where it can be seen that it was.
 * @typedef {object} Target
 * @property {string} name also the workspace's folder
 * @property {string[]} sources
 * @property {string} output folder that the build makes anew
 * @property {string} proof a file that is there when it was built
 * @property {[package: string, bin: string, ...args: string[]]} tool
 */

const TOGETHER = ['package-lock.json', 'tsconfig.base.json'];

/** @type {Target[]} */
export const TARGETS = [
  {
    name: 'migrations',
    sources: ['migrations/src', 'migrations/tsconfig.json', 'migrations/package.json', ...TOGETHER],
    output: 'migrations/dist',
    proof: 'migrations/dist/run.js',
    tool: ['typescript', 'tsc', '-p', 'tsconfig.json'],
  },
  {
    name: 'backend',
    sources: [
      'backend/src',
      'backend/tsconfig.json',
      'backend/tsconfig.build.json',
      'backend/package.json',
      ...TOGETHER,
    ],
    output: 'backend/dist',
    proof: 'backend/dist/main.js',
    tool: ['typescript', 'tsc', '-p', 'tsconfig.build.json'],
  },
  {
    name: 'frontend',
    sources: ['frontend', 'seed/reference', ...TOGETHER],
    output: 'frontend/build',
    proof: 'frontend/build/server/index.js',
    tool: ['@react-router/dev', 'react-router', 'build'],
  },
];

/**
 * Builds what changed since it was built last.
 * @param {string} checkout
 * @param {{ note: (text: string) => void, targets?: Target[] }} outlets
 * @returns {Promise<Record<string, string>>} the hash of each target's sources
 */
export async function buildStale(checkout, { note, targets = TARGETS }) {
  const hashes = Object.fromEntries(targets.map((target) => [target.name, sourceHash(checkout, target)]));
  const stale = targets.filter((target) => isStale(checkout, target, hashes[target.name]));
  await Promise.all(stale.map((target) => build(checkout, target, hashes[target.name])));
  note(stale.length === 0 ? 'up to date' : stale.map(({ name }) => name).join(', '));
  return hashes;
}

/**
 * @param {string} checkout
 * @param {Target} target
 */
export function sourceHash(checkout, { sources }) {
  return contentHash(checkout, sources, (path) => !/\.spec\.(ts|tsx|mjs)$/.test(path));
}

/**
 * @param {string} checkout
 * @param {Target} target
 * @param {string} hash
 */
export function isStale(checkout, target, hash) {
  const stamp = stampFile(checkout, target);
  if (!existsSync(join(checkout, target.proof)) || !existsSync(stamp)) return true;
  return readFileSync(stamp, 'utf8').trim() !== hash;
}

/**
 * @param {string} checkout
 * @param {Target} target
 * @param {string} hash
 */
async function build(checkout, target, hash) {
  const stamp = stampFile(checkout, target);
  const folder = join(checkout, target.name);
  forgetBuild(checkout, target);
  rmSync(join(checkout, target.output), { recursive: true, force: true });
  const [packageName, bin, ...args] = target.tool;
  const { code, output } = await runTool(process.execPath, [toolPath(folder, packageName, bin), ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0 || !existsSync(join(checkout, target.proof))) {
    throw new Refusal(
      `The ${target.name} could not be built.\n${output.trim().split('\n').slice(-40).join('\n')}`,
      'if you changed the code, correct the lines named above; else run `git status` and restore what differs.',
    );
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash + '\n');
}

/**
 * The next start builds it anew.
 * @param {string} checkout
 * @param {Target} target
 */
export function forgetBuild(checkout, target) {
  rmSync(stampFile(checkout, target), { force: true });
}

/**
 * The script behind a package's command, which node runs on every system.
 * @param {string} folder
 * @param {string} packageName
 * @param {string} bin
 */
export function toolPath(folder, packageName, bin) {
  const require = createRequire(join(folder, 'package.json'));
  const manifest = (require.resolve.paths(packageName) ?? [])
    .map((modules) => join(modules, packageName, 'package.json'))
    .find((path) => existsSync(path));
  if (!manifest) throw new Refusal(`The package ${packageName} is not installed.`, 'run `npm ci`.');
  const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
}

/**
 * @param {string} checkout
 * @param {Target} target
 */
function stampFile(checkout, target) {
  return join(checkout, '.cache', `built-${target.name}`);
}
