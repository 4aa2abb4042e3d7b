import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A secret of this home folder, in a file that only its owner reads; made at random the first time.
 * @param {string} home
 * @param {'database' | 'frontend' | 'superuser'} name
 * @returns {string} 32 random bytes as hex
 */
export function homeSecret(home, name) {
  const folder = join(home, 'secrets');
  const file = join(folder, `${name}.key`);
  const present = read(file);
  if (present) return present;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Written aside and linked: two processes that start at once (containers on one volume) agree on one value.
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(aside, randomBytes(32).toString('hex') + '\n', { mode: 0o600, flag: 'wx' });
    linkSync(aside, file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  const made = read(file);
  if (!made) throw new Error(`${file} is empty`);
  return made;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return '';
    throw error;
  }
}
