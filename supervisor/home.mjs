import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.mjs';

/** Folders in PART164_HOME that only its owner may enter. */
export const PRIVATE_FOLDERS = ['secrets', 'keys', 'files', 'logs'];

/**
 * One folder after the other: where a file system takes none, such as /proc, Node's recursive way never ends.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Makes PART164_HOME, or refuses with what is wrong with it.
 * @param {string} home
 */
export function prepareHome(home) {
  try {
    if (existsSync(home)) {
      if (!statSync(home).isDirectory())
        throw new Refusal(`PART164_HOME=${home} is not a folder.`, 'name a folder.');
    } else {
      makeFolder(home);
      // As root, the system user that runs PostgreSQL passes through; what is inside is closed by itself.
      chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const name of PRIVATE_FOLDERS) {
      const folder = join(home, name);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
    const isDenied = code === 'EACCES' || code === 'EPERM';
    throw new Refusal(
      `PART164_HOME=${home} cannot be used: ${explain(code)}${path && path !== home ? ` (${path})` : ''}.`,
      isDenied
        ? 'give yourself the folder (chown, chmod u+rwx), or set PART164_HOME to a folder of your own.'
        : 'set PART164_HOME to a folder on a disk that can be written.',
    );
  }
}

/** @param {string | undefined} code */
function explain(code) {
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read and write it';
  if (code === 'ENOTDIR') return 'a part of the path is a file';
  if (code === 'EROFS') return 'it is on a read-only disk';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'ENOENT') return 'no folder can be made there';
  return String(code);
}
