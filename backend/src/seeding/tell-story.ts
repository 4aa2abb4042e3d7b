import type { NestExpressApplication } from '@nestjs/platform-express';
import { DemoAssessmentLoader } from './demo-assessment.js';
import { DemoChangeLoader } from './demo-changes.js';
import { DemoIncidentLoader } from './demo-incidents.js';
import { DemoInventory } from './demo-inventory.js';
import { DemoOrganization } from './demo-organization.js';
import { loadDemoRecordReviews } from './demo-record-reviews.js';
import { loadDemoScales } from './demo-scales.js';
import { DemoScanLoader } from './demo-scans.js';
import type { DemoStory } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

/**
 * Makes the organization of a story and all that it did, on the story's days; what is there already stays. One that was
 * told to its end before (`wasTold`) belongs to those who use it: nothing of it is told again, whatever they changed.
 */
export async function tellStory(
  app: NestExpressApplication,
  story: DemoStory,
  password: string,
  clock: SeedClock,
  wasTold = false,
): Promise<void> {
  const officer = story.people.find(({ role }) => role === 'compliance-officer')!.key;
  clock.beginIn(story.organization.timeZone);
  const organization = new DemoOrganization(app, await app.getUrl(), story, password, clock);
  if (wasTold && (await organization.isFounded())) return;
  await organization.found();
  const inventory = new DemoInventory(organization, story, officer, clock);
  const loader = new DemoAssessmentLoader(organization, story, inventory, clock);
  const ids = new Map<string, string>();
  for (const assessment of story.assessments) {
    await inventory.growUntil(assessment.startedDaysAgo);
    const previous = assessment.previous ? ids.get(assessment.previous) : undefined;
    ids.set(assessment.key, await loader.load(assessment, previous));
  }
  await new DemoScanLoader(organization, story, inventory, officer, clock).load();
  await loadDemoScales(organization, story, clock);
  await new DemoChangeLoader(organization, story, officer, clock).load(ids);
  await loadDemoRecordReviews(organization, story, officer, clock);
  await new DemoIncidentLoader(organization, story, officer, clock).load();
  clock.goTo(0);
}
