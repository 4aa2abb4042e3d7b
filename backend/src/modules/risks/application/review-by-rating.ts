import { currentMember } from '../../../platform/context/request-context.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import type { AssessmentPins } from '../persistence/assessment-pins.js';
import { carriedRow, saveReviews } from '../persistence/carried-risk.repository.js';
import type { RiskRecord } from '../persistence/risk.record.js';

const SHORTEST_REASON = 3;

/** To rate a carried risk anew is its review, with the reason for the rating. After the signature reviews stay as signed. */
export async function reviewByRating(
  tx: WriteTx,
  risk: Pick<RiskRecord, 'id' | 'assessmentId'>,
  { status }: Pick<AssessmentPins, 'status'>,
  ratingReason: string,
): Promise<void> {
  if (status !== 'draft' || !(await carriedRow(tx, risk.assessmentId, risk.id))) return;
  const reason = ratingReason.trim();
  if (reason.length < SHORTEST_REASON) {
    throw invalidField(
      'ratingReason',
      'This risk came from an earlier analysis. Say why it is rated so now: that is its review.',
    );
  }
  await saveReviews(tx, [risk.id], { outcome: 'rated-anew', reason, by: currentMember().memberId });
  tx.audit.record({
    action: 'risk.reviewed',
    target: { type: 'risk', id: risk.id },
    parent: { type: 'assessment', id: risk.assessmentId },
    detail: { outcome: 'rated-anew' },
  });
}
