import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { bootCluster } from './cluster.mjs';
import { requireUsableDatabase } from './external-database.mjs';
import { lockHome } from './instance-lock.mjs';
import { migrateDatabase } from './migrate.mjs';
import { clusterFolder } from './postgres/place.mjs';
import { readPostmasterPid } from './postgres/postmaster-pid.mjs';
import { query } from './postgres/query.mjs';
import { isRunning } from './process-identity.mjs';
import { LOGIN_ROLES, rolePasswords, roleUrl } from './roles.mjs';
import { CHECKOUT } from './settings.mjs';
import { makeTestHome, removeTestHomes } from './testing/test-home.mjs';

const ROOT = process.getuid?.() === 0;

/** @type {import('./cluster.mjs').Cluster[]} */
const running = [];
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const cluster of running.splice(0)) await cluster.stop();
  removeTestHomes();
});

/** @param {string} home @param {(text: string) => void} [log] */
async function boot(home, log) {
  // With the settings of a real one: it must lose nothing.
  const cluster = await bootCluster({ home, log });
  running.push(cluster);
  return cluster;
}

/** @param {string} home @returns the cluster of a process of its own, as `npm start` is one */
async function bootElsewhere(home) {
  const child = spawn(process.execPath, ['supervisor/dev-cluster.mjs', '--home', home], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, adminUrl: JSON.parse(String(line)).adminUrl, postmaster: postmasterOf(home) };
}

/** @param {string} home */
function postmasterOf(home) {
  return readPostmasterPid(join(String(clusterFolder(home)), 'data'))?.pid ?? 0;
}

/** @param {number} pid */
async function untilGone(pid) {
  while (isRunning(pid)) await sleep(20);
}

/** @param {string} url */
const remember = (url) => query(url, 'create table if not exists remembered as select 42 as answer');
/** @param {string} url */
const recall = (url) => query(url, 'select answer from remembered').then((rows) => rows[0].answer);

/** @param {Record<string, string>} env */
function npmStart(env) {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PORT|HOST|DATABASE_URL)$/.test(name)),
  );
  return spawnSync(process.execPath, ['supervisor/start.mjs'], {
    cwd: CHECKOUT,
    env: { ...clean, ...env },
    encoding: 'utf8',
  });
}

