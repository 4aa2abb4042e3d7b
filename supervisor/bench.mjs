#!/usr/bin/env node
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode } from './install.mjs';
import { isMain } from './is-main.mjs';
import { prepareCheckout } from './prepare-checkout.mjs';
import { phase, say } from './progress.mjs';
import { describeRefusal, Refusal, refuse } from './refusal.mjs';
import { INTERRUPTED, Shutdown } from './shutdown.mjs';

const PARTS = /** @type {const} */ ([
  'list',
  'answer',
  'report',
  'pages',
  'delta',
  'import',
  'diagram',
  'idle',
]);
/** @typedef {typeof PARTS[number]} Part */

/**
 * `npm run bench`: sets everything up in a temporary folder, measures, and prints a table. It measures and does not judge:
 * an aim that is missed is a figure like another one, only what could not be measured is a failure.
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function bench(args) {
  const shutdown = new Shutdown();
  const parts = readArguments(args);
  requireNode();
  if (process.platform !== 'linux') {
    throw new Refusal(
      'The measurements read /proc, which only Linux has.',
      'run them on Linux, or in a container.',
    );
  }
  await prepareCheckout();
  const folder = mkdtempSync(join(tmpdir(), 'part164-bench-'));
  // For root: the system user that runs PostgreSQL passes through.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  shutdown.add(() => removeFolder(folder));
  shutdown.onSignals(INTERRUPTED);
  // What others do here meanwhile is in every figure.
  say(`  ${cpus().length} cores, ${loadavg()[0].toFixed(1)} processes at work before anything is measured`);
  try {
    const { measurements, failed } = await measure({ parts, folder, shutdown });
    await shutdown.run();
    const { describeMeasurements } = await import('./bench/table.mjs');
    if (parts.length > 1) say(`\n${describeMeasurements(measurements)}`);
    if (failed.length > 0) say(`Could not be measured: ${failed.join(', ')}`);
    return failed.length > 0 ? 1 : 0;
  } catch (error) {
    // What was cut short by Ctrl-C: the signal's own way ends the process.
    if (!shutdown.isRunning) throw error;
    return 1;
  } finally {
    await shutdown.run();
  }
}

/**
 * @param {{ parts: Part[], folder: string, shutdown: Shutdown }} options
 */
async function measure({ parts, folder, shutdown }) {
  const { measureList } = await import('./bench/parts/list.mjs');
  const { measureAnswer } = await import('./bench/parts/answer.mjs');
  const { measureReport } = await import('./bench/parts/report.mjs');
  const { measurePages } = await import('./bench/parts/pages.mjs');
  const { measureDelta } = await import('./bench/parts/delta.mjs');
  const { measureImport } = await import('./bench/parts/import.mjs');
  const { measureDiagram } = await import('./bench/parts/diagram.mjs');
  const { measureIdle } = await import('./bench/parts/idle.mjs');
  const { describeMeasurements } = await import('./bench/table.mjs');
  const { startLargeInstance } = await import('./bench/large-instance.mjs');
  /** @type {import('./bench/table.mjs').Measurement[]} */
  const measurements = [];
  /** @type {Part[]} */
  const failed = [];
  /** @param {Part} part @param {() => Promise<import('./bench/table.mjs').Measurement[]>} work */
  const run = async (part, work) => {
    if (!parts.includes(part) || shutdown.isRunning) return;
    try {
      const found = await phase(`Measuring: ${part}`, work);
      // At once, too: all of it takes a quarter of an hour.
      say(`\n${describeMeasurements(found)}`);
      measurements.push(...found);
    } catch (error) {
      if (shutdown.isRunning) return;
      process.stderr.write(describeRefusal(error));
      failed.push(part);
    }
  };
  // First of all, while nothing else of us runs.
  await run('idle', () => measureIdle(folder, shutdown));
  if (parts.some((part) => part !== 'idle')) {
    const instance = await startLargeInstance(folder, shutdown);
    await run('list', () => measureList(instance));
    await run('answer', () => measureAnswer(instance));
    await run('pages', () => measurePages(instance));
    await run('delta', () => measureDelta(instance));
    await run('diagram', () => measureDiagram(instance));
    await run('report', () => measureReport(instance));
    // Last, since it makes more of what the others read.
    await run('import', () => measureImport(instance));
  }
  return { measurements, failed };
}

/**
 * @param {string[]} args
 * @returns {Part[]}
 */
function readArguments(args) {
  const chosen = args.flatMap((argument, index) => {
    if (argument === '--only') return (args[index + 1] ?? '').split(',');
    if (argument.startsWith('--only=')) return argument.slice('--only='.length).split(',');
    return args[index - 1] === '--only' ? [] : [argument];
  });
  const unknown = chosen.filter((value) => !PARTS.includes(/** @type {Part} */ (value)));
  if (unknown.length > 0) {
    throw new Refusal(
      `There is nothing called ${unknown.join(', ') || '(nothing)'} to measure.`,
      `--only takes ${PARTS.join(', ')}.`,
    );
  }
  return PARTS.filter((part) => chosen.length === 0 || chosen.includes(part));
}

/** @param {string} folder */
async function removeFolder(folder) {
  const { clusterFolder } = await import('./postgres/place.mjs');
  for (const home of ['idle', 'large']) {
    const place = clusterFolder(join(folder, home));
    if (place) rmSync(place, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

if (isMain(import.meta)) {
  try {
    process.exitCode = await bench(process.argv.slice(2));
  } catch (error) {
    refuse(error);
  }
}
