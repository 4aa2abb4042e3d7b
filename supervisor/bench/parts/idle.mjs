import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { instanceFile } from '../../instance-lock.mjs';
import { lockHolder } from '../../lock.mjs';
import { isRunning } from '../../process-identity.mjs';
import { phase } from '../../progress.mjs';
import { CHECKOUT } from '../../settings.mjs';
import { withoutOwnSettings } from '../../testing/specs.mjs';
import { processesOf, proportionalMegabytes, roleOf } from '../processes-of.mjs';
import { median } from '../statistics.mjs';

const STARTS = 3;
const MOST_SECONDS = 5;
const MOST_MEGABYTES = 500;
const SETTLE_MILLISECONDS = 30_000;

/**
 * `npm start` on the demo, as somebody types it: how soon it is ready when it was started before, and what all its processes
 * take when nobody does anything.
 * @param {string} folder
 * @param {import('../../shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<import('../table.mjs').Measurement[]>}
 */
export async function measureIdle(folder, shutdown) {
  const home = join(folder, 'idle');
  mkdirSync(home);
  chmodSync(home, 0o711);
  const first = await phase('First start', () => npmStart(home, shutdown));
  await first.stop();
  const seconds = [];
  /** @type {Map<string, number>} */
  let memory = new Map();
  for (let start = 1; start <= STARTS; start += 1) {
    const running = await phase(`Start ${start + 1}`, () => npmStart(home, shutdown));
    seconds.push(running.seconds);
    if (start === STARTS) {
      await phase('Idle', () => sleep(SETTLE_MILLISECONDS));
      memory = memoryByRole(running.pid);
    }
    await running.stop();
  }
  const ready = median(seconds);
  const total = [...memory.values()].reduce((sum, megabytes) => sum + megabytes, 0);
  return [
    {
      name: 'ready, started before',
      aim: `< ${MOST_SECONDS} s`,
      measured: `${ready.toFixed(1)} s`,
      met: ready < MOST_SECONDS,
    },
    { name: 'the first start, with the demo made', measured: `${first.seconds.toFixed(1)} s` },
    {
      name: 'everything idle, proportional memory (PSS)',
      aim: `< ${MOST_MEGABYTES} MB`,
      measured: `${Math.round(total)} MB`,
      met: total < MOST_MEGABYTES,
    },
    ...[...memory].map(([name, megabytes]) => ({ name, measured: `${Math.round(megabytes)} MB` })),
  ];
}

/** @param {number} root */
function memoryByRole(root) {
  /** @type {Map<string, number>} */
  const memory = new Map();
  for (const pid of processesOf(root)) {
    const role = roleOf(pid);
    memory.set(role, (memory.get(role) ?? 0) + proportionalMegabytes(pid));
  }
  if (!memory.has('backend') || !memory.has('PostgreSQL'))
    throw new Error('the processes of npm start were not found');
  return memory;
}

/**
 * @param {string} home
 * @param {import('../../shutdown.mjs').Shutdown} shutdown
 */
async function npmStart(home, shutdown) {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: CHECKOUT,
    env: { ...withoutOwnSettings(process.env), PART164_HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group: Ctrl-C reaches it through us, once.
    detached: true,
  });
  const pid = child.pid ?? 0;
  const ended = once(child, 'exit');
  const stop = async () => {
    // The supervisor itself is told: between it and us stand npm and a shell, which would end without it.
    const supervisor = lockHolder(instanceFile(home))?.pid;
    if (supervisor) process.kill(supervisor, 'SIGTERM');
    else if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
    while (supervisor && isRunning(supervisor)) await sleep(50);
  };
  shutdown.add(stop);
  let said = '';
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
        if (said.includes('Part164 is ready')) resolve(undefined);
      });
    }
  });
  const outcome = await Promise.race([ready, ended.then(() => 'ended')]);
  if (outcome === 'ended') throw new Error(`npm start ended before it was ready:\n${said}`);
  return { pid, seconds: (performance.now() - began) / 1000, stop };
}
