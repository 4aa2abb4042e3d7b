import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Whether node was asked to run this file, and did not just import it.
 * @param {ImportMeta} meta
 */
export function isMain(meta) {
  try {
    return realpathSync(process.argv[1] ?? '') === fileURLToPath(meta.url);
  } catch {
    return false;
  }
}
