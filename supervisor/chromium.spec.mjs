import { describe, expect, it } from 'vitest';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';

/**
 * A machine without any browser, and what was tried on it.
 * @param {Partial<typeof import('./chromium.mjs').MACHINE>} [traits]
 */
function aMachine(traits = {}) {
  /** @type {string[]} */
  const tried = [];
  const machine = {
    env: /** @type {Record<string, string>} */ ({ PATH: '' }),
    platform: /** @type {NodeJS.Platform} */ ('linux'),
    isRoot: false,
    runs: (/** @type {string} */ path) => path.includes('works'),
    playwrightPath: async () => /** @type {string | undefined} */ ('/playwright/none'),
    isDebianLike: () => false,
    aptInstall: async () => void tried.push('apt-get'),
    playwrightInstall: async () => void tried.push('playwright install'),
    ...traits,
  };
  return { machine, tried };
}

/** @returns {string} a folder with a program `chromium` */
function folderWithChromium() {
  const folder = mkdtempSync(join(tmpdir(), 'works-'));
  writeFileSync(join(folder, 'chromium'), '');
  chmodSync(join(folder, 'chromium'), 0o755);
  return folder;
}

describe('A Chromium for the journeys', () => {
  it('is first of all that of CHROMIUM_PATH', async () => {
    const { machine } = aMachine({ env: { CHROMIUM_PATH: '/opt/works', PATH: folderWithChromium() } });
    expect(await findChromium({ mayInstall: true }, machine)).toEqual({ path: '/opt/works' });
  });

  it('is not looked for elsewhere when CHROMIUM_PATH is wrong: that is said', async () => {
    const { machine } = aMachine({ env: { CHROMIUM_PATH: '/opt/broken', PATH: folderWithChromium() } });
    expect(await findChromium({ mayInstall: true }, machine)).toMatchObject({
      problem: expect.stringContaining('CHROMIUM_PATH'),
    });
  });

  it("is then the system's, before Playwright's own", async () => {
    const folder = folderWithChromium();
    const { machine } = aMachine({ env: { PATH: folder }, playwrightPath: async () => '/playwright/works' });
    expect(await findChromium({ mayInstall: true }, machine)).toEqual({ path: join(folder, 'chromium') });
  });

  it("is then Playwright's own, and nothing is installed", async () => {
    const { machine, tried } = aMachine({
      playwrightPath: async () => '/playwright/works',
      isRoot: true,
      isDebianLike: () => true,
    });
    expect(await findChromium({ mayInstall: true }, machine)).toEqual({ path: '/playwright/works' });
    expect(tried).toEqual([]);
  });

  it('is installed by apt-get as root on a Debian-like machine', async () => {
    const env = { PATH: '' };
    const { machine } = aMachine({
      env,
      isRoot: true,
      isDebianLike: () => true,
      aptInstall: async () => void (env.PATH = folderWithChromium()),
    });
    expect(await findChromium({ mayInstall: true }, machine)).toEqual({ path: join(env.PATH, 'chromium') });
  });

  it('is not installed by who is not root, and at last it is said what to install', async () => {
    const { machine, tried } = aMachine({ isDebianLike: () => true });
    const result = await findChromium({ mayInstall: true }, machine);
    expect(tried).toEqual(['playwright install']);
    expect(result).toMatchObject({ fix: expect.stringMatching(/apt-get install chromium.*CHROMIUM_PATH/) });
  });

  it('is only looked for by the doctor', async () => {
    const { machine, tried } = aMachine({ isRoot: true, isDebianLike: () => true });
    expect(await findChromium({ mayInstall: false }, machine)).toHaveProperty('problem');
    expect(tried).toEqual([]);
  });
});
