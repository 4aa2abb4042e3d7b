import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const NOT_SOURCES = new Set([
  'node_modules',
  'dist',
  'build',
  '.react-router',
  '.cache',
  'coverage',
  'test-results',
]);

/**
 * A hash of what files say and how they are called; when they were written does not matter, so that a checkout
 * or a copy of the same files counts as the same.
 * @param {string} root
 * @param {string[]} paths files and folders below it; those that are missing count as missing
 * @param {(path: string) => boolean} [counts] by the path relative to the root, with slashes
 * @returns {string}
 */
export function contentHash(root, paths, counts = () => true) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesOf(join(root, path)).sort()) {
      const name = relative(root, file).split(sep).join('/');
      if (!counts(name)) continue;
      const content = readFileSync(file);
      hash.update(`${name.length}:${name}:${content.length}:`).update(content);
    }
    hash.update('\n');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
}
