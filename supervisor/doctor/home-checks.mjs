import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FOLDERS, prepareHome } from '../home.mjs';
import { instanceFile } from '../instance-lock.mjs';
import { lockHolder } from '../lock.mjs';
import { SYSTEM_FOLDER, clusterFolder } from '../postgres/place.mjs';
import { fail, ok, warn } from './finding.mjs';
import { failed } from './machine-checks.mjs';

/** @param {string} home */
export function homeFinding(home) {
  if (!existsSync(home)) return ok(`PART164_HOME ${home} will be made at the first start`);
  try {
    prepareHome(home);
    return ok(`PART164_HOME ${home} can be read and written`);
  } catch (error) {
    return failed(error);
  }
}

/** @param {string} home */
export function secretsFinding(home) {
  if (process.platform === 'win32') return ok('File modes are not checked on Windows');
  const open = [];
  for (const name of PRIVATE_FOLDERS) {
    const folder = join(home, name);
    if (existsSync(folder) && (statSync(folder).mode & 0o077) !== 0) open.push(folder);
  }
  for (const folder of [join(home, 'secrets'), join(home, 'keys')]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if ((statSync(path).mode & 0o077) !== 0) open.push(path);
    }
  }
  if (open.length === 0) return ok('Secrets and keys can be read by their owner only');
  return fail(`Others than the owner can read ${open.join(', ')}`, `chmod go= ${open.join(' ')}`);
}

/**
 * Fields are encrypted with keys in files: a database without them cannot be read.
 * @param {string} home
 */
export function keysFinding(home) {
  const folder = join(home, 'keys');
  const count = existsSync(folder) ? readdirSync(folder).length : 0;
  const used = clusterFolder(home) !== undefined;
  if (count > 0)
    return ok(
      `Key folder ${folder} (${count} entries): keep a copy of it, apart from the database's backups`,
    );
  if (!used) return ok('Keys will be made with the first organization');
  return warn(
    `The key folder ${folder} is empty`,
    'if there are organizations, bring it back from your backup.',
  );
}

/** @param {string} home */
export function instanceFinding(home) {
  const holder = lockHolder(instanceFile(home));
  if (holder) {
    const what = holder.command === 'start' ? 'Running' : `\`part164 ${holder.command}\` is at work`;
    return ok(`${what}: process ${holder.pid}${holder.url ? `, ${holder.url}` : ''}`);
  }
  if (existsSync(instanceFile(home)))
    return ok('Not running; the last run did not end cleanly, the next start mends that');
  return ok('Not running');
}

/** Database folders outside of any home, of homes that are gone. */
export function leftoversFinding() {
  const folder = join(SYSTEM_FOLDER, 'clusters');
  /** @type {string[]} */
  let names;
  try {
    names = readdirSync(folder);
  } catch {
    return ok('No database folders are left over');
  }
  const left = names
    .map((name) => join(folder, name))
    .filter((path) => {
      try {
        const { home } = JSON.parse(readFileSync(join(path, 'owner.json'), 'utf8'));
        return clusterFolder(home) !== path;
      } catch {
        return false;
      }
    });
  if (left.length === 0) return ok('No database folders are left over');
  return warn(
    `Database folders of homes that are gone: ${left.join(', ')}`,
    `if you need none of them: rm -r ${left.join(' ')}`,
  );
}
