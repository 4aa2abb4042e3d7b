import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { AssessmentStatus } from '../domain/assessment-status.js';

/** The drafts, which stay drafts until this transaction ends. There is seldom more than one. */
export async function draftIds(tx: WriteTx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from assessment where organization_id = $1 and status = 'draft' order by id limit 50 for share`,
    [tx.organizationId],
  );
  return rows.map(({ id }) => id);
}

/** The same for a look that holds none of them. */
export async function openDraftIds(tx: ReadTx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from assessment where organization_id = $1 and status = 'draft' order by id limit 1000`,
    [tx.organizationId],
  );
  return rows.map(({ id }) => id);
}

/** How the newest assessment stands that was not withdrawn; null: there is none. */
export async function newestStatus(tx: ReadTx): Promise<AssessmentStatus | null> {
  const [row] = await tx.query<{ status: AssessmentStatus }>(
    `select status from assessment where organization_id = $1 and status <> 'withdrawn' order by started_on desc, id desc limit 1`,
    [tx.organizationId],
  );
  return row?.status ?? null;
}
