import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { sqlId, sqlInstant } from './sql-ids.js';

export interface ExclusionItem {
  assetId: string;
  tag: string;
  name: string;
  kind: string;
  holdsEphi: boolean;
  reason: string;
  createdAt: string;
}

export async function excludedAssetIds(tx: ReadTx, assessmentId: string): Promise<Set<string>> {
  const rows = await tx.query<{ asset_id: string }>(
    'select asset_id from assessment_exclusion where organization_id = $1 and assessment_id = $2',
    [tx.organizationId, assessmentId],
  );
  return new Set(rows.map((row) => row.asset_id));
}

export function listExclusions(tx: ReadTx, assessmentId: string): Promise<ExclusionItem[]> {
  return tx.query<ExclusionItem>(
    `select ${sqlId('asset', 'a.id')} as "assetId", a.tag, a.name, a.kind, a.holds_ephi as "holdsEphi", x.reason,
       ${sqlInstant('x.created_at')} as "createdAt"
     from assessment_exclusion x join asset a on a.organization_id = x.organization_id and a.id = x.asset_id
     where x.organization_id = $1 and x.assessment_id = $2 order by lower(a.name), a.id limit 10000`,
    [tx.organizationId, assessmentId],
  );
}

export async function saveExclusion(
  tx: WriteTx,
  assessmentId: string,
  assetId: string,
  reason: string,
): Promise<void> {
  await tx.query(
    `insert into assessment_exclusion (organization_id, assessment_id, asset_id, reason) values ($1, $2, $3, $4)
     on conflict (organization_id, assessment_id, asset_id) do update set reason = excluded.reason`,
    [tx.organizationId, assessmentId, assetId, reason],
  );
}

/** What the analysis before this one left out, with the reasons; answers the ids of the assets. */
export async function carryExclusions(
  tx: WriteTx,
  previousId: string,
  assessmentId: string,
): Promise<string[]> {
  const rows = await tx.query<{ asset_id: string }>(
    `insert into assessment_exclusion (organization_id, assessment_id, asset_id, reason)
     select organization_id, $3, asset_id, reason from assessment_exclusion where organization_id = $1 and assessment_id = $2
     returning asset_id`,
    [tx.organizationId, previousId, assessmentId],
  );
  return rows.map((row) => row.asset_id);
}

/** Answers whether there was one. */
export async function removeExclusion(tx: WriteTx, assessmentId: string, assetId: string): Promise<boolean> {
  const rows = await tx.query(
    'delete from assessment_exclusion where organization_id = $1 and assessment_id = $2 and asset_id = $3 returning asset_id',
    [tx.organizationId, assessmentId, assetId],
  );
  return rows.length > 0;
}

/** Risks of this analysis about the asset, or about a data flow from or to it, that are not closed. */
export async function openRisksAbout(tx: ReadTx, assessmentId: string, assetId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from risk r
     left join data_flow f on f.organization_id = r.organization_id and f.id = r.data_flow_id
     where r.organization_id = $1 and r.assessment_id = $2 and r.status <> 'closed'
       and ($3::uuid in (r.asset_id, f.from_asset_id, f.to_asset_id) or exists (select 1 from risk_further_subject s
         left join data_flow w on w.organization_id = $1 and w.id = s.data_flow_id
         where s.organization_id = $1 and s.risk_id = r.id and $3::uuid in (s.asset_id, w.from_asset_id, w.to_asset_id)))`,
    [tx.organizationId, assessmentId, assetId],
  );
  return row!.count;
}
