import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { Severity } from '../domain/severity.js';
import type { KeptReason, ScanChangeKind, ScannedVulnerability } from '../domain/undo-scan.js';
import { severeUses } from '../severe-uses.js';
import { sealFacts, type VulnerabilityFacts } from './scan-changes.js';
import { detailColumn } from './vulnerability-detail.js';

export interface ScanChange extends ScannedVulnerability {
  id: string;
  subjectId: string;
  title: string;
  facts: Buffer | null;
}

export interface ChangePage {
  behind?: string | null;
  limit?: number | null;
  /** Not only to show it: what was before comes along. */
  withFacts?: boolean;
}

type ChangeRow = Omit<ScanChange, 'isRisk' | 'isAssessed' | 'kind'> & {
  kind: ScanChangeKind;
  assetId: string | null;
  severity: Severity | null;
};

/** What an undo has still to look at, in the order of the vulnerabilities. */
export async function changesToUndo(
  tx: ReadTx,
  scanId: string,
  { behind = null, limit = null, withFacts = false }: ChangePage,
): Promise<ScanChange[]> {
  const rows = await tx.query<ChangeRow>(
    `select c.id, c.subject_id as "subjectId", coalesce(v.title, c.title) as title, c.kind, c.version, v.version as "versionNow",
       ${withFacts ? 'c.facts' : 'null'} as facts, v.asset_id as "assetId", v.severity,
       exists (select 1 from vulnerability_event e where e.organization_id = c.organization_id
         and e.vulnerability_id = c.subject_id and e.by_id is not null and e.what <> 'undone' and e.at > c.created_at) as "isDecided"
     from scan_change c left join vulnerability v on v.organization_id = c.organization_id and v.id = c.subject_id
     where c.organization_id = $1 and c.scan_id = $2 and c.kind <> 'host' and c.undone is distinct from 'withdrawn'
       and c.undone is distinct from 'restored' and ($3::uuid is null or c.subject_id > $3)
     order by c.subject_id limit $4`,
    [tx.organizationId, scanId, behind, limit],
  );
  const isSevere = ({ severity }: ChangeRow) => severity === 'critical' || severity === 'high';
  const assetIds = [...new Set(rows.filter(isSevere).flatMap(({ assetId }) => assetId ?? []))];
  const [risky, assessed] = [
    await assetsThat('risk', tx, scanId, assetIds),
    await assetsThat('assessed', tx, scanId, assetIds),
  ];
  return rows.map(({ assetId, severity, ...row }) => {
    const counts = assetId !== null && isSevere({ assetId, severity, ...row });
    return {
      ...row,
      isRisk: counts && risky.has(assetId),
      isAssessed: counts && assessed.has(assetId),
    };
  });
}

/** How many critical ones on assets with ePHI a file found, or found again, that its undo had to leave. */
export async function countCriticalLeft(tx: ReadTx, scanId: string): Promise<number> {
  const [row] = await tx.query<{ left: number }>(
    `select count(*)::int as left from scan_change c
     join vulnerability v on v.organization_id = c.organization_id and v.id = c.subject_id and v.severity = 'critical'
     join asset a on a.organization_id = v.organization_id and a.id = v.asset_id and a.holds_ephi
     where c.organization_id = $1 and c.scan_id = $2 and c.kind in ('created', 'reopened') and c.undone = 'kept'`,
    [tx.organizationId, scanId],
  );
  return row!.left;
}

/** Of these assets, those whose open severe vulnerabilities somebody relied on since the file was taken over. */
async function assetsThat(
  because: 'risk' | 'assessed',
  tx: ReadTx,
  scanId: string,
  assetIds: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  if (assetIds.length === 0) return found;
  const [scan] = await tx.query<{ since: Date }>(
    'select committed_at as since from scan where organization_id = $1 and id = $2',
    [tx.organizationId, scanId],
  );
  for (const use of severeUses()) {
    if (use.because !== because) continue;
    const rows = await tx.query<{ id: string }>(use.sql, [tx.organizationId, assetIds, scan!.since]);
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** Takes vulnerabilities out of the register; what they were stays with the file. */
export async function withdraw(
  tx: WriteTx,
  taken: readonly { change: ScanChange; facts: VulnerabilityFacts }[],
): Promise<void> {
  if (taken.length === 0) return;
  await tx.query(
    `update scan_change c set undone = 'withdrawn', kept_because = null, facts = w.facts
     from (select unnest($2::uuid[]) as id, unnest($3::bytea[]) as facts) w
     where c.organization_id = $1 and c.id = w.id`,
    [
      tx.organizationId,
      taken.map(({ change }) => change.id),
      taken.map(({ change, facts }) => sealFacts(tx, change.id, facts)),
    ],
  );
  await tx.query('delete from vulnerability where organization_id = $1 and id = any ($2::uuid[])', [
    tx.organizationId,
    taken.map(({ change }) => change.subjectId),
  ]);
}

/** Makes vulnerabilities what they were before the file. */
export async function restore(
  tx: WriteTx,
  restored: readonly { change: ScanChange; before: VulnerabilityFacts }[],
): Promise<void> {
  if (restored.length === 0) return;
  const rows = restored.map(({ change, before: { detail, ...before } }) => ({
    id: change.subjectId,
    changeId: change.id,
    ...before,
    detail: detailColumn.seal(tx, change.subjectId, JSON.stringify(detail)).toString('hex'),
    left: change.version,
  }));
  const params = [tx.organizationId, JSON.stringify(rows)];
  await tx.query(RESTORE, [...params, tx.now]);
  await tx.query(MARK_RESTORED, params);
  await tx.query(GIVE_BACK_TO_EARLIER, params);
}

const ROWS = `jsonb_to_recordset($2::jsonb) as r (id uuid, "changeId" uuid, title text, cves text[], severity text, cvss numeric,
    "firstSeenOn" date, "lastSeenOn" date, "absentSinceOn" date, status text, "statusReason" text, "statusBy" uuid, "statusOn" date,
    "lastScanId" uuid, detail text, "left" integer)`;
const RESTORE = `update vulnerability v set title = r.title, cves = r.cves, severity = r.severity, cvss = r.cvss,
    first_seen_on = r."firstSeenOn", last_seen_on = r."lastSeenOn", absent_since_on = r."absentSinceOn", status = r.status,
    status_reason = r."statusReason", status_by = r."statusBy", status_on = r."statusOn", last_scan_id = r."lastScanId",
    detail = decode(r.detail, 'hex'), updated_at = $3, version = v.version + 1
  from ${ROWS} where v.organization_id = $1 and v.id = r.id`;
const MARK_RESTORED = `update scan_change c set undone = 'restored', kept_because = null
  from ${ROWS} where c.organization_id = $1 and c.id = r."changeId"`;
/** An earlier file that left it as it is again can be undone as if nothing had been in between. */
const GIVE_BACK_TO_EARLIER = `update scan_change c set version = r."left" + 1
  from ${ROWS} where c.organization_id = $1 and c.subject_id = r.id and c.version = r."left" - 1 and c.id <> r."changeId"`;

export async function markKept(
  tx: WriteTx,
  kept: readonly { change: ScanChange; because: KeptReason }[],
): Promise<void> {
  if (kept.length === 0) return;
  await tx.query(
    `update scan_change c set undone = 'kept', kept_because = k.because
     from (select unnest($2::uuid[]) as id, unnest($3::text[]) as because) k
     where c.organization_id = $1 and c.id = k.id`,
    [tx.organizationId, kept.map(({ change }) => change.id), kept.map(({ because }) => because)],
  );
}
