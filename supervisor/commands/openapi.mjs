import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolPath } from '../build.mjs';
import { prepareCheckout } from '../prepare-checkout.mjs';
import { say } from '../progress.mjs';
import { Refusal } from '../refusal.mjs';
import { runTool } from '../run-tool.mjs';
import { CHECKOUT, readSettings } from '../settings.mjs';
import { INTERRUPTED, Shutdown } from '../shutdown.mjs';

const DOCUMENT = 'backend/openapi.json';
const CLIENT = 'frontend/app/api/schema.d.ts';

/**
 * `part164 openapi [--check]`: the API's document and access matrix from the backend's code, and the typed client
 * from the document. With --check nothing is written: it fails when a committed file differs.
 * @param {string[]} args
 */
export async function openapi(args) {
  const check = args.includes('--check');
  if (args.some((argument) => argument !== '--check'))
    throw new Refusal('Usage: part164 openapi [--check]', 'try again.');
  await prepareCheckout();
  await writeDocument(args);
  await writeClient(check);
  say(
    check
      ? '✓ The generated files are up to date.'
      : `✓ Wrote ${DOCUMENT}, backend/access-matrix.md and ${CLIENT}.`,
  );
}

/**
 * The routes are those of the running application, which wants a database.
 * @param {string[]} args
 */
async function writeDocument(args) {
  const { backendEnvironment } = await import('../child-environment.mjs');
  const { commandInstance } = await import('../command-instance.mjs');
  const { withThrowawayDatabase } = await import('../throwaway-database.mjs');
  const shutdown = new Shutdown();
  shutdown.onSignals(INTERRUPTED);
  try {
    await withThrowawayDatabase(shutdown, async ({ home, adminUrl }) => {
      const settings = readSettings({ PART164_HOME: home, LOG_LEVEL: 'error' });
      const { code, output } = await runTool(process.execPath, ['backend/dist/generate.js', ...args], {
        cwd: CHECKOUT,
        env: backendEnvironment(commandInstance(settings, adminUrl)),
      });
      if (code !== 0)
        throw new Refusal(output.trim(), 'run `npm run part164 openapi` and commit what it changed.');
    });
  } finally {
    await shutdown.run();
  }
}

/** @param {boolean} check */
async function writeClient(check) {
  const folder = mkdtempSync(join(tmpdir(), 'part164-openapi-'));
  try {
    const file = check ? join(folder, 'schema.d.ts') : join(CHECKOUT, CLIENT);
    const tool = toolPath(join(CHECKOUT, 'frontend'), 'openapi-typescript', 'openapi-typescript');
    const { code, output } = await runTool(process.execPath, [tool, DOCUMENT, '--output', file], {
      cwd: CHECKOUT,
    });
    if (code !== 0)
      throw new Refusal(
        `The typed client could not be made from ${DOCUMENT}.\n${output.trim()}`,
        'mend the document.',
      );
    if (check && read(file) !== read(join(CHECKOUT, CLIENT))) {
      throw new Refusal(
        `${CLIENT} is not what ${DOCUMENT} says.`,
        'run `npm run part164 openapi` and commit what it changed.',
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
