import 'reflect-metadata';
import { parseConfig, type Config } from './platform/config/config.js';

/** Runs one command; answers with the exit code. */
export type CliCommand = (args: string[], readConfig: () => Config) => Promise<number>;

/** What operators can do on the command line (`part164 <command>`); each is loaded when it is asked for. */
const COMMANDS: Record<string, () => Promise<CliCommand>> = {
  'packs import': async () =>
    (await import('./modules/compliance/cli/import-pack.command.js')).importPackCommand,
  'breach-clock compute': async () =>
    (await import('./modules/incidents/cli/breach-clock.command.js')).breachClockCommand,
  'audit verify': async () => (await import('./platform/audit/verify/verify.command.js')).verifyCommand,
};

const [noun = '', verb = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, `${noun} ${verb}`) ? COMMANDS[`${noun} ${verb}`] : undefined;
if (!load) {
  process.stderr.write(`usage: part164 ${Object.keys(COMMANDS).join(' | ')}\n`);
  process.exit(2);
}
try {
  const command = await load();
  process.exitCode = await command(args, () => parseConfig(process.env));
} catch (error) {
  process.stderr.write(
    `part164 ${noun} ${verb}: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
}
