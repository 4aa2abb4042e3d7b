import type { ReadTx } from '../../../platform/database/tenant-db.js';

/**
 * SQL for the analysis that register and home are about; `$1` is the organization. One with open risks stands before one
 * that was only begun, then the newest; a withdrawn one never.
 */
export const currentAssessment = (columns: string): string => `select ${columns} from assessment
  where organization_id = $1 and status <> 'withdrawn'
  order by exists (select 1 from risk k where k.organization_id = assessment.organization_id
    and k.assessment_id = assessment.id and k.status <> 'closed') desc, assessment.started_on desc, assessment.id desc limit 1`;

/** The analyses that were withdrawn: what is in them has left the register. Mostly none. */
export async function withdrawnIds(tx: ReadTx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from assessment where organization_id = $1 and status = 'withdrawn' order by id`,
    [tx.organizationId],
  );
  return rows.map(({ id }) => id);
}
