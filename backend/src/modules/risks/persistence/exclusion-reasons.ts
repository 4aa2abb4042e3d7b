import type { ReadTx } from '../../../platform/database/tenant-db.js';

/** The assets that are left out of an analysis, each with its reason. */
export async function exclusionReasons(tx: ReadTx, assessmentId: string): Promise<Map<string, string>> {
  const rows = await tx.query<{ asset_id: string; reason: string }>(
    'select asset_id, reason from assessment_exclusion where organization_id = $1 and assessment_id = $2',
    [tx.organizationId, assessmentId],
  );
  return new Map(rows.map(({ asset_id, reason }) => [asset_id, reason]));
}
