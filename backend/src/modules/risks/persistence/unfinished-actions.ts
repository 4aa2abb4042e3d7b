import type { ReadTx } from '../../../platform/database/tenant-db.js';

/** How many actions against a risk are planned or under way. */
export async function unfinishedActionsOf(tx: ReadTx, riskId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from remediation_action
     where organization_id = $1 and risk_id = $2 and status in ('planned', 'in-progress')`,
    [tx.organizationId, riskId],
  );
  return row!.count;
}
