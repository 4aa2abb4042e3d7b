import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildStale } from './build.mjs';
import { installPackages } from './install.mjs';
import { waitForLock } from './lock.mjs';
import { phase, say } from './progress.mjs';
import { CHECKOUT } from './settings.mjs';

/** Packages and builds, up to date. Two commands in one checkout take turns. */
export async function prepareCheckout() {
  // A container image is complete as it is.
  if (process.env.PART164_PREBUILT) return;
  const lock = await lockCheckout();
  try {
    await phase('Packages', (note) => installPackages(CHECKOUT, { note }));
    await phase('Build', (note) => buildStale(CHECKOUT, { note }));
  } finally {
    lock?.release();
  }
}

async function lockCheckout() {
  const folder = join(CHECKOUT, '.cache');
  try {
    mkdirSync(folder, { recursive: true });
    return await waitForLock(join(folder, 'build.lock'), ({ pid }) =>
      say(`  Another command (process ${pid}) is building here; waiting for it.`),
    );
  } catch (error) {
    // A checkout that may only be read: there is nothing to build, or the build says so.
    if (['EACCES', 'EROFS', 'EPERM'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? ''))
      return undefined;
    throw error;
  }
}
