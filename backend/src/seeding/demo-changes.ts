import type { DemoClient } from './demo-client.js';
import type { DemoOrganization } from './demo-organization.js';
import type { DemoStory } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

interface ChangeBody {
  id: string;
  version: number;
  subject: { name: string };
}

/** Reports what no record shows and decides on changes, on the story's days; what is there already stays. */
export class DemoChangeLoader {
  constructor(
    private readonly organization: DemoOrganization,
    private readonly story: DemoStory,
    private readonly officer: string,
    private readonly clock: SeedClock,
  ) {}

  /** `assessments` leads from the key of an analysis to its id. */
  async load(assessments: ReadonlyMap<string, string>): Promise<void> {
    const { reports = [], decisions = [] } = this.story.changes ?? {};
    const client = await this.organization.as(this.officer);
    const known = new Set(
      (await client.all<ChangeBody>('/environment-changes')).map(({ subject }) => subject.name),
    );
    for (const { daysAgo, happenedDaysAgo, ...report } of reports) {
      if (known.has(report.subject)) continue;
      this.clock.goTo(daysAgo);
      const happenedOn = this.clock.dateIn(-happenedDaysAgo, this.story.organization.timeZone);
      await client.post('/environment-changes', { ...report, happenedOn });
    }
    for (const { daysAgo, names, into, ...decision } of decisions) {
      const assessmentId = into === undefined ? null : assessments.get(into)!;
      this.clock.goTo(daysAgo);
      const changes = await undecidedOf(client, names);
      if (changes.length > 0)
        await client.post('/environment-changes/decisions', { ...decision, changes, assessmentId });
    }
  }
}

async function undecidedOf(
  client: DemoClient,
  names: readonly string[],
): Promise<{ id: string; version: number }[]> {
  const open = await client.all<ChangeBody>('/environment-changes?state=undecided');
  return open
    .filter(({ subject }) => names.includes(subject.name))
    .map(({ id, version }) => ({ id, version }));
}
