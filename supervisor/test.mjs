#!/usr/bin/env node
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode } from './install.mjs';
import { isMain } from './is-main.mjs';
import { prepareCheckout } from './prepare-checkout.mjs';
import { phase } from './progress.mjs';
import { Refusal, refuse } from './refusal.mjs';
import { INTERRUPTED, Shutdown } from './shutdown.mjs';

const KINDS = /** @type {const} */ (['unit', 'database', 'pages', 'lifecycle', 'journeys']);
/** Kinds whose specs may ask a PostgreSQL. */
const WITH_DATABASE = new Set(['database']);

/** @typedef {typeof KINDS[number]} Kind */

/**
 * `npm test`: sets everything up, runs all tests and ends with the line `N passed, N failed`.
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function test(args) {
  const shutdown = new Shutdown();
  const { kinds, filters } = readArguments(args);
  requireNode();
  await prepareCheckout();
  const folder = mkdtempSync(join(tmpdir(), 'part164-test-'));
  // For root: the system user that runs PostgreSQL passes through.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  shutdown.add(() => removeTestFolder(folder));
  shutdown.onSignals(INTERRUPTED);
  try {
    const tally = await runKinds({ kinds, filters, folder, shutdown });
    await shutdown.run();
    const { describeTally, exitCodeOf } = await import('./testing/tally.mjs');
    process.stdout.write(describeTally(tally));
    return exitCodeOf(tally);
  } finally {
    await shutdown.run();
  }
}

/**
 * @param {{ kinds: Kind[], filters: string[], folder: string, shutdown: Shutdown }} options
 * @returns {Promise<import('./testing/tally.mjs').Tally>}
 */
async function runKinds({ kinds, filters, folder, shutdown }) {
  const { bootTestDatabase } = await import('./testing/test-database.mjs');
  const { runSpecs } = await import('./testing/specs.mjs');
  const { runJourneys } = await import('./testing/journeys.mjs');
  const { addTallies, emptyTally } = await import('./testing/tally.mjs');
  const projects = kinds.filter((kind) => kind !== 'journeys' && kind !== 'lifecycle');
  const tallies = [];
  if (projects.length > 0) {
    const variables = projects.some((kind) => WITH_DATABASE.has(kind))
      ? await phase('Test database', () => bootTestDatabase(folder, shutdown))
      : {};
    tallies.push(await runSpecs({ projects, filters, variables, folder }));
  }
  // Both mostly wait for processes that start, so they wait together; the journeys themselves want the machine alone.
  const lifecycle = kinds.includes('lifecycle')
    ? runSpecs({ projects: ['lifecycle'], filters, variables: {}, folder })
    : emptyTally();
  const journeys = kinds.includes('journeys')
    ? runJourneys({ filters, folder, shutdown, after: lifecycle })
    : emptyTally();
  return addTallies([...tallies, ...(await Promise.all([lifecycle, journeys]))]);
}

/**
 * `--only KIND` chooses; everything else goes on to the runners, e.g. a part of a file's name.
 * @param {string[]} args
 * @returns {{ kinds: Kind[], filters: string[] }}
 */
function readArguments(args) {
  const only = [];
  const filters = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '--only') only.push(args[(index += 1)] ?? '');
    else if (argument.startsWith('--only=')) only.push(argument.slice('--only='.length));
    else filters.push(argument);
  }
  const kinds = only.flatMap((value) => value.split(','));
  for (const kind of kinds) {
    if (!KINDS.includes(/** @type {Kind} */ (kind))) {
      throw new Refusal(
        `There are no tests of the kind ${kind || '(none)'}.`,
        `--only takes ${KINDS.join(', ')}.`,
      );
    }
  }
  return { kinds: KINDS.filter((kind) => kinds.length === 0 || kinds.includes(kind)), filters };
}

/** @param {string} folder */
async function removeTestFolder(folder) {
  const { clusterFolder } = await import('./postgres/place.mjs');
  for (const home of ['database', 'journeys']) {
    const place = clusterFolder(join(folder, home));
    if (place) rmSync(place, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

if (isMain(import.meta)) {
  try {
    process.exitCode = await test(process.argv.slice(2));
  } catch (error) {
    refuse(error);
  }
}
