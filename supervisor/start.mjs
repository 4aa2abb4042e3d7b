#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { prepareHome } from './home.mjs';
import { requireNode } from './install.mjs';
import { lockHome } from './instance-lock.mjs';
import { isMain } from './is-main.mjs';
import { watchNpm } from './parent.mjs';
import { claimPort } from './ports.mjs';
import { prepareCheckout } from './prepare-checkout.mjs';
import { say } from './progress.mjs';
import { readyBlock } from './ready-block.mjs';
import { Refusal, refuse } from './refusal.mjs';
import { readSettings } from './settings.mjs';
import { Shutdown } from './shutdown.mjs';

/**
 * `npm start` and, with --dev, `npm run dev`. Nothing but Node is needed before the packages are installed:
 * what needs a package is imported after that.
 * @param {string[]} args
 */
export async function start(args) {
  const began = Date.now();
  const shutdown = new Shutdown();
  try {
    requireNode();
    const dev = readArguments(args);
    const settings = readSettings();
    prepareHome(settings.home);
    const lock = lockHome(settings.home, { command: 'start' });
    shutdown.add(() => lock.release());
    shutdown.onSignals();
    // By a signal to ourselves: tools that run just now are stopped by it as well.
    watchNpm(() => process.kill(process.pid, 'SIGTERM'));
    const port = await claimPort(settings.port, settings.host);
    await prepareCheckout();
    const { startInstance } = await import('./instance.mjs');
    const echo = dev
      ? (/** @type {string} */ name, /** @type {string} */ text) => say(prefixed(name, text))
      : undefined;
    const mode = dev ? 'development' : 'production';
    const { instance, processes } = await startInstance({ settings, port, mode, shutdown, say, echo });
    lock.describe({ port, url: instance.publicUrl, backendPort: instance.backendPort });
    if (dev) {
      const { watchBackend } = await import('./watch-backend.mjs');
      shutdown.add(watchBackend(processes, say));
    }
    const { readDemo } = await import('./demo.mjs');
    say(
      readyBlock({
        url: instance.publicUrl,
        home: settings.home,
        seconds: (Date.now() - began) / 1000,
        demo: settings.demo ? readDemo(settings.home) : undefined,
        setupNeeded: await isSetupNeeded(instance.backendPort),
      }),
    );
  } catch (error) {
    // A phase that was cut short by Ctrl-C: the signal's own way ends the process.
    if (shutdown.isRunning) return;
    await shutdown.run();
    refuse(error);
  }
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    return parseArgs({ args, options: { dev: { type: 'boolean', default: false } } }).values.dev === true;
  } catch (error) {
    throw new Refusal(
      /** @type {Error} */ (error).message,
      '`npm start` takes no arguments; settings are variables.',
    );
  }
}

/** @param {number} backendPort */
async function isSetupNeeded(backendPort) {
  try {
    const response = await fetch(`http://127.0.0.1:${backendPort}/api/v1/setup`);
    const setup = /** @type {{ needed?: boolean }} */ (await response.json());
    return setup.needed === true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function prefixed(name, text) {
  return text.trimEnd().replaceAll(/^/gm, `${name.padEnd(8)} │ `);
}

if (isMain(import.meta)) await start(process.argv.slice(2));
