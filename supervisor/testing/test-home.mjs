import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterFolder } from '../postgres/place.mjs';

/** @type {{ folder: string, home: string }[]} */
const made = [];

/**
 * @param {string} [name]
 * @param {number} [mode] one that lets the system user pass who runs PostgreSQL for root, or one that does not
 * @returns {string} an empty home folder
 */
export function makeTestHome(name = 'home', mode = 0o711) {
  const folder = mkdtempSync(join(tmpdir(), 'part164-test-'));
  chmodSync(folder, 0o711);
  const home = join(folder, name);
  mkdirSync(home);
  chmodSync(home, mode);
  made.push({ folder, home });
  return home;
}

/** Also what lies outside of them. */
export function removeTestHomes() {
  for (const { folder, home } of made.splice(0)) {
    const place = clusterFolder(home);
    if (place) rmSync(place, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}
