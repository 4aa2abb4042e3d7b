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

export async function riskOfFinding(tx: ReadTx, findingId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'select id from risk where organization_id = $1 and finding_id = $2',
    [tx.organizationId, findingId],
  );
  return row?.id ?? null;
}
