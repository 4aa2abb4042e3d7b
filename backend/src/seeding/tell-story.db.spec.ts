import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoStory, tellDemoStory } from '../testing/demo-data.js';
import { startTestApp, TEST_PASSWORD, type TestApp } from '../testing/test-app.js';
import { SeedClock } from './seed-clock.js';
import { tellStory } from './tell-story.js';

const STORY = 'clearwater-medical-billing.json';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  await tellDemoStory(test, STORY);
}, 120_000);
afterAll(() => test.close());

it('a demo that people have used is left alone by a later start, which has more to tell', async () => {
  // Linda chose a password of her own.
  await test.database.asSuperuser(
    `update person set password_hash = 'chosen by its owner' where email like 'linda@%'`,
  );
  const before = await contents();
  const story = { ...demoStory(STORY), sites: [{ ...demoStory(STORY).sites[0]!, name: 'A new site' }] };
  await tellStory(test.app, story, TEST_PASSWORD, new SeedClock(), true);
  expect(await contents()).toEqual(before);
  // Told as if for the first time it would be changed, or fail as here.
  await expect(tellStory(test.app, story, TEST_PASSWORD, new SeedClock())).rejects.toThrow();
});

async function contents(): Promise<unknown> {
  return test.database.asSuperuser(
    `select (select count(*) from site) as sites, (select count(*) from risk) as risks,
       (select count(*) from audit.event) as events, (select max(version) from assessment) as version`,
  );
}
