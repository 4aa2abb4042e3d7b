import type { ReadTx } from '../../../platform/database/tenant-db.js';

/** Of a finding, what a risk or an action is made from. */
export async function findingForRisk(
  tx: ReadTx,
  id: string,
): Promise<{ assessmentId: string; title: string; detail: string } | null> {
  const [row] = await tx.query<{ assessmentId: string; title: string; detail: string }>(
    'select assessment_id as "assessmentId", title, detail from finding where organization_id = $1 and id = $2',
    [tx.organizationId, id],
  );
  return row ?? null;
}

/**
 * SQL for the id of the risk of a finding `r`: the one that was made of it, else the one that was carried into its
 * analysis and was made of the same finding of an earlier one. `$1` is the organization.
 */
export const RISK_OF_FINDING = `(select k.id from finding o
    join risk k on k.organization_id = o.organization_id and k.finding_id = o.id
    where o.organization_id = $1 and o.source = r.source and o.source_key = r.source_key
      and (o.id = r.id or k.assessment_id = r.assessment_id)
    order by o.id = r.id desc, k.id limit 1)`;

export async function riskOfFinding(tx: ReadTx, findingId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string | null }>(
    `select ${RISK_OF_FINDING} as id from finding r where r.organization_id = $1 and r.id = $2`,
    [tx.organizationId, findingId],
  );
  return row?.id ?? null;
}
