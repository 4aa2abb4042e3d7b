import type { DemoOrganization } from './demo-organization.js';
import type { DemoScale, DemoStory } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

interface ScaleBody {
  id: string;
  title: string;
  version: number;
}

/** Makes the organization's own scales, each by two people; what is there already stays. */
export async function loadDemoScales(
  organization: DemoOrganization,
  story: DemoStory,
  clock: SeedClock,
): Promise<void> {
  for (const scale of story.scales ?? []) {
    const officer = await organization.as(scale.proposedBy);
    const known = await officer.all<ScaleBody>('/risk-scales');
    if (known.some(({ title }) => title === scale.title)) continue;
    clock.goTo(scale.daysAgo);
    const proposed = await proposedBy(officer, scale);
    const approver = await organization.as(scale.adoptedBy);
    await approver.post(`/risk-scales/${proposed.id}/adoption`, {}, proposed.version);
  }
}

async function proposedBy(
  officer: Awaited<ReturnType<DemoOrganization['as']>>,
  { title, reason, from, content }: DemoScale,
): Promise<ScaleBody> {
  const draft = await officer.post<ScaleBody>('/risk-scales', { from: { packScale: from }, title, reason });
  const path = `/risk-scales/${draft.id}`;
  const whole = await officer.patch<ScaleBody>(path, { content }, draft.version);
  return officer.post<ScaleBody>(`${path}/proposal`, {}, whole.version);
}