describe('The embedded PostgreSQL', () => {
  it('keeps its data over a clean stop and listens on a private socket only', async () => {
    const home = makeTestHome();
    const first = await boot(home);
    expect(first.isNew).toBe(true);
    await remember(first.adminUrl('postgres'));
    const [settings] = await query(
      first.adminUrl('postgres'),
      `select current_setting('listen_addresses') as tcp, current_setting('server_encoding') as encoding,
              (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as login`,
    );
    expect(settings).toMatchObject({ encoding: 'UTF8', login: 'scram-sha-256' });
    if (process.platform !== 'win32') expect(settings.tcp).toBe('');
    await first.stop();
    const second = await boot(home);
    expect(second.isNew).toBe(false);
    expect(await recall(second.adminUrl('postgres'))).toBe(42);
  });

  it('recovers after kill -9 of the postmaster', async () => {
    const home = makeTestHome();
    const first = await boot(home);
    await remember(first.adminUrl('postgres'));
    process.kill(first.pid, 'SIGKILL');
    expect(await first.ended).toContain('SIGKILL');
    const second = await boot(home);
    expect(await recall(second.adminUrl('postgres'))).toBe(42);
  });

  it('ends by itself when its parent is killed', async () => {
    const home = makeTestHome();
    const first = await bootElsewhere(home);
    await remember(first.adminUrl);
    first.child.kill('SIGKILL');
    await untilGone(first.postmaster);
    const second = await boot(home);
    expect(await recall(second.adminUrl('postgres'))).toBe(42);
  });

  it('is stopped and started anew when it was left running without a parent', async () => {
    const home = makeTestHome();
    const first = await bootElsewhere(home);
    await remember(first.adminUrl);
    const watch = spawnSync('pgrep', ['-f', `part164-watch ${first.postmaster}$`], { encoding: 'utf8' });
    for (const pid of watch.stdout.trim().split('\n').filter(Boolean)) process.kill(Number(pid), 'SIGKILL');
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(isRunning(first.postmaster)).toBe(true);
    const second = await boot(home);
    expect(isRunning(first.postmaster)).toBe(false);
    expect(await recall(second.adminUrl('postgres'))).toBe(42);
  });

  it('starts although the number in a stale postmaster.pid belongs to another process by now', async () => {
    const home = makeTestHome();
    const first = await boot(home);
    const file = join(first.folder, 'data', 'postmaster.pid');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const lines = readFileSync(file, 'utf8').split('\n');
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    children.push(stranger);
    writeFileSync(file, [stranger.pid, ...lines.slice(1)].join('\n'));
    await boot(home);
    expect(isRunning(Number(stranger.pid))).toBe(true);
  });

  it('throws away a data folder that was only half made', async () => {
    const home = makeTestHome();
    const { folder, stop } = await boot(home);
    await stop();
    rmSync(join(folder, 'data'), { recursive: true });
    mkdirSync(join(folder, 'data.making-1234'));
    writeFileSync(join(folder, 'data.making-1234', 'PG_VERSION'), '18\n');
    const second = await boot(home);
    expect(second.isNew).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('data.making'))).toEqual([]);
  });

  it('refuses the data of another major version and leaves it as it is', async () => {
    const home = makeTestHome();
    const { folder, stop } = await boot(home);
    await stop();
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '17\n');
    await expect(boot(home)).rejects.toThrow(/made by PostgreSQL 17/);
    expect(existsSync(join(folder, 'data', 'base'))).toBe(true);
  });

  it('gets a new password when secrets/superuser.key is lost', async () => {
    const home = makeTestHome();
    const first = await boot(home);
    await remember(first.adminUrl('postgres'));
    await first.stop();
    rmSync(join(home, 'secrets', 'superuser.key'));
    const second = await boot(home);
    expect(second.adminUrl('postgres')).not.toBe(first.adminUrl('postgres'));
    expect(await recall(second.adminUrl('postgres'))).toBe(42);
  });

  it('finds a short place for its socket when the home has a long name', async () => {
    const home = makeTestHome(
      'a-folder-with-a-name-that-is-much-too-long-for-the-path-of-a-unix-socket-as-the-system-has-it',
    );
    const first = await boot(home);
    const url = first.adminUrl('postgres');
    await remember(url);
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = await boot(home);
    expect(second.adminUrl('postgres')).toBe(url);
    expect(await recall(url)).toBe(42);
  });

  it('runs from /var/lib when root keeps the home to itself', async ({ skip }) => {
    skip(!ROOT, 'only root runs PostgreSQL as somebody else');
    const home = makeTestHome('home', 0o700);
    const cluster = await boot(home);
    expect(cluster.folder).toMatch(/^\/var\/lib\/part164\/clusters\//);
    await remember(cluster.adminUrl('postgres'));
  });
});

describe('npm start', () => {
  it('says who runs in the home already and leaves that one alone', async () => {
    const home = makeTestHome();
    const lock = lockHome(home, { command: 'start' });
    lock.describe({ url: 'http://localhost:3999' });
    const { status, stderr } = npmStart({ PART164_HOME: home });
    expect(status).toBe(1);
    expect(stderr).toContain(`process ${process.pid}`);
    expect(stderr).toContain('http://localhost:3999');
    expect(stderr).toContain('Fix:');
    lock.release();
  });

  it('names PORT and the fix when the port is taken, and releases the home', async () => {
    const home = makeTestHome();
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const { status, stderr } = npmStart({ PART164_HOME: home, PORT: String(port) });
    server.close();
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`PORT ${port} is taken[^]*Fix: .*PORT=`));
    expect(existsSync(join(home, 'instance.json'))).toBe(false);
  });

  it('names PART164_HOME and the fix when the folder cannot be used', () => {
    const home = makeTestHome();
    writeFileSync(join(home, 'file'), '');
    const { status, stderr } = npmStart({ PART164_HOME: join(home, 'file', 'data') });
    expect(status).toBe(1);
    expect(stderr).toMatch(/PART164_HOME=.*cannot be used[^]*Fix:/);
  });
});

