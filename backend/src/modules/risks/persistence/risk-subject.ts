import type { ReadTx } from '../../../platform/database/tenant-db.js';

/** Whether that asset or data flow is the organization's own. */
export async function subjectExists(tx: ReadTx, table: 'asset' | 'data_flow', id: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from ${table} where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ]);
  return rows.length > 0;
}
