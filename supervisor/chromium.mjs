import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTool } from './run-tool.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** What the search asks of the machine; tests bring their own. */
export const MACHINE = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  runs: chromiumRuns,
  playwrightPath,
  isDebianLike: () => existsSync('/etc/debian_version') && onPath('apt-get', process.env) !== undefined,
  aptInstall,
  playwrightInstall,
};

/**
 * Finds a Chromium for the journeys: CHROMIUM_PATH, then the system's, then Playwright's own download, then by
 * installing one.
 * @param {{ mayInstall: boolean, say?: (text: string) => void }} options
 * @param {typeof MACHINE} [machine]
 * @returns {Promise<{ path: string } | { problem: string, fix: string }>}
 */
export async function findChromium({ mayInstall, say = () => undefined }, machine = MACHINE) {
  const fix =
    'install Chromium or Chrome (Debian: apt-get install chromium; elsewhere: npx playwright install --with-deps chromium), or set CHROMIUM_PATH to one.';
  const wanted = machine.env.CHROMIUM_PATH;
  if (wanted) {
    if (machine.runs(wanted)) return { path: wanted };
    return {
      problem: `CHROMIUM_PATH=${wanted} is not a Chromium that runs here.`,
      fix: 'correct CHROMIUM_PATH or unset it.',
    };
  }
  const present = await installed(machine);
  if (present) return { path: present };
  if (!mayInstall) return { problem: 'There is no Chromium on this machine.', fix };
  if (machine.isRoot && machine.isDebianLike()) {
    say('  No Chromium here: apt-get install chromium …');
    await machine.aptInstall();
    const path = await installed(machine);
    if (path) return { path };
  }
  say('  No Chromium here: trying to download the one of Playwright …');
  await machine.playwrightInstall();
  const path = await installed(machine);
  return path
    ? { path }
    : { problem: 'There is no Chromium on this machine, and none could be installed.', fix };
}

/**
 * @param {typeof MACHINE} machine
 * @returns {Promise<string | undefined>}
 */
async function installed(machine) {
  const candidates = [
    ...NAMES.map((name) => onPath(name, machine.env)),
    ...(PLACES[/** @type {keyof typeof PLACES} */ (machine.platform)] ?? []),
    await machine.playwrightPath(),
  ];
  return candidates.find((path) => path !== undefined && machine.runs(path));
}

/**
 * @param {string} program
 * @param {Record<string, string | undefined>} env
 */
function onPath(program, env) {
  const names = process.platform === 'win32' ? [`${program}.exe`] : [program];
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const name of names) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not there.
      }
    }
  }
  return undefined;
}

/** Some systems have a `chromium` that only says how to get one. @param {string} path */
function chromiumRuns(path) {
  if (!existsSync(path)) return false;
  // On Windows a browser that is asked for its version opens a window.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /chrom|edge/i.test(stdout);
}

/** @returns {Promise<string | undefined>} where Playwright's download is or would be */
async function playwrightPath() {
  try {
    const entry = createRequire(import.meta.url).resolve('playwright-core');
    const { chromium } = (await import(pathToFileURL(entry).href)).default;
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

async function aptInstall() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runTool('apt-get', ['update'], { env }).catch(() => undefined);
  await runTool('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env }).catch(
    () => undefined,
  );
}

async function playwrightInstall() {
  try {
    const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
    const tool = join(manifest, '..', 'cli.js');
    const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' };
    await runTool(process.execPath, [tool, 'install', 'chromium'], { env });
  } catch {
    // Said by who asked.
  }
}
