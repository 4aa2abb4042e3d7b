import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { takeTurn, undecideTakenInto } from '../persistence/change-rows.js';
import { followChanges } from './change-review.js';

/** An analysis was withdrawn: what was taken into it waits for its decision again. Called while the analysis is held. */
export async function giveChangesBack(tx: WriteTx, assessmentId: string): Promise<void> {
  await takeTurn(tx);
  const ids = await undecideTakenInto(tx, assessmentId);
  for (const id of ids)
    tx.audit.record({
      action: 'change.given-back',
      target: { type: 'environment-change', id },
      parent: { type: 'assessment', id: assessmentId },
      changes: { decision: { from: 'taken-in', to: null } },
    });
  if (ids.length > 0) await followChanges(tx);
}
