import { currentMember } from '../../../platform/context/request-context.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import type { AssessmentPins } from '../persistence/assessment-pins.js';
import { carriedRow, saveReviews } from '../persistence/carried-risk.repository.js';
import type { RiskRecord } from '../persistence/risk.record.js';

const SHORTEST_REASON = 3;

export interface RatingReasons {
  before: string;
  now: string;
  /** Said by the check of a fix instead. */
  ofFix?: string | undefined;
}

/**
 * To rate a carried risk anew is its review, with the reason for the rating: for the first time in this analysis with
 * another reason than the one that came along. After the signature reviews stay as signed.
 */
export async function reviewByRating(
  tx: WriteTx,
  risk: Pick<RiskRecord, 'id' | 'assessmentId'>,
  { status }: Pick<AssessmentPins, 'status'>,
  reasons: RatingReasons,
): Promise<void> {
  const carried = status === 'draft' ? await carriedRow(tx, risk.assessmentId, risk.id) : null;
  if (!carried) return;
  const reason = (reasons.ofFix ?? reasons.now).trim();
  if (reason.length < SHORTEST_REASON) {
    throw invalidField(
      'ratingReason',
      'This risk came from an earlier analysis. Say why it is rated so now: that is its review.',
    );
  }
  if (reasons.ofFix === undefined && !carried.isReviewed && reason === reasons.before.trim()) {
    throw invalidField(
      'ratingReason',
      'The reason is the same as before. This risk came from an earlier analysis: say why it is rated so now. That is its review.',
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
