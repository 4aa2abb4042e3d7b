import { randomBytes } from 'node:crypto';
import { copyFileSync, constants, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcess, myIdentity } from './process-identity.mjs';

/**
 * What a lock file says about its holder.
 * @typedef {import('./process-identity.mjs').ProcessIdentity & { token: string, startedAt: string, [detail: string]: unknown }} Holder
 */

/**
 * @typedef {object} Lock
 * @property {(details: Record<string, unknown>) => void} describe adds to what the file says
 * @property {() => void} release
 */

/**
 * Takes a lock file, or says who holds it. Atomic without locks of the system: the file appears by a hard link,
 * which only one process can make. The file of a process that is gone is inherited: whoever first links
 * `<file>.<token of the dead>` is its heir and replaces it, so that of two heirs one wins.
 * @param {string} file
 * @param {Record<string, unknown>} [details]
 * @returns {{ lock: Lock } | { holder: Holder }}
 */
export function takeLock(file, details = {}) {
  const me = {
    ...myIdentity(),
    token: randomBytes(12).toString('hex'),
    startedAt: new Date().toISOString(),
    ...details,
  };
  const aside = `${file}.new-${me.token}`;
  writeFileSync(aside, print(me), { mode: 0o600 });
  try {
    for (;;) {
      if (appear(aside, file)) return { lock: lockOf(file, me) };
      const outcome = inherit(file, aside);
      if (outcome === 'mine') return { lock: lockOf(file, me) };
      if (outcome !== 'again') return { holder: outcome };
    }
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Waits while another process holds the lock.
 * @param {string} file
 * @param {(holder: Holder) => void} onWait called once, if there is a wait
 * @returns {Promise<Lock>}
 */
export async function waitForLock(file, onWait) {
  let told = false;
  for (;;) {
    const result = takeLock(file);
    if ('lock' in result) return result.lock;
    if (!told) onWait(result.holder);
    told = true;
    await sleep(200);
  }
}

/**
 * @param {string} file
 * @returns {Holder | undefined} who holds the lock now; a dead process holds nothing
 */
export function lockHolder(file) {
  const holder = read(file);
  return holder && isSameProcess(holder) ? holder : undefined;
}

/**
 * @param {string} file
 * @param {string} aside
 * @returns {'mine' | 'again' | Holder}
 */
function inherit(file, aside) {
  const first = read(file);
  if (!first) return 'again';
  const heirs = [];
  for (let last = first; ;) {
    if (isSameProcess(last)) return last;
    const heir = `${file}.${last.token}`;
    heirs.push(heir);
    if (appear(aside, heir)) break;
    // Somebody was there first: if they died before they could replace the file, we are their heir.
    const next = read(heir);
    if (!next) return 'again';
    last = next;
  }
  // Between our reading and our linking the true heir may have come and gone: then the file says otherwise.
  if (read(file)?.token !== first.token) {
    rmSync(/** @type {string} */ (heirs.at(-1)), { force: true });
    return 'again';
  }
  renameSync(aside, file);
  for (const heir of heirs) rmSync(heir, { force: true });
  return 'mine';
}

/**
 * @param {string} aside
 * @param {string} file
 * @returns {boolean} whether the file was not there and now is
 */
function appear(aside, file) {
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EEXIST') return false;
    if (code === undefined || !['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code))
      throw error;
  }
  // A disk without hard links.
  try {
    copyFileSync(aside, file, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @param {Holder} me
 * @returns {Lock}
 */
function lockOf(file, me) {
  let said = me;
  return {
    describe(details) {
      said = { ...said, ...details };
      const aside = `${file}.new-${me.token}`;
      writeFileSync(aside, print(said), { mode: 0o600 });
      renameSync(aside, file);
    },
    release() {
      if (read(file)?.token === me.token) rmSync(file, { force: true });
    },
  };
}

/**
 * @param {string} file
 * @returns {Holder | undefined} undefined when there is no file
 */
function read(file) {
  let content;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const holder = JSON.parse(content);
    if (typeof holder?.token === 'string' && /^\w+$/.test(holder.token)) return holder;
  } catch {
    // Cut off by a full disk or a power failure: it names nobody.
  }
  return { pid: 0, started: '', token: 'unreadable', startedAt: '' };
}

/** @param {Holder} holder */
function print(holder) {
  return JSON.stringify(holder, null, 2) + '\n';
}
