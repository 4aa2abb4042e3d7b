import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockHolder, takeLock, waitForLock } from './lock.mjs';
import { myIdentity } from './process-identity.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
/** Takes the lock at the given moment, says so, and holds it until it is killed. */
const TAKER = `
  import { takeLock } from ${JSON.stringify(join(HERE, 'lock.mjs'))};
  while (Date.now() < Number(process.argv[2]));
  const result = takeLock(process.argv[1], {});
  console.log('lock' in result ? 'mine' : 'held');
  if ('lock' in result) setInterval(() => {}, 1000);`;

let folder = '';
let file = '';
/** @type {import('node:child_process').ChildProcess[]} */
let children = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'part164-lock-'));
  file = join(folder, 'instance.json');
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

/** @returns {Promise<{ child: import('node:child_process').ChildProcess, says: string }>} */
async function taker(moment = 0) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', TAKER, file, String(moment)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [says] = await once(child.stdout, 'data');
  return { child, says: String(says).trim() };
}

describe('The lock', () => {
  it('goes to the first and names it to the second', () => {
    const first = takeLock(file, { url: 'http://localhost:3164' });
    expect(first).toHaveProperty('lock');
    expect(takeLock(file)).toMatchObject({ holder: { pid: process.pid, url: 'http://localhost:3164' } });
  });

  it('can be taken again once it is released, and leaves nothing behind', () => {
    const first = takeLock(file);
    if ('lock' in first) first.lock.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(takeLock(file)).toHaveProperty('lock');
  });

  it('tells what its holder adds later', () => {
    const first = takeLock(file);
    if ('lock' in first) first.lock.describe({ port: 4000 });
    expect(lockHolder(file)).toMatchObject({ pid: process.pid, port: 4000 });
  });

  it('is inherited from a process that was killed', async () => {
    const { child, says } = await taker();
    expect(says).toBe('mine');
    expect(takeLock(file)).toMatchObject({ holder: { pid: child.pid } });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(takeLock(file)).toHaveProperty('lock');
    expect(readdirSync(folder)).toEqual(['instance.json']);
  });

  it('is inherited when the number of the dead process belongs to another one by now', () => {
    writeFileSync(
      file,
      JSON.stringify({ ...myIdentity(), started: 'long ago', token: 'old', startedAt: '' }),
    );
    expect(lockHolder(file)).toBeUndefined();
    expect(takeLock(file)).toHaveProperty('lock');
  });

  it('is inherited from a file that was cut off', () => {
    writeFileSync(file, '{"pid": 12');
    expect(takeLock(file)).toHaveProperty('lock');
    expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.pid);
  });

  it('is inherited when the heir died before it could say so', () => {
    const dead = { pid: 1, started: 'never', startedAt: '' };
    writeFileSync(file, JSON.stringify({ ...dead, token: 'first' }));
    writeFileSync(`${file}.first`, JSON.stringify({ ...dead, token: 'second' }));
    expect(takeLock(file)).toHaveProperty('lock');
    expect(readdirSync(folder)).toEqual(['instance.json']);
  });

  it.each([
    ['a free one', false],
    ['one whose holder was killed', true],
  ])('goes to exactly one of eight that want it at once: %s', async (_, stale) => {
    if (stale)
      writeFileSync(file, JSON.stringify({ pid: 1, started: 'never', token: 'dead', startedAt: '' }));
    const moment = Date.now() + 1_500;
    const answers = await Promise.all(Array.from({ length: 8 }, () => taker(moment)));
    expect(answers.filter(({ says }) => says === 'mine')).toHaveLength(1);
    expect(answers.filter(({ says }) => says === 'held')).toHaveLength(7);
  });

  it('can be waited for', async () => {
    const first = takeLock(file);
    let told = 0;
    const waiting = waitForLock(file, () => (told += 1));
    setTimeout(() => 'lock' in first && first.lock.release(), 100);
    await waiting;
    expect(told).toBe(1);
  });
});
