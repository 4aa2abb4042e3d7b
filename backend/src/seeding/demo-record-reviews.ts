import type { DemoOrganization } from './demo-organization.js';
import type { DemoRecordReview, DemoStory } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

interface RecordBody {
  id: string;
  type: string;
  name: string;
  code: string;
  version: number;
  enteredOn: string;
  mayReview: boolean;
  lastReview: object | null;
}

/** Looks at records on the story's days; what somebody has reviewed already stays. */
export async function loadDemoRecordReviews(
  organization: DemoOrganization,
  story: DemoStory,
  officer: string,
  clock: SeedClock,
): Promise<void> {
  const reviews = story.recordReviews ?? [];
  if (reviews.length === 0) return;
  const client = await organization.as(officer);
  const known = await client.all<RecordBody>('/record-reviews');
  if (known.some(({ type, lastReview }) => type !== 'risk' && lastReview)) return;
  for (const review of reviews) {
    clock.goTo(review.daysAgo);
    const today = clock.dateIn(-review.daysAgo, story.organization.timeZone);
    const records = known
      .filter((record) => record.mayReview && record.enteredOn <= today && isMeant(record, review))
      .map(({ id, version }) => ({ id, version }));
    const { outcome, reason } = review;
    await client.post('/record-reviews', { records, outcome, reason });
  }
}

function isMeant({ type, name, code }: RecordBody, { on, except = [] }: DemoRecordReview): boolean {
  const isOneOf = (names: readonly string[]) => names.includes(name) || names.includes(code);
  // Risks have their own reviews, in their analyses.
  return on ? isOneOf(on) : type !== 'risk' && !isOneOf(except);
}
