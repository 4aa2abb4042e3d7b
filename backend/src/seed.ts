import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { AppModule } from './app.module.js';
import { installShippedPacks } from './modules/compliance/index.js';
import { parseConfig, type Config } from './platform/config/config.js';
import { createApp } from './platform/http/create-app.js';
import { ROLES, type Role } from './platform/access/roles.js';
import type { DemoStory } from './seeding/demo-story.js';
import { SeedClock } from './seeding/seed-clock.js';
import { tellStory } from './seeding/tell-story.js';

const STORIES = new URL('../../seed/demo/', import.meta.url);

/** Entry of the first start: the packs that ship, and unless DEMO=off the demo organizations. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  await installPacks(config);
  const people = config.DEMO === 'on' ? await loadDemo(config) : [];
  console.log(JSON.stringify({ event: 'seeded', people }));
}

async function installPacks(config: Config): Promise<void> {
  if (!config.DATABASE_WORKER_URL)
    throw new Error('DATABASE_WORKER_URL is not set: the worker’s role installs packs');
  const worker = new pg.Client({ connectionString: config.DATABASE_WORKER_URL });
  await worker.connect();
  try {
    await installShippedPacks(
      async <Row>(sql: string, params?: unknown[]) => (await worker.query(sql, params)).rows as Row[],
    );
  } finally {
    await worker.end();
  }
}

async function loadDemo(config: Config): Promise<object[]> {
  if (!config.DEMO_PASSWORD) throw new Error('DEMO_PASSWORD is not set: the demo people need one');
  const clock = new SeedClock();
  const app = await createApp(AppModule.with({ ...config, PUBLIC_URL: 'http://127.0.0.1' }, clock));
  await app.listen(0, '127.0.0.1');
  try {
    const people = [];
    for (const story of readStories()) {
      await tellStory(app, story, config.DEMO_PASSWORD, clock, config.DEMO_TOLD === 'yes');
      people.push(
        ...story.people.map(({ name, email, role }) => ({
          organization: story.organization.name,
          name,
          email,
          role: ROLES[role as Role],
        })),
      );
    }
    return people;
  } finally {
    await app.close();
  }
}

function readStories(): DemoStory[] {
  return readdirSync(STORIES)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .reverse()
    .map((file) => JSON.parse(readFileSync(new URL(file, STORIES), 'utf8')) as DemoStory);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