describe('A DATABASE_URL', () => {
  it('is refused with the reason and the fix, never with its password', async () => {
    const cluster = await boot(makeTestHome());
    const admin = cluster.adminUrl('postgres');
    for (const sql of [
      `create role weak login password 'hunter2'`,
      `create role maker login createrole password 'hunter2'`,
      `create database owned encoding 'UTF8' template template0 owner maker`,
      `create database plain encoding 'SQL_ASCII' template template0`,
    ]) {
      await query(admin, sql);
    }
    const as = (/** @type {string} */ user, /** @type {string} */ database, password = 'hunter2') =>
      cluster.url({ user, password, database });
    const refusals = [
      [as('weak', 'owned'), /may not create roles/],
      [as('maker', 'postgres'), /does not own the database/],
      [as('maker', 'nowhere'), /no database nowhere/],
      [as('maker', 'owned', 'wrong-hunter2'), /refuses the login of maker/],
      [cluster.adminUrl('plain'), /encoded in SQL_ASCII/],
      ['postgresql://maker:hunter2@127.0.0.1:9/owned', /no PostgreSQL answers at 127\.0\.0\.1:9/],
    ];
    for (const [url, reason] of /** @type {[string, RegExp][]} */ (refusals)) {
      const refusal = await requireUsableDatabase(url).catch((error) => error);
      expect(refusal.message).toMatch(reason);
      expect(refusal.message).toContain('DATABASE_URL');
      expect(`${refusal.message} ${refusal.fix}`).not.toContain('hunter2');
    }
    expect(await requireUsableDatabase(as('maker', 'owned'))).toMatch(/^PostgreSQL 18/);
  });

  it('with a database in another encoding is told of one that can be made beside it', async () => {
    const cluster = await boot(makeTestHome());
    const admin = cluster.adminUrl('postgres');
    await query(admin, `create database latin encoding 'LATIN1' locale 'C' template template0`);
    const refusal = await requireUsableDatabase(cluster.adminUrl('latin')).catch((error) => error);
    expect(refusal.message).toContain('encoded in LATIN1');
    expect(refusal.fix).toMatch(/then name the database latin_utf8 in DATABASE_URL/);
    await query(admin, refusal.fix.split(';')[0]);
    expect(await requireUsableDatabase(cluster.adminUrl('latin_utf8'))).toMatch(/^PostgreSQL/);
  });

  it('of a role that may create roles and no databases is migrated again and again', async () => {
    const home = makeTestHome();
    let logged = '';
    const cluster = await boot(home, (text) => (logged += text));
    const admin = cluster.adminUrl('postgres');
    await query(admin, `create role maker login createrole nocreatedb password 'hunter2'`);
    await query(admin, `create database owned encoding 'UTF8' template template0 owner maker`);
    const adminUrl = cluster.url({ user: 'maker', password: 'hunter2', database: 'owned' });
    const migrate = () => migrateDatabase({ home, adminUrl, always: true });
    await migrate();
    await migrate();
    for (const role of LOGIN_ROLES) {
      expect(await query(roleUrl(adminUrl, home, role), 'select current_user::text as name')).toEqual([
        { name: role },
      ]);
    }
    // What a superuser widened, this role may not narrow again.
    await query(admin, 'alter role part164_app createdb bypassrls');
    const refusal = await migrate().catch((error) => error);
    expect(refusal.message).toMatch(/DATABASE_URL: the role maker may not change the role part164_app/);
    expect(refusal.message).toContain('ALTER ROLE part164_app NOCREATEDB NOBYPASSRLS;');
    await query(admin, 'alter role part164_app nocreatedb nobypassrls');
    await migrate();
    // What a superuser migrates finds the passwords as they are, and sets none.
    await query(admin, `alter role postgres set log_statement = 'ddl'`);
    await migrateDatabase({ home, adminUrl: cluster.adminUrl('owned'), always: true });
    await cluster.stop();
    expect(logged).toContain('permission denied to alter role');
    expect(logged).toContain('statement: alter default privileges');
    expect(logged).not.toContain('statement: alter role part164_');
    for (const password of Object.values(rolePasswords(home))) expect(logged).not.toContain(password);
  });
});
