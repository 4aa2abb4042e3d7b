import type { DemoOrganization } from './demo-organization.js';
import type { DemoStory } from './demo-story.js';

/** Where the story's assets and flows are now: tag or name to the API's id. */
export interface DemoInventory {
  assets: Map<string, string>;
  flows: Map<string, string>;
}

export async function loadInventory(
  organization: DemoOrganization,
  story: DemoStory,
  officer: string,
): Promise<DemoInventory> {
  const client = await organization.as(officer);
  const { items: sites } = await client.get<{ items: { id: string; name: string }[] }>('/sites');
  const siteIds = new Map(sites.map(({ id, name }) => [name, id]));
  const assets = new Map(
    (await client.all<{ id: string; tag: string }>('/assets')).map(({ id, tag }) => [tag, id]),
  );
  for (const { site, owner, ...facts } of story.assets.filter(({ tag }) => !assets.has(tag))) {
    const siteId = site ? siteIds.get(site) : null;
    const made = await client.post<{ id: string }>('/assets', {
      ...facts,
      siteId,
      ownerId: organization.memberId(owner),
    });
    assets.set(facts.tag, made.id);
  }
  const flows = new Map(
    (await client.all<{ id: string; name: string }>('/data-flows')).map(({ id, name }) => [name, id]),
  );
  const end = (place: { tag: string } | { party: string }) =>
    'tag' in place ? { assetId: assets.get(place.tag), party: null } : { assetId: null, party: place.party };
  for (const { from, to, ...facts } of story.dataFlows.filter(({ name }) => !flows.has(name))) {
    const made = await client.post<{ id: string }>('/data-flows', { ...facts, from: end(from), to: end(to) });
    flows.set(facts.name, made.id);
  }
  return { assets, flows };
}
