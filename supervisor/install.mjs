import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { runTool } from './run-tool.mjs';

const OLDEST_NODE = [20, 19];

/** Refuses a Node.js that the code does not run on. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Refusal(
    `This is Node.js ${version}; Part164 needs ${OLDEST_NODE.join('.')} or newer.`,
    'install Node.js 24 (https://nodejs.org), or switch to it (nvm use 24).',
  );
}

/**
 * Runs `npm ci` unless node_modules is what package-lock.json says.
 * @param {string} checkout
 * @param {{ note: (text: string) => void }} outlets
 */
export async function installPackages(checkout, { note }) {
  if (isInstalled(checkout)) return note('up to date');
  const [program, ...args] = npmCommand();
  // Whoever runs this may have NODE_ENV=production: the build needs its tools all the same.
  const { code, output } = await runTool(
    program,
    [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'],
    {
      cwd: checkout,
      env: { ...process.env, NODE_ENV: 'development' },
    },
  ).catch((error) => ({ code: 1, output: String(error) }));
  if (code !== 0) {
    throw new Refusal(
      `The packages could not be installed (npm ci).\n${shortened(output)}`,
      'check the network and the registry (`npm ping`), and that you may write to the folder node_modules.',
    );
  }
  writeFileSync(stampFile(checkout), stamp(checkout));
}

/** npm says first what is wrong and then all that its commands can do. @param {string} output */
function shortened(output) {
  const lines = output.trim().split('\n');
  return lines.length <= 30 ? lines.join('\n') : [...lines.slice(0, 20), '…', ...lines.slice(-8)].join('\n');
}

/** @param {string} checkout */
export function isInstalled(checkout) {
  const expected = stamp(checkout);
  const file = stampFile(checkout);
  if (existsSync(file) && readFileSync(file, 'utf8') === expected) return true;
  if (!matchesLock(checkout)) return false;
  try {
    writeFileSync(file, expected);
  } catch {
    // Somebody else's node_modules, which are right: they need no stamp.
  }
  return true;
}

/**
 * node_modules says in a lock file of its own what npm put there.
 * @param {string} checkout
 */
export function matchesLock(checkout) {
  const wanted = packagesOf(join(checkout, 'package-lock.json'));
  const found = packagesOf(join(checkout, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional, extraneous }]) => {
    if (!path.includes('node_modules/') || link || extraneous) return true;
    const present = found[path];
    // What is optional may be missing: it is for another machine.
    return present
      ? present.version === version && existsSync(join(checkout, path))
      : Boolean(optional || devOptional);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, extraneous?: boolean }> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} checkout */
function stamp(checkout) {
  const lock = readFileSync(join(checkout, 'package-lock.json'));
  const machine = `${process.platform}-${process.arch}-${process.versions.modules}`;
  return `${createHash('sha256').update(lock).digest('hex')} ${machine}\n`;
}

/** @param {string} checkout */
function stampFile(checkout) {
  return join(checkout, 'node_modules', '.part164-stamp');
}

/** The npm that started us, else the one on the PATH. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.[cm]?js$/.test(running) && existsSync(running)) return [process.execPath, running];
  return process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];
}
