import { newId } from '../../../platform/database/new-id.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';

export interface DueMove {
  fromOn: string;
  /** Null where the date was taken away. */
  toOn: string | null;
  reason: string;
}

/** Adds a row; none is ever changed. */
export async function insertDueMove(
  tx: WriteTx,
  actionId: string,
  { fromOn, toOn, reason }: DueMove,
  by: string,
): Promise<void> {
  await tx.query(
    `insert into remediation_due_move (organization_id, id, action_id, from_on, to_on, reason, moved_by, moved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.organizationId, newId(), actionId, fromOn, toOn, reason, by, tx.now],
  );
}
