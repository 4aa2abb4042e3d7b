import type { DemoClient } from './demo-client.js';
import type { DemoInventory } from './demo-inventory.js';
import type { DemoOrganization } from './demo-organization.js';
import type { DemoScan, DemoStory } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

interface ScanBody {
  id: string;
  version: number;
  tool: string;
  columns: { field: string | null }[];
}

/** Brings the scans of a story in, on its days, and decides on what they found; what is there already stays. */
export class DemoScanLoader {
  constructor(
    private readonly organization: DemoOrganization,
    private readonly story: DemoStory,
    private readonly inventory: DemoInventory,
    private readonly officer: string,
    private readonly clock: SeedClock,
  ) {}

  async load(): Promise<void> {
    const client = await this.organization.as(this.officer);
    const { items } = await client.get<{ items: { fileName: string; status: string }[] }>('/scans');
    const known = new Set(
      items.filter(({ status }) => status === 'committed').map(({ fileName }) => fileName),
    );
    for (const scan of (this.story.scans ?? []).filter(({ fileName }) => !known.has(fileName))) {
      this.clock.goTo(scan.daysAgo);
      await this.bring(client, scan);
      await this.decide(client, scan);
    }
  }

  private async bring(client: DemoClient, scan: DemoScan): Promise<void> {
    const read = await client.post<ScanBody>('/scans', {
      fileName: scan.fileName,
      content: scan.sarif ? JSON.stringify(scan.sarif) : (scan.rows ?? []).join('\n'),
    });
    const dated = await client.put<ScanBody>(
      `/scans/${read.id}/reading`,
      {
        columns: read.columns.map(({ field }) => field),
        tool: read.tool,
        scannedOn: this.clock.dateIn(-scan.daysAgo, this.story.organization.timeZone),
      },
      read.version,
    );
    const hosts = Object.entries(scan.hosts).map(([host, tag]) => ({
      host,
      assetId: this.inventory.assets.get(tag),
    }));
    const given =
      hosts.length === 0
        ? dated
        : await client.put<ScanBody>(`/scans/${read.id}/hosts`, { hosts }, dated.version);
    const whole = await this.giveRuns(client, scan, given);
    const how = { isComplete: scan.isComplete, skipUnusable: false };
    await client.post(`/scans/${read.id}/commit`, how, whole.version);
  }

  private async giveRuns(client: DemoClient, scan: DemoScan, read: ScanBody): Promise<ScanBody> {
    const runs = Object.entries(scan.runs ?? {}).map(([run, tag]) => ({
      run: Number(run),
      assetId: this.inventory.assets.get(tag),
    }));
    return runs.length === 0 ? read : client.put<ScanBody>(`/scans/${read.id}/runs`, { runs }, read.version);
  }

  private async decide(client: DemoClient, { decisions }: DemoScan): Promise<void> {
    const found = await client.all<{ id: string; version: number; ruleId: string }>(
      '/vulnerabilities?status=open',
    );
    for (const { rule, status, reason } of decisions) {
      const { id, version } = found.find(({ ruleId }) => ruleId === rule)!;
      await client.patch(`/vulnerabilities/${id}`, { status, reason }, version);
    }
  }
}
