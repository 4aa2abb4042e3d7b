import type { NestExpressApplication } from '@nestjs/platform-express';
import { DemoAssessmentLoader } from './demo-assessment.js';
import { DemoInventory } from './demo-inventory.js';
import { DemoOrganization } from './demo-organization.js';
import type { DemoStory } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

/** Makes the organization of a story and all that it did, on the story's days; what is there already stays. */
export async function tellStory(
  app: NestExpressApplication,
  story: DemoStory,
  password: string,
  clock: SeedClock,
): Promise<void> {
  const officer = story.people.find(({ role }) => role === 'compliance-officer')!.key;
  const organization = new DemoOrganization(app, await app.getUrl(), story, password);
  await organization.found();
  const inventory = new DemoInventory(organization, story, officer, clock);
  const loader = new DemoAssessmentLoader(organization, story, inventory, clock);
  const ids = new Map<string, string>();
  for (const assessment of story.assessments) {
    await inventory.growUntil(assessment.startedDaysAgo);
    const previous = assessment.previous ? ids.get(assessment.previous) : undefined;
    ids.set(assessment.key, await loader.load(assessment, previous));
  }
  clock.goTo(0);
}
