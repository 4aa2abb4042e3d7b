import type { WriteTx } from '../../../platform/database/tenant-db.js';

/**
 * The next number of the organization's register or plan. Others who enter something wait until this transaction
 * ends, so that no number is given twice; the index answers the highest one at once.
 */
export async function takeNumbers(tx: WriteTx, table: 'risk' | 'remediation_action'): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 164))', [
    `${table}|${tx.organizationId}`,
  ]);
  const [row] = await tx.query<{ next: number }>(
    `select coalesce(max(number), 0) + 1 as next from ${table} where organization_id = $1`,
    [tx.organizationId],
  );
  return row!.next;
}
