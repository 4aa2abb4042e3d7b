import { readFileSync } from 'node:fs';
import { loadInventory } from '../seeding/demo-inventory.js';
import { DemoAssessmentLoader } from '../seeding/demo-assessment.js';
import { DemoOrganization } from '../seeding/demo-organization.js';
import type { DemoStory } from '../seeding/demo-story.js';
import { SeedClock } from '../seeding/seed-clock.js';
import type { TestApp } from './test-app.js';
import { TEST_PASSWORD } from './test-app.js';

/** Tells a demo story in a test's application: records of every kind, made through the API. Answers its organization's id. */
export async function tellDemoStory(test: TestApp, file: string, clock = new SeedClock()): Promise<string> {
  const story = JSON.parse(
    readFileSync(new URL(`../../../seed/demo/${file}`, import.meta.url), 'utf8'),
  ) as DemoStory;
  await test.app.listen(0, '127.0.0.1');
  const organization = new DemoOrganization(test.app, await test.app.getUrl(), story, TEST_PASSWORD);
  await organization.found();
  const officer = story.people.find(({ role }) => role === 'compliance-officer')!.key;
  const inventory = await loadInventory(organization, story, officer);
  const loader = new DemoAssessmentLoader(organization, story, inventory, clock);
  let previous: string | undefined;
  for (const assessment of story.assessments) previous = await loader.load(assessment, previous);
  const [row] = await test.database.asSuperuser<{ id: string }>(
    'select organization_id as id from organization where name = $1',
    [story.organization.name],
  );
  return row!.id;
}
