import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { namedAssets } from '../../inventory/index.js';
import { hostBefore } from './scan-changes.js';

interface HostChange {
  id: string;
  subjectId: string;
  facts: Buffer | null;
}

/** Hosts of which nobody said anything else since. */
function hostChanges(tx: ReadTx, scanId: string): Promise<HostChange[]> {
  return tx.query<HostChange>(
    `select c.id, c.subject_id as "subjectId", c.facts from scan_change c
     join scan s on s.organization_id = c.organization_id and s.id = c.scan_id
     join scan_host h on h.organization_id = c.organization_id and h.id = c.subject_id and h.given_at = s.committed_at
     where c.organization_id = $1 and c.scan_id = $2 and c.kind = 'host' and c.undone is null order by c.subject_id`,
    [tx.organizationId, scanId],
  );
}

export async function countHostsToForget(tx: ReadTx, scanId: string): Promise<number> {
  return (await hostChanges(tx, scanId)).length;
}

/** What the file made known of hosts is forgotten, or is again what was known before; else the next file errs again. */
export async function forgetHosts(tx: WriteTx, scanId: string): Promise<void> {
  const changes = (await hostChanges(tx, scanId)).map((change) => ({
    ...change,
    before: hostBefore(tx, change),
  }));
  const ids = changes.flatMap(({ before }) => before?.assetId ?? []);
  const standing = new Set((await namedAssets(tx, ids)).map(({ id }) => id));
  const again = changes.flatMap(({ subjectId, before }) =>
    before && standing.has(before.assetId) ? [{ id: subjectId, ...before }] : [],
  );
  const kept = new Set(again.map(({ id }) => id));
  await tx.query('delete from scan_host where organization_id = $1 and id = any ($2::uuid[])', [
    tx.organizationId,
    changes.flatMap(({ subjectId }) => (kept.has(subjectId) ? [] : [subjectId])),
  ]);
  await tx.query(
    `update scan_host h set asset_id = r."assetId", given_by = r."givenBy", given_at = r."givenAt"
     from jsonb_to_recordset($2::jsonb) as r (id uuid, "assetId" uuid, "givenBy" uuid, "givenAt" timestamptz)
     where h.organization_id = $1 and h.id = r.id`,
    [tx.organizationId, JSON.stringify(again)],
  );
  // An earlier file that made it known so can forget it, if it was undone before this one.
  await tx.query(
    `update scan_change c set undone = null, kept_because = null
     from jsonb_to_recordset($2::jsonb) as r (id uuid, "givenAt" timestamptz), scan s
     where c.organization_id = $1 and c.kind = 'host' and c.undone = 'kept' and c.subject_id = r.id
       and s.organization_id = $1 and s.id = c.scan_id and s.committed_at = r."givenAt"`,
    [tx.organizationId, JSON.stringify(again)],
  );
  // Hosts that a later file gave to an asset stay as that person said.
  await tx.query(
    `update scan_change set undone = case when subject_id = any ($3::uuid[]) then 'restored'
         when subject_id = any ($4::uuid[]) then 'withdrawn' else 'kept' end,
       kept_because = case when subject_id = any ($4::uuid[]) then null else 'later-scan' end
     where organization_id = $1 and scan_id = $2 and kind = 'host' and undone is null`,
    [tx.organizationId, scanId, [...kept], changes.map(({ subjectId }) => subjectId)],
  );
}
