import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TARGETS, isStale, sourceHash } from '../build.mjs';
import { findChromium } from '../chromium.mjs';
import { isInstalled, requireNode } from '../install.mjs';
import { instanceFile } from '../instance-lock.mjs';
import { lockHolder } from '../lock.mjs';
import { claimPort } from '../ports.mjs';
import { Refusal } from '../refusal.mjs';
import { CHECKOUT } from '../settings.mjs';
import { fail, ok, warn } from './finding.mjs';

const GIB = 1024 ** 3;

export function nodeFinding() {
  try {
    requireNode();
    return ok(`Node.js ${process.versions.node}`);
  } catch (error) {
    return failed(error);
  }
}

export function npmFinding() {
  const { status, stdout } = spawnSync('npm', ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const version = stdout?.trim();
  if (status !== 0)
    return warn('npm is not on the PATH', 'install Node.js with npm; it is needed to install and to start.');
  if (Number(version.split('.')[0]) < 10)
    return fail(`npm ${version} is too old`, 'npm install -g npm@latest');
  return ok(`npm ${version}`);
}

export function packagesFinding() {
  return isInstalled(CHECKOUT)
    ? ok('Packages are what package-lock.json says')
    : warn('Packages are missing or outdated', 'npm start installs them; by hand: npm ci');
}

export function buildFinding() {
  const stale = TARGETS.filter((target) => isStale(CHECKOUT, target, sourceHash(CHECKOUT, target)));
  if (stale.length === 0) return ok('Builds are up to date');
  return warn(
    `Not built, or changed since: ${stale.map(({ name }) => name).join(', ')}`,
    'npm start builds them.',
  );
}

/** @param {string} home */
export async function diskFinding(home) {
  let folder = home;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / GIB;
  const text = `${free.toFixed(1)} GB free for ${home}`;
  if (free < 0.3)
    return fail(
      text,
      'make room, or set PART164_HOME to a larger disk; PostgreSQL stops when the disk is full.',
    );
  if (free < 2) return warn(text, 'make room, or set PART164_HOME to a larger disk.');
  return ok(text);
}

/** @param {import('../settings.mjs').Settings} settings */
export async function portFinding({ home, port, host }) {
  const holder = lockHolder(instanceFile(home));
  if (holder?.port === port) return ok(`PORT ${port} is used by this instance (process ${holder.pid})`);
  try {
    await claimPort(port, host);
    return ok(`PORT ${port} is free`);
  } catch (error) {
    return failed(error);
  }
}

export async function chromiumFinding() {
  const found = await findChromium({ mayInstall: false });
  if ('path' in found) return ok(`Chromium for npm test: ${found.path}`);
  return warn('No Chromium for the journeys of npm test', found.fix);
}

/** @param {unknown} error */
export function failed(error) {
  if (error instanceof Refusal) return fail(error.message, error.fix);
  return fail(
    error instanceof Error ? error.message : String(error),
    'this was not expected: please report it with what `npm run part164 doctor` says.',
  );
}
