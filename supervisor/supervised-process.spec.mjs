import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from './log-file.mjs';
import { freePort } from './ports.mjs';
import { isRunning } from './process-identity.mjs';
import { SupervisedProcess, answers } from './supervised-process.mjs';

const SERVER = `
  require('node:http').createServer((request, response) => {
    if (request.url === '/crash') process.exit(7);
    response.end(String(process.pid));
  }).listen(process.env.TEST_PORT, '127.0.0.1');
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  console.log('listening with', Object.keys(process.env).sort().join(' '));`;

let folder = '';
let url = '';
/** @type {string[]} */
let said = [];
/** @type {SupervisedProcess} */
let server;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'part164-process-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  said = [];
  writeFileSync(join(folder, 'server.cjs'), SERVER);
  server = new SupervisedProcess({
    name: 'backend',
    args: [join(folder, 'server.cjs')],
    cwd: folder,
    env: { TEST_PORT: String(port) },
    readyUrl: url,
    log: openLog(join(folder, 'backend.log')),
    say: (text) => said.push(text),
  });
});

afterEach(async () => {
  await server.stop(1_000);
  rmSync(folder, { recursive: true, force: true });
});

describe('A supervised process', () => {
  it('is ready when it answers, sees only its own environment, and writes to its log', async () => {
    await server.start();
    expect(await answers(url)).toBe(true);
    const log = readFileSync(join(folder, 'backend.log'), 'utf8');
    expect(log).toContain('TEST_PORT');
    expect(log).not.toContain('HOME');
  });

  it('is started again when it ends by itself, and it is said', async () => {
    await server.start();
    const before = server.pid;
    await fetch(`${url}/crash`).catch(() => undefined);
    while (!said.some((line) => line.includes('is back'))) await sleep(20);
    expect(said[0]).toContain('The backend ended with code 7');
    expect(server.pid).not.toBe(before);
    expect(await answers(url)).toBe(true);
  });

  it('stays away once it was stopped', async () => {
    await server.start();
    await server.stop(1_000);
    expect(isRunning(Number(server.pid))).toBe(false);
    expect(said).toEqual([]);
  });

  it('is refused with its last words when it does not even start', async () => {
    writeFileSync(
      join(folder, 'server.cjs'),
      `console.error('DATABASE_APP_URL is missing'); process.exit(1);`,
    );
    await expect(server.start()).rejects.toThrow(/backend did not start[^]*DATABASE_APP_URL is missing/);
  });

  it('ends when the supervisor is killed', async () => {
    const parent = `
      import { SupervisedProcess } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'supervised-process.mjs')).href)};
      const child = new SupervisedProcess({ ...JSON.parse(process.argv[1]), log: { write() {}, lastLines: () => '' }, say() {} });
      await child.start();
      console.log(child.pid);`;
    const { name, args, cwd, env, readyUrl } = server.plan;
    const plan = JSON.stringify({ name, args, cwd, env, readyUrl });
    const supervisor = spawn(process.execPath, ['--input-type=module', '-e', parent, plan], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [pid] = await once(supervisor.stdout, 'data');
    supervisor.kill('SIGKILL');
    while (isRunning(Number(pid))) await sleep(20);
    expect(await answers(url)).toBe(false);
  });
});
