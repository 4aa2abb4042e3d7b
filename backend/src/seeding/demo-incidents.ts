import type { DemoClient } from './demo-client.js';
import type { DemoOrganization } from './demo-organization.js';
import type { DemoIncident, DemoStory } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

interface Board {
  id: string;
  title: string;
  version: number;
}

/** Reports what went wrong and works on it as its team did; an incident that is there already stays as it is. */
export class DemoIncidentLoader {
  constructor(
    private readonly organization: DemoOrganization,
    private readonly story: DemoStory,
    private readonly officer: string,
    private readonly clock: SeedClock,
  ) {}

  async load(): Promise<void> {
    const { incidents = [] } = this.story;
    if (incidents.length === 0) return;
    const officer = await this.organization.as(this.officer);
    const known = new Set((await officer.all<Board>('/incidents')).map(({ title }) => title));
    for (const incident of incidents)
      if (!known.has(incident.report.title)) await this.tell(incident, officer);
  }

  private async tell(incident: DemoIncident, officer: DemoClient): Promise<void> {
    this.clock.goTo(incident.daysAgo);
    const day = (daysAgo: number) => this.clock.dateIn(-daysAgo, this.story.organization.timeZone);
    const reporter = await this.organization.as(incident.by);
    const { id } = await reporter.post<Board>('/incidents', {
      ...incident.report,
      noticedOn: day(incident.noticedDaysAgo),
      occurredOn: day(incident.occurredDaysAgo),
    });
    const path = `/incidents/${id}`;
    for (const { role, person } of incident.team)
      await officer.put(`${path}/roles/${role}`, { memberId: this.organization.memberId(person) });
    const commander = await this.organization.as(incident.team[0]!.person);
    const version = async () => (await commander.get<Board>(path)).version;
    await commander.patch(path, incident.triage, await version());
    for (const to of incident.moves) await commander.post(`${path}/moves`, { to }, await version());
    for (const entry of incident.log) await commander.post(`${path}/entries`, entry);
    for (const task of incident.tasks) await commander.post(`${path}/tasks`, task);
    if (incident.determination)
      await commander.post(`${path}/determinations`, { content: incident.determination });
  }
}
