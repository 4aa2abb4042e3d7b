import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { Refusal } from '../refusal.mjs';

/**
 * Who runs PostgreSQL. Empty: the person who typed the command.
 * @typedef {{ uid?: number, gid?: number }} SystemUser
 */

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root. As root it runs as the owner of the data, else as the system user
 * postgres, who is created if there is none.
 * @param {string} data the data folder, which need not exist yet
 * @returns {SystemUser}
 */
export function databaseUser(data) {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  return findUser() ?? createUser();
}

/**
 * @param {SystemUser} user
 * @param {string} folder
 * @returns {boolean} whether that user can go into the folder
 */
export function canReach(user, folder) {
  if (user.uid === undefined) return true;
  const result = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  return result.status === 0;
}

/**
 * @param {SystemUser} user
 * @param {string} program
 * @returns {boolean} whether that user can run the program
 */
export function canRun(user, program) {
  if (user.uid === undefined) return true;
  return spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** @returns {SystemUser | undefined} */
function findUser() {
  const uid = spawnSync('id', ['-u', NAME], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', NAME], { encoding: 'utf8' });
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** @returns {SystemUser} */
function createUser() {
  const shell = '/usr/sbin/nologin';
  const attempts = [
    [['useradd', '--system', '--user-group', '--no-create-home', '--shell', shell, NAME]],
    [
      ['addgroup', '-S', NAME],
      ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', '-G', NAME, NAME],
    ],
  ];
  for (const commands of attempts) {
    for (const [program, ...args] of commands) spawnSync(program, args, { stdio: 'ignore' });
    const user = findUser();
    if (user) return user;
  }
  throw new Refusal(
    'PostgreSQL does not run as root, and the system user `postgres` could not be created.',
    'create it (`useradd --system postgres`), start as another user than root, or set DATABASE_URL.',
  );
}
