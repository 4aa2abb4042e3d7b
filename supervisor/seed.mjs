import { createHash } from 'node:crypto';
import { backendEnvironment, workerEnvironment } from './child-environment.mjs';
import { contentHash } from './content-hash.mjs';
import { randomPassword, readDemo, writeDemo } from './demo.mjs';
import { databaseIdentity } from './migrate.mjs';
import { readPrepared, writePrepared } from './prepared.mjs';
import { Refusal } from './refusal.mjs';
import { runTool } from './run-tool.mjs';
import { CHECKOUT } from './settings.mjs';

/**
 * Loads the reference packs and, unless DEMO=off, the demo organizations; what is there already stays.
 * @param {import('./child-environment.mjs').Instance} instance
 * @param {{ note?: (text: string) => void, always?: boolean }} [options]
 */
export async function seedDatabase(instance, { note = () => undefined, always = false } = {}) {
  const { home, demo, demoPassword } = instance.settings;
  const known = readDemo(home);
  const password = demoPassword ?? known?.password ?? randomPassword();
  const wanted = createHash('sha256')
    .update(JSON.stringify([packsHash(), demo, password, await databaseIdentity(instance.adminUrl)]))
    .digest('hex');
  if (!always && readPrepared(home).seeded === wanted && (!demo || known)) {
    note('up to date');
    return;
  }
  // Remembered before it is used: a start that is killed half-way must not forget what people were given.
  if (demo) writeDemo(home, { password, people: known?.people ?? [] });
  const { code, stdout, output } = await runTool(process.execPath, ['backend/dist/seed.js'], {
    cwd: CHECKOUT,
    env: {
      // Packs are written by the worker's role, everything else by the API's.
      ...workerEnvironment(instance),
      ...backendEnvironment(instance),
      DEMO: demo ? 'on' : 'off',
      // Their names are remembered once all of the demo was loaded. From then on it is theirs who use it.
      ...(demo ? { DEMO_PASSWORD: password, DEMO_TOLD: known?.people.length ? 'yes' : 'no' } : {}),
    },
  });
  if (code !== 0) {
    throw new Refusal(
      `The reference packs and the demo could not be loaded.\n${output.trim().split('\n').slice(-25).join('\n')}`,
      'mend what is named above and start again; what was loaded before is kept.',
    );
  }
  const people = peopleIn(stdout);
  if (demo) writeDemo(home, { password, people: people.length > 0 ? people : (known?.people ?? []) });
  note(demo ? `packs and ${people.length} demo people` : 'packs, no demo');
  writePrepared(home, { seeded: wanted });
}

/** The packs, the stories of the demo, and who loads them. */
function packsHash() {
  return contentHash(
    CHECKOUT,
    ['seed', 'backend/src/seed.ts', 'backend/src/seeding'],
    (path) => !/\.spec\.ts$/.test(path),
  );
}

/**
 * @param {string} stdout
 * @returns {import('./demo.mjs').DemoPerson[]}
 */
function peopleIn(stdout) {
  for (const line of stdout.trim().split('\n').reverse()) {
    try {
      const { event, people } = JSON.parse(line);
      if (event === 'seeded') return people;
    } catch {
      // A line of the log.
    }
  }
  return [];
}
