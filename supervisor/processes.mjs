import { join } from 'node:path';
import { backendEnvironment, frontendEnvironment, workerEnvironment } from './child-environment.mjs';
import { openLog } from './log-file.mjs';
import { CHECKOUT } from './settings.mjs';
import { SupervisedProcess } from './supervised-process.mjs';

/** Of the twenty seconds that a stop may take; the rest is for PostgreSQL. */
const STOP_LIMIT = { frontend: 3_500, servers: 9_000 };

/**
 * @typedef {object} Processes
 * @property {SupervisedProcess} backend
 * @property {SupervisedProcess} worker
 * @property {SupervisedProcess} frontend
 * @property {() => Promise<void>} start
 * @property {() => Promise<void>} stop
 */

/**
 * Backend, worker and frontend of one instance.
 * @param {import('./child-environment.mjs').Instance} instance
 * @param {{ say: (text: string) => void, echo?: (name: string, text: string) => void }} outlets
 * @returns {Processes}
 */
export function instanceProcesses(instance, { say, echo }) {
  const plan = (/** @type {string} */ name) => ({
    name,
    cwd: CHECKOUT,
    say,
    log: openLog(join(instance.settings.home, 'logs', `${name}.log`)),
    echo: echo && ((/** @type {string} */ text) => echo(name, text)),
  });
  const backend = new SupervisedProcess({
    ...plan('backend'),
    args: ['backend/dist/main.js'],
    env: backendEnvironment(instance),
    readyUrl: `http://127.0.0.1:${instance.backendPort}/readyz`,
  });
  const worker = new SupervisedProcess({
    ...plan('worker'),
    args: ['backend/dist/worker.js'],
    env: workerEnvironment(instance),
    readyUrl: `http://127.0.0.1:${instance.workerPort}/readyz`,
  });
  const frontend = new SupervisedProcess({
    ...plan('frontend'),
    args: ['frontend/server.mjs'],
    env: frontendEnvironment(instance),
    readyUrl: `http://${reachable(instance.settings.host)}:${instance.port}/healthz`,
  });
  return {
    backend,
    worker,
    frontend,
    async start() {
      const backendStarts = backend.start();
      // It answers for the backend too, so that it is asked after that.
      await Promise.all([backendStarts, worker.start(), frontend.start(backendStarts)]);
    },
    async stop() {
      await frontend.stop(STOP_LIMIT.frontend);
      await Promise.all([backend.stop(STOP_LIMIT.servers), worker.stop(STOP_LIMIT.servers)]);
    },
  };
}

/** @param {string} host where it listens */
function reachable(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
