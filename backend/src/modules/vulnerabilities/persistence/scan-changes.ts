import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { ScanChangeKind } from '../domain/undo-scan.js';
import type { Severity } from '../domain/severity.js';
import type { VulnerabilityStatus } from '../domain/vulnerability.js';
import { openDetail, type VulnerabilityDetail } from './vulnerability-detail.js';

/** Few enough for one statement, enough for speed. */
export const BATCH = 500;

/** The whole vulnerability with what the scanner quoted; or which asset a host was, and by whom. */
const changeFacts = encryptedColumn('scan_change', 'facts');

/** A vulnerability as it stood, apart from what never changes. */
export interface VulnerabilityFacts {
  assetId: string;
  tool: string;
  ruleId: string;
  title: string;
  cves: string[];
  severity: Severity;
  cvss: string | null;
  firstSeenOn: CalendarDate;
  lastSeenOn: CalendarDate;
  absentSinceOn: CalendarDate | null;
  status: VulnerabilityStatus;
  statusReason: string;
  statusBy: string | null;
  statusOn: CalendarDate | null;
  lastScanId: string;
  detail: VulnerabilityDetail;
}

/** Which asset a host was before a file. */
export interface HostFacts {
  assetId: string;
  givenBy: string;
  givenAt: string;
}

export interface StandingVulnerability {
  id: string;
  version: number;
  facts: VulnerabilityFacts;
}

type StandingRow = Omit<VulnerabilityFacts, 'detail'> & { id: string; version: number; detail: Buffer };

/** These vulnerabilities as they stand, by id. */
export async function standing(
  tx: ReadTx,
  ids: readonly string[],
): Promise<Map<string, StandingVulnerability>> {
  const rows = await tx.query<StandingRow>(
    `select id, asset_id as "assetId", tool, rule_id as "ruleId", title, cves, severity, cvss, first_seen_on::text as "firstSeenOn",
       last_seen_on::text as "lastSeenOn", absent_since_on::text as "absentSinceOn", status, status_reason as "statusReason",
       status_by as "statusBy", status_on::text as "statusOn", last_scan_id as "lastScanId", detail, version
     from vulnerability where organization_id = $1 and id = any ($2::uuid[])`,
    [tx.organizationId, ids],
  );
  const known = rows.map(({ id, version, detail, ...facts }) => {
    return { id, version, facts: { ...facts, detail: openDetail(tx, id, detail) } };
  });
  return new Map(known.map((one) => [one.id, one]));
}

interface NewScanChange {
  subjectId: string;
  title: string;
  kind: ScanChangeKind | 'host';
  version: number;
  before: VulnerabilityFacts | HostFacts | null;
}

async function addChanges(tx: WriteTx, scanId: string, changes: readonly NewScanChange[]): Promise<void> {
  for (let start = 0; start < changes.length; start += BATCH) {
    const rows = changes.slice(start, start + BATCH).map(({ before, ...change }) => {
      const id = newId();
      const facts = before && changeFacts.seal(tx, id, JSON.stringify(before)).toString('hex');
      return { id, ...change, facts };
    });
    await tx.query(
      `insert into scan_change (organization_id, id, scan_id, subject_id, title, kind, version, facts, created_at)
       select $1, r.id, $3, r."subjectId", r.title, r.kind, r.version, decode(r.facts, 'hex'), $4
       from jsonb_to_recordset($2::jsonb) as r (id uuid, "subjectId" uuid, title text, kind text, version integer, facts text)`,
      [tx.organizationId, JSON.stringify(rows), scanId, tx.now],
    );
  }
}

/** Notes what a file makes. */
export function noteCreated(
  tx: WriteTx,
  scanId: string,
  made: readonly { id: string; title: string }[],
): Promise<void> {
  const created = made.map(({ id, title }) => ({
    subjectId: id,
    title,
    kind: 'created' as const,
    version: 1,
    before: null,
  }));
  return addChanges(tx, scanId, created);
}

/** Notes what a file is about to change, with what it is now. */
export async function noteChanged(
  tx: WriteTx,
  scanId: string,
  changed: readonly { id: string; isReopened: boolean }[],
): Promise<void> {
  for (let start = 0; start < changed.length; start += BATCH) {
    const batch = changed.slice(start, start + BATCH);
    const known = await standing(
      tx,
      batch.map(({ id }) => id),
    );
    const rows = batch.map(({ id, isReopened }): NewScanChange => {
      const { facts, version } = known.get(id)!;
      const kind = isReopened ? 'reopened' : 'changed';
      return { subjectId: id, title: facts.title, kind, version: version + 1, before: facts };
    });
    await addChanges(tx, scanId, rows);
  }
}

/** Notes whose hosts a file makes known, each with what was remembered of it before. */
export function noteHosts(
  tx: WriteTx,
  scanId: string,
  hosts: readonly { id: string; before: HostFacts | null }[],
): Promise<void> {
  const rows = hosts.map(({ id, before }) => ({
    subjectId: id,
    title: '',
    kind: 'host' as const,
    version: 1,
    before,
  }));
  return addChanges(tx, scanId, rows);
}

export function sealFacts(tx: ReadTx, changeId: string, facts: VulnerabilityFacts): Buffer {
  return changeFacts.seal(tx, changeId, JSON.stringify(facts));
}

export function factsBefore(tx: ReadTx, change: { id: string; facts: Buffer | null }): VulnerabilityFacts {
  if (!change.facts) throw new Error('what a vulnerability was before was not kept');
  return JSON.parse(changeFacts.open(tx, change.id, change.facts)) as VulnerabilityFacts;
}

export function hostBefore(tx: ReadTx, change: { id: string; facts: Buffer | null }): HostFacts | null {
  const opened = changeFacts.openOrNull(tx, change.id, change.facts);
  return opened === null ? null : (JSON.parse(opened) as HostFacts);
}
