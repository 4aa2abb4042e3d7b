import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

const READY_LIMIT = 120_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Who ran this long before it ended starts again with the shortest pause. */
const STEADY = 60_000;

/**
 * @typedef {object} ProcessPlan
 * @property {string} name
 * @property {string[]} args of node
 * @property {string} cwd
 * @property {Record<string, string>} env all of it: nothing else is inherited
 * @property {string} readyUrl answers 200 when the process is ready
 * @property {import('./log-file.mjs').LogFile} log
 * @property {(text: string) => void} say for the person at the terminal
 * @property {(text: string) => void} [echo] gets what the process writes, as well
 */

/**
 * One Node process that is kept running: it is started again when it ends by itself, at growing intervals. It
 * holds the other end of an IPC channel and ends when that closes, whatever way the supervisor ends.
 */
export class SupervisedProcess {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  #wanted = false;
  #restarting = false;
  #pause = FIRST_PAUSE;
  #wake = new AbortController();
  /** @type {Promise<void>} */
  #kept = Promise.resolve();

  /** @param {ProcessPlan} plan */
  constructor(plan) {
    this.plan = plan;
  }

  get pid() {
    return this.#child?.pid;
  }

  /**
   * Starts it and waits until it is ready. Only who was ready once is started again.
   * @param {Promise<unknown>} [first] it is not asked whether it is ready before this is
   */
  async start(first = Promise.resolve()) {
    this.#wanted = true;
    this.#wake = new AbortController();
    const ended = this.#spawn();
    const outcome = await Promise.race([first.then(() => this.#waitUntilReady()), ended]);
    if (outcome !== undefined) {
      this.#wanted = false;
      throw new Refusal(
        `The ${this.plan.name} did not start: it ${outcome}.\n${this.plan.log.lastLines(20)}`,
        `see logs/${this.plan.name}.log in PART164_HOME; \`npm run part164 doctor\` looks for the usual causes.`,
      );
    }
    this.#kept = this.#keep(ended);
  }

  /** @param {number} limit milliseconds until it is killed */
  async stop(limit) {
    this.#wanted = false;
    this.#wake.abort();
    await this.#end(limit);
    await this.#kept;
  }

  /** For changed code. Does nothing for one that is being stopped. */
  async restart() {
    if (!this.#wanted) return;
    this.#restarting = true;
    await this.#end(5_000);
  }

  /** @param {number} limit */
  async #end(limit) {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // Windows has no signals: there the closed channel asks for the same.
    if (process.platform === 'win32') child.disconnect();
    else child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    await gone;
    clearTimeout(timer);
  }

  /** @returns {Promise<string>} how it ended */
  #spawn() {
    const { args, cwd, env, log, echo } = this.plan;
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Its own group: Ctrl-C in the terminal reaches the supervisor only, which stops all in order.
      detached: process.platform !== 'win32',
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (/** @type {Buffer} */ chunk) => {
        log.write(chunk);
        echo?.(chunk.toString());
      });
    }
    return new Promise((resolve) => {
      child.once('error', (error) => resolve(`could not be run (${error.message})`));
      child.once('exit', (code, signal) =>
        resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`),
      );
    });
  }

  /** @param {Promise<string>} ended */
  async #keep(ended) {
    for (;;) {
      const since = Date.now();
      const how = await ended;
      if (!this.#wanted) return;
      const { name, say } = this.plan;
      if (this.#restarting) {
        this.#restarting = false;
        ended = this.#spawn();
        continue;
      }
      if (Date.now() - since > STEADY) this.#pause = FIRST_PAUSE;
      say(`! The ${name} ${how}; starting it again in ${this.#pause / 1000} s (logs/${name}.log).`);
      await sleep(this.#pause, undefined, { signal: this.#wake.signal }).catch(() => undefined);
      if (!this.#wanted) return;
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
      ended = this.#spawn();
      const outcome = await Promise.race([this.#waitUntilReady(), ended]);
      if (outcome === undefined && this.#wanted) say(`✓ The ${name} is back.`);
    }
  }

  /** @returns {Promise<string | undefined>} nothing when it is ready, else why not */
  async #waitUntilReady() {
    const child = this.#child;
    const deadline = Date.now() + READY_LIMIT;
    while (child === this.#child && child?.exitCode === null && child.signalCode === null) {
      if (await answers(this.plan.readyUrl)) return undefined;
      if (Date.now() > deadline) {
        child.kill('SIGKILL');
        return `was not ready after ${READY_LIMIT / 1000} s`;
      }
      await sleep(50);
    }
    return new Promise(() => undefined);
  }
}

/** @param {string} url */
export async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
