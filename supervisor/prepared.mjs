import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What was done to this home's database already, so that a second start is quick. Only a hint: the database is
 * asked as well.
 * @typedef {{ migrated?: string, seeded?: string }} Prepared
 */

/**
 * @param {string} home
 * @returns {Prepared}
 */
export function readPrepared(home) {
  try {
    return JSON.parse(readFileSync(fileOf(home), 'utf8'));
  } catch {
    return {};
  }
}

/**
 * @param {string} home
 * @param {Prepared} news
 */
export function writePrepared(home, news) {
  const aside = `${fileOf(home)}.new`;
  writeFileSync(aside, JSON.stringify({ ...readPrepared(home), ...news }, null, 2) + '\n', { mode: 0o600 });
  renameSync(aside, fileOf(home));
}

/** @param {string} home */
function fileOf(home) {
  return join(home, 'prepared.json');
}
