import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { coverUntil, takeTurn } from '../persistence/change-rows.js';
import { handedInOn } from '../persistence/standing.query.js';
import { followChanges } from './change-review.js';
import { noticeEndedAgreements } from './notice-ended-agreements.js';

/**
 * An analysis was signed: what was recorded until it was handed in belongs to it, decided or not. What came afterwards
 * nobody has analysed, and waits for its decision. Called while the analysis is held, before its next review is planned.
 */
export async function coverChanges(tx: WriteTx, assessmentId: string, handedInAt: Date): Promise<void> {
  await takeTurn(tx);
  const changes = await coverUntil(tx, assessmentId, handedInAt);
  if (changes > 0)
    tx.audit.record({
      action: 'change.covered',
      target: { type: 'assessment', id: assessmentId },
      detail: { changes },
    });
  // What ended by itself since the hand-in and is not noted yet would lie before the day from which the next look begins.
  const since = await handedInOn(tx, assessmentId);
  while (since !== null && (await noticeEndedAgreements(tx, since)).mayBeMore) continue;
  await followChanges(tx);
}
