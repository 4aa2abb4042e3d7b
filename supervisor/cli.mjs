#!/usr/bin/env node
import { requireNode } from './install.mjs';
import { Refusal, refuse } from './refusal.mjs';

/** The commands; each is imported when it is called, so that those that need no package run without any. */
const COMMANDS = {
  start: async () => (await import('./start.mjs')).start,
  doctor: async () => (await import('./commands/doctor.mjs')).doctor,
  migrate: async () => (await import('./commands/migrate.mjs')).migrate,
  seed: async () => (await import('./commands/seed.mjs')).seed,
  packs: async () => (await import('./commands/backend-command.mjs')).packs,
  audit: async () => (await import('./commands/backend-command.mjs')).audit,
  'breach-clock': async () => (await import('./commands/backend-command.mjs')).breachClock,
  openapi: async () => (await import('./commands/openapi.mjs')).openapi,
  build: async () => (await import('./commands/build.mjs')).build,
  serve: async () => (await import('./commands/serve.mjs')).serve,
};

const HELP = `part164 <command>

  start                   install, build, boot and migrate what is needed, then run everything (npm start)
  doctor                  what is wrong here, and how to mend it
  migrate                 bring the database to this version
  seed                    load the reference packs and, unless DEMO=off, the demo organizations
  packs import FILE       bring a pack into the installation, e.g. the official SRA questions
  audit verify            check the seal of the audit log, and say where it is broken
  breach-clock            the clocks of a breach: facts as JSON on standard input, days and reasons as JSON
  openapi [--check]       write backend/openapi.json and what is made from it, or only compare
  build                   install the packages and build what is stale
  serve backend|worker|frontend
                          run one process alone, for containers (needs DATABASE_URL)

From a checkout: npx part164 <command>, or npm run part164 -- <command>

Settings are environment variables: PORT (3164), HOST (127.0.0.1), PUBLIC_URL, PART164_HOME (.part164), DATABASE_URL,
QUEUE_URL, SMTP_URL, MAIL_FROM, DEMO (on), DEMO_PASSWORD, LOG_LEVEL (info).
`;

const [name, ...args] = process.argv.slice(2);
try {
  requireNode();
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(HELP);
    process.exitCode = name === undefined ? 1 : 0;
  } else if (!Object.hasOwn(COMMANDS, name)) {
    throw new Refusal(
      `part164 has no command ${name}.`,
      `use one of ${Object.keys(COMMANDS).join(', ')} (part164 --help).`,
    );
  } else {
    const run = await COMMANDS[/** @type {keyof typeof COMMANDS} */ (name)]();
    const code = await run(args);
    if (typeof code === 'number') process.exitCode = code;
  }
} catch (error) {
  refuse(error);
}
