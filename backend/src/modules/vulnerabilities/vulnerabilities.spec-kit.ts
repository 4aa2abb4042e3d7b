import type { Agent } from 'supertest';
import type { ScanHostView, ScanRowView, ScanRunView, ScanUndoPlan, ScanView } from './scan.schemas.js';
import type { VulnerabilityView } from './vulnerability.schemas.js';

export type VulnerabilityItem = Omit<
  VulnerabilityView,
  'events' | 'allowedStatuses' | 'description' | 'output' | 'solution'
>;

export const SCAN_HEAD = 'Host,Plugin ID,Name,Risk,CVSS v3.0 Base Score,Port,Last seen';

/** One line of a list under SCAN_HEAD. */
export function scanLine(
  host: string,
  rule: string,
  severity: string,
  seenOn = '2026-03-01',
  port = '443',
): string {
  return [host, rule, `Check ${rule}`, severity, '', port, seenOn].join(',');
}

/** A run of a code scanner: each result with its check and its address. */
export function sarifRun(results: readonly { rule: string; uri: string }[], more: object = {}): object {
  return {
    tool: { driver: { name: 'CodeQL' } },
    results: results.map(({ rule, uri }) => ({
      ruleId: rule,
      level: 'error',
      message: { text: 'x' },
      locations: [{ physicalLocation: { artifactLocation: { uri } } }],
    })),
    ...more,
  };
}

export function sarifLog(...runs: readonly object[]): string {
  return JSON.stringify({ version: '2.1.0', runs });
}

export function uploadScan(agent: Agent, content: string | Buffer, fileName = 'scan.csv') {
  return agent
    .post('/api/v1/scans')
    .attach('file', Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8'), fileName);
}

/** What specs of scans do, as one person. */
export function scansBy(agent: Agent) {
  const seen = ({ version }: { version: number }) => `"v${version}"`;
  const preview = async (content: string | Buffer, scannedOn?: string): Promise<ScanView> => {
    const scan = (await uploadScan(agent, content).expect(201)).body as ScanView;
    if (scannedOn === undefined) return scan;
    const columns = scan.columns.map(({ field }) => field);
    const body = { columns, tool: scan.tool, scannedOn };
    const changed = await agent
      .put(`/api/v1/scans/${scan.id}/reading`)
      .set('If-Match', seen(scan))
      .send(body)
      .expect(200);
    return changed.body as ScanView;
  };
  const commit = (scan: ScanView, more: { isComplete?: boolean; skipUnusable?: boolean } = {}) =>
    agent
      .post(`/api/v1/scans/${scan.id}/commit`)
      .set('If-Match', seen(scan))
      .send({ isComplete: false, skipUnusable: true, ...more });
  return {
    preview,
    commit,
    /** Reads and takes over a list under SCAN_HEAD, scanned on a day. */
    bring: async (
      lines: string[],
      scannedOn: string,
      more: { isComplete?: boolean } = {},
    ): Promise<ScanView> => {
      const scan = await preview([SCAN_HEAD, ...lines].join('\n'), scannedOn);
      return (await commit(scan, more).expect(200)).body as ScanView;
    },
    rows: async (scan: ScanView, query = '') =>
      (
        (await agent.get(`/api/v1/scans/${scan.id}/rows${query}`).expect(200)).body as {
          items: ScanRowView[];
        }
      ).items,
    hosts: async (scan: ScanView) =>
      ((await agent.get(`/api/v1/scans/${scan.id}/hosts`).expect(200)).body as { items: ScanHostView[] })
        .items,
    runs: async (scan: ScanView) =>
      ((await agent.get(`/api/v1/scans/${scan.id}/runs`).expect(200)).body as { items: ScanRunView[] }).items,
    giveRuns: (scan: ScanView, runs: { run: number; assetId: string | null }[]) =>
      agent.put(`/api/v1/scans/${scan.id}/runs`).set('If-Match', seen(scan)).send({ runs }),
    giveHosts: (scan: ScanView, hosts: { host: string; assetId: string | null }[]) =>
      agent.put(`/api/v1/scans/${scan.id}/hosts`).set('If-Match', seen(scan)).send({ hosts }),
    planUndo: async (scan: ScanView) =>
      (await agent.get(`/api/v1/scans/${scan.id}/undo`).expect(200)).body as ScanUndoPlan,
    undo: (scan: ScanView) => agent.post(`/api/v1/scans/${scan.id}/undo`).set('If-Match', seen(scan)),
    list: async (query = '') =>
      (await agent.get(`/api/v1/vulnerabilities${query}`).expect(200)).body as {
        items: VulnerabilityItem[];
        total: number;
        nextCursor: string | null;
        tools: string[];
      },
    show: async (id: string) =>
      (await agent.get(`/api/v1/vulnerabilities/${id}`).expect(200)).body as VulnerabilityView,
    decide: (item: { id: string; version: number }, status: string, reason = '') =>
      agent.patch(`/api/v1/vulnerabilities/${item.id}`).set('If-Match', seen(item)).send({ status, reason }),
  };
}
