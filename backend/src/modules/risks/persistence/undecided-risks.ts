import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { UNPLANNED } from './unplanned.js';

export interface UndecidedRisks {
  /** Carried from an earlier analysis, and not reviewed in this one. */
  toReview: number;
  /** Nobody said yet what is done about them. */
  untreated: number;
  unowned: number;
  /** Open and to be reduced, and no action says how. What is treated needs none. */
  unplanned: number;
}

/**
 * What is still to decide in the register of an assessment; closed risks ask for nothing.
 */
export async function undecidedRisks(tx: ReadTx, assessmentId: string): Promise<UndecidedRisks> {
  const [row] = await tx.query<UndecidedRisks>(
    `select count(*) filter (where r.id in (select c.risk_id from carried_risk c
              where c.organization_id = $1 and c.assessment_id = $2 and c.reviewed_at is null))::int as "toReview",
            count(*) filter (where r.treatment is null)::int as untreated,
            count(*) filter (where r.owner_id is null)::int as unowned,
            count(*) filter (where ${UNPLANNED})::int as unplanned
     from risk r where r.organization_id = $1 and r.assessment_id = $2 and r.status <> 'closed'`,
    [tx.organizationId, assessmentId],
  );
  return row!;
}
