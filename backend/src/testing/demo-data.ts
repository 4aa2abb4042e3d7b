import { readFileSync } from 'node:fs';
import type { DemoStory } from '../seeding/demo-story.js';
import { SeedClock } from '../seeding/seed-clock.js';
import { tellStory } from '../seeding/tell-story.js';
import type { TestApp } from './test-app.js';
import { TEST_PASSWORD } from './test-app.js';

export function demoStory(file: string): DemoStory {
  return JSON.parse(
    readFileSync(new URL(`../../../seed/demo/${file}`, import.meta.url), 'utf8'),
  ) as DemoStory;
}

/** Tells a demo story in a test's application: records of every kind, made through the API. Answers its organization's id. */
export async function tellDemoStory(test: TestApp, file: string, clock = new SeedClock()): Promise<string> {
  const story = demoStory(file);
  await test.app.listen(0, '127.0.0.1');
  await tellStory(test.app, story, TEST_PASSWORD, clock);
  const [row] = await test.database.asSuperuser<{ id: string }>(
    'select organization_id as id from organization where name = $1',
    [story.organization.name],
  );
  return row!.id;
}
