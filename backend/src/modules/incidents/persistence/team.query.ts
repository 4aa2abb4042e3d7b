import type { ReadTx } from '../../../platform/database/tenant-db.js';

/** An active member who may write: an auditor only looks. */
export async function mayBeOnTeam(tx: ReadTx, memberId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from membership where organization_id = $1 and id = $2 and active and role <> 'auditor'`,
    [tx.organizationId, memberId],
  );
  return rows.length > 0;
}
