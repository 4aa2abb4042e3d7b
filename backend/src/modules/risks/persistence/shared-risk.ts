import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { sqlId } from './sql-ids.js';

/** The newest open risk of this pair that concerns more than one thing. */
export async function sharedRiskOf(
  tx: ReadTx,
  assessmentId: string,
  pairId: string,
): Promise<{ id: string; number: number } | null> {
  const [row] = await tx.query<{ id: string; number: number }>(
    `select ${sqlId('risk', 'r.id')} as id, r.number from risk r
     where r.organization_id = $1 and r.assessment_id = $2 and r.pair_id = $3 and r.status <> 'closed'
       and exists (select 1 from risk_further_subject s where s.organization_id = $1 and s.risk_id = r.id)
     order by r.number desc limit 1`,
    [tx.organizationId, assessmentId, pairId],
  );
  return row ?? null;
}
