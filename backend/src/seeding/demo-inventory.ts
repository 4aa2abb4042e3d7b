import type { DemoClient } from './demo-client.js';
import type { DemoOrganization } from './demo-organization.js';
import type { DemoStory, DemoVendor } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

/** The story's vendors, assets and flows as far as they were there at a day; what is there already stays. */
export class DemoInventory {
  /** Tag to the API's id. */
  readonly assets = new Map<string, string>();
  /** Name to the API's id. */
  readonly flows = new Map<string, string>();
  private readonly vendors = new Map<string, string>();

  constructor(
    private readonly organization: DemoOrganization,
    private readonly story: DemoStory,
    private readonly officer: string,
    private readonly clock: SeedClock,
  ) {}

  async growUntil(daysAgo: number): Promise<void> {
    const client = await this.organization.as(this.officer);
    const before = this.story.assessments[0]!.startedDaysAgo + 7;
    const day = ({ addedDaysAgo = before }: { addedDaysAgo?: number }) => addedDaysAgo;
    await this.readKnown(client);
    const sites = await this.sites(client);
    for (const vendor of this.story.vendors.filter(({ name }) => !this.vendors.has(name))) {
      if (day(vendor) < daysAgo) continue;
      this.clock.goTo(day(vendor));
      await this.addVendor(client, vendor);
    }
    for (const asset of this.story.assets.filter(({ tag }) => !this.assets.has(tag))) {
      if (day(asset) < daysAgo) continue;
      this.clock.goTo(day(asset));
      await this.addAsset(client, asset, sites);
    }
    for (const flow of this.story.dataFlows.filter(({ name }) => !this.flows.has(name))) {
      if (day(flow) < daysAgo) continue;
      this.clock.goTo(day(flow));
      await this.addFlow(client, flow);
    }
  }

  private async readKnown(client: DemoClient): Promise<void> {
    for (const { id, tag } of await client.all<{ id: string; tag: string }>('/assets'))
      this.assets.set(tag, id);
    for (const { id, name } of await client.all<{ id: string; name: string }>('/data-flows'))
      this.flows.set(name, id);
    for (const { id, name } of await client.all<{ id: string; name: string }>('/vendors'))
      this.vendors.set(name, id);
  }

  private async sites(client: DemoClient): Promise<Map<string, string>> {
    const { items } = await client.get<{ items: { id: string; name: string }[] }>('/sites');
    return new Map(items.map(({ id, name }) => [name, id]));
  }

  private async addVendor(
    client: DemoClient,
    { signedDaysAgo, endsInDays, addedDaysAgo: _, ...facts }: DemoVendor,
  ): Promise<void> {
    const date = (days: number | undefined) =>
      days === undefined ? null : this.clock.dateIn(days, this.story.organization.timeZone);
    const made = await client.post<{ id: string }>('/vendors', {
      ...facts,
      agreementSignedOn: date(signedDaysAgo === undefined ? undefined : -signedDaysAgo),
      agreementEndsOn: date(endsInDays),
    });
    this.vendors.set(facts.name, made.id);
  }

  private async addAsset(
    client: DemoClient,
    { site, owner, addedDaysAgo: _, disposal, ...facts }: DemoStory['assets'][number],
    sites: Map<string, string>,
  ): Promise<void> {
    const made = await client.post<{ id: string }>('/assets', {
      ...facts,
      siteId: site ? sites.get(site) : null,
      ownerId: this.organization.memberId(owner),
    });
    this.assets.set(facts.tag, made.id);
    if (!disposal) return;
    const { doneDaysAgo, ...record } = disposal;
    const doneOn = this.clock.dateIn(-doneDaysAgo, this.story.organization.timeZone);
    await client.post(`/assets/${made.id}/sanitizations`, { purpose: 'disposal', ...record, doneOn }, 1);
  }

  private async addFlow(
    client: DemoClient,
    { from, to, addedDaysAgo: _, ...facts }: DemoStory['dataFlows'][number],
  ): Promise<void> {
    const end = (place: typeof from) => {
      if ('tag' in place) return { assetId: this.assets.get(place.tag) };
      return 'vendor' in place ? { vendorId: this.vendors.get(place.vendor) } : { party: place.party };
    };
    const made = await client.post<{ id: string }>('/data-flows', { ...facts, from: end(from), to: end(to) });
    this.flows.set(facts.name, made.id);
  }
}
