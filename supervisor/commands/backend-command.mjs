import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { prepareCheckout } from '../prepare-checkout.mjs';
import { sayOnStandardError } from '../progress.mjs';
import { Refusal } from '../refusal.mjs';
import { CHECKOUT, readSettings } from '../settings.mjs';

/** `part164 packs import FILE` @param {string[]} args */
export async function packs(args) {
  const [verb, file, ...rest] = args;
  if (verb !== 'import' || !file || rest.length > 0) {
    throw new Refusal(
      'Usage: part164 packs import FILE',
      'name the file, e.g. part164 packs import sra-questions.json',
    );
  }
  // npm changes into the checkout; INIT_CWD is where the command was typed.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`, 'check the name and the folder.');
  return await runInBackend('packs import', ['packs', 'import', path]);
}

/** `part164 audit verify` @param {string[]} args */
export async function audit(args) {
  if (args[0] !== 'verify') throw new Refusal('Usage: part164 audit verify', 'that is the only one so far.');
  return await runInBackend('audit verify', ['audit', ...args]);
}

/** `part164 breach-clock < facts.json`: no database is asked. @param {string[]} args */
export async function breachClock(args) {
  if (args.length > 0)
    throw new Refusal(
      'Usage: part164 breach-clock < facts.json',
      'give the facts on standard input, as JSON.',
    );
  sayOnStandardError();
  await prepareCheckout();
  return await backendCli(['breach-clock', 'compute'], process.env);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function runInBackend(command, args) {
  const settings = readSettings();
  await prepareCheckout();
  const { backendEnvironment, workerEnvironment } = await import('../child-environment.mjs');
  const { commandInstance } = await import('../command-instance.mjs');
  const { migrateDatabase } = await import('../migrate.mjs');
  const { withDatabase } = await import('../with-database.mjs');
  return await withDatabase(settings, command, async (adminUrl) => {
    await migrateDatabase({ home: settings.home, adminUrl });
    const instance = commandInstance(settings, adminUrl);
    return await backendCli(args, { ...workerEnvironment(instance), ...backendEnvironment(instance) });
  });
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code
 */
async function backendCli(args, env) {
  const child = spawn(process.execPath, ['backend/dist/cli.js', ...args], {
    cwd: CHECKOUT,
    env,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'close');
  return code ?? 1;
}
