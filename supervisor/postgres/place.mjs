import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { Refusal } from '../refusal.mjs';
import { binariesAt, installedBinaries } from './binaries.mjs';
import { canReach, canRun, databaseUser } from './system-user.mjs';

/**
 * Where one cluster lives and who runs it.
 * @typedef {object} Place
 * @property {string} folder
 * @property {string} data the data folder of PostgreSQL
 * @property {import('./system-user.mjs').SystemUser} user
 * @property {import('./binaries.mjs').Binaries} binaries
 */

// For PostgreSQL run by root as the user postgres, when that user cannot go into the home folder or the checkout.
export const SYSTEM_FOLDER = '/var/lib/part164';

/** A unix socket's path may have 107 bytes; `/.s.PGSQL.5432.lock` takes some. */
const LONGEST_SOCKET_FOLDER = 85;

/**
 * @param {string} home
 * @returns {Place}
 */
export function clusterPlace(home) {
  const noted = clusterFolder(home);
  if (noted && !existsSync(noted)) {
    throw new Refusal(
      `The database folder ${noted} is gone; ${noteOf(home)} says that it was there.`,
      `bring it back from your backup, or remove ${noteOf(home)} to begin with an empty database.`,
    );
  }
  const folder = noted ?? chooseFolder(home);
  const data = join(folder, 'data');
  const user = databaseUser(data);
  makeFolder(folder, user);
  refuseForeignCluster(folder, home);
  if (!noted) writeNote(home, folder);
  if (!canReach(user, folder)) {
    throw new Refusal(
      `The database folder ${folder} cannot be reached by the system user that runs PostgreSQL.`,
      `let that user through (chmod o+x on ${folder} and the folders above it), or start as the user who owns it.`,
    );
  }
  return { folder, data, user, binaries: reachableBinaries(user) };
}

/**
 * @param {string} home
 * @returns {string | undefined} where the cluster of this home is, if it has one
 */
export function clusterFolder(home) {
  const note = noteOf(home);
  if (!existsSync(note)) return undefined;
  return resolve(realpathSync(home), JSON.parse(readFileSync(note, 'utf8')).folder);
}

/**
 * Relative when inside the home folder, so that the home may be moved.
 * @param {string} home
 * @param {string} folder
 */
function writeNote(home, folder) {
  const inside = relative(realpathSync(home), folder);
  const noted = inside.startsWith('..') || isAbsolute(inside) ? folder : inside;
  writeFileSync(noteOf(home), JSON.stringify({ folder: noted }, null, 2) + '\n', { mode: 0o600 });
}

/** @param {string} home */
function noteOf(home) {
  return join(home, 'cluster.json');
}

/**
 * The folder of the unix socket: beside the data, or in a private folder under the temporary one when the path
 * would be too long for a socket.
 * @param {Place} place
 */
export function socketFolder(place) {
  const near = join(place.folder, 'run');
  if (Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER) {
    makeFolder(near, place.user);
    return near;
  }
  // After a crash the same one again: who is connected finds the way back.
  const note = join(place.folder, 'socket-folder');
  const last = existsSync(note) ? readFileSync(note, 'utf8') : '';
  if (last && isPrivate(last, place.user)) return last;
  const base = Buffer.byteLength(tmpdir()) <= LONGEST_SOCKET_FOLDER - 20 ? tmpdir() : '/tmp';
  const far = mkdtempSync(join(base, 'part164-'));
  makeFolder(far, place.user);
  writeFileSync(note, far, { mode: 0o600 });
  return far;
}

/**
 * After a clean stop nothing of us stays in the temporary folder.
 * @param {Place} place
 * @param {string} folder
 */
export function leaveSocketFolder(place, folder) {
  if (!folder.startsWith('/') || folder.startsWith(place.folder)) return;
  try {
    rmdirSync(folder);
  } catch {
    // Not empty, or gone: then it is somebody else's matter.
  }
}

/**
 * @param {string} folder
 * @param {import('./system-user.mjs').SystemUser} user
 */
function isPrivate(folder, user) {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return Boolean(
    stat?.isDirectory() && stat.uid === (user.uid ?? process.getuid?.()) && (stat.mode & 0o077) === 0,
  );
}

/**
 * @param {string} folder
 * @param {import('./system-user.mjs').SystemUser} user
 */
export function makeFolder(folder, user) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.uid === undefined || user.gid === undefined) return;
  chmodSync(folder, 0o700);
  chownSync(folder, user.uid, user.gid);
}

/** @param {string} home */
function chooseFolder(home) {
  const near = join(realpathSync(home), 'postgres');
  if (canReach(databaseUser(join(near, 'data')), home)) return near;
  // A random name: a home folder that was deleted and made anew must not find the data of the old one.
  const folder = join(SYSTEM_FOLDER, 'clusters', randomBytes(8).toString('hex'));
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  return folder;
}

/**
 * A copied home folder must not start a second PostgreSQL on the data of the first.
 * @param {string} folder
 * @param {string} home
 */
function refuseForeignCluster(folder, home) {
  const note = join(folder, 'owner.json');
  const here = realpathSync(home);
  if (existsSync(note)) {
    const { home: owner } = JSON.parse(readFileSync(note, 'utf8'));
    if (owner !== here && clusterFolder(owner) === folder) {
      throw new Refusal(
        `The database folder ${folder} belongs to ${owner}; ${here} seems to be a copy of it.`,
        `set PART164_HOME=${owner}, or remove ${join(here, 'cluster.json')} to begin with an empty database here.`,
      );
    }
  }
  writeFileSync(note, JSON.stringify({ home: here }) + '\n', { mode: 0o600 });
}

/** @param {import('./system-user.mjs').SystemUser} user */
function reachableBinaries(user) {
  const installed = installedBinaries();
  if (canRun(user, installed.postgres)) return installed;
  const copy = join(SYSTEM_FOLDER, `postgresql-${installed.version}`);
  if (!existsSync(copy)) copyProgram(installed.root, copy);
  return binariesAt(copy, installed.version);
}

/**
 * @param {string} from
 * @param {string} to appears only when it is complete
 */
function copyProgram(from, to) {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const half = join(dirname(to), `.${basename(to)}.${randomBytes(4).toString('hex')}`);
  try {
    cpSync(from, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
