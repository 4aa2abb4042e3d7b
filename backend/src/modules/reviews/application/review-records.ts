import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { REVIEWED_TYPES } from '../domain/record-kinds.js';
import { reviewResult, type ReviewResult } from '../domain/review-refusal.js';
import { holdRecords, insertReviews, takeTurn, type HeldRecord } from '../persistence/review-rows.js';
import { recordIdOf } from '../record-id.js';
import type { ReviewedRecords, ReviewRecordsRequest } from '../reviews.schemas.js';
import { followReviews } from './follow-reviews.js';
import { mayReview } from './record-access.js';
import { hashOfState } from './state-hash.js';

/**
 * Somebody looked at records and says why each is still right, or that it needs a change. 45 CFR 164.306(e) and
 * 164.316(b)(2)(iii): a date alone is no review. What cannot be reviewed is named and left as it is; the others are.
 */
@Injectable()
export class ReviewRecords {
  constructor(private readonly db: TenantDb) {}

  execute({ records, outcome, reason }: ReviewRecordsRequest): Promise<ReviewedRecords> {
    return this.db.write(async (tx) => {
      await takeTurn(tx);
      const held = await hold(tx, records);
      const results = records.map(({ id: ref, version }) => {
        const record = held.get(ref.id);
        const isAllowed = mayReview(ref.type);
        const result = isAllowed ? reviewResult(record, version, outcome) : ('not-allowed' as const);
        return { ref, record, result };
      });
      const reviewed = new Map(
        results.flatMap(({ record, result }) =>
          record && result === 'reviewed' ? [[record.id, record]] : [],
        ),
      );
      if (reviewed.size === 0) throw refused(results[0]!.result, results[0]!.ref.type);
      await insertReviews(
        tx,
        { outcome, reason, by: currentMember().memberId },
        [...reviewed.values()].map(({ type, id: recordId, version, state }) => ({
          type,
          recordId,
          version,
          state,
          stateHash: hashOfState(state),
        })),
      );
      for (const { type, id } of reviewed.values())
        tx.audit.record({ action: 'record.reviewed', target: { type, id }, detail: { outcome } });
      await followReviews(tx, [...new Set([...reviewed.values()].map(({ ownerId }) => ownerId))]);
      return {
        items: results.map(({ ref, record, result }) => ({
          id: recordIdOf(ref),
          name: result === 'not-allowed' ? '' : (record?.name ?? ''),
          result,
        })),
        reviewed: reviewed.size,
      };
    });
  }
}

/** Table by table, and in each by id, as everybody does who holds several. */
async function hold(
  tx: WriteTx,
  asked: ReviewRecordsRequest['records'],
): Promise<ReadonlyMap<string, HeldRecord>> {
  const held = new Map<string, HeldRecord>();
  for (const type of REVIEWED_TYPES.filter(mayReview)) {
    const ids = asked.filter(({ id: ref }) => ref.type === type).map(({ id: ref }) => ref.id);
    for (const record of ids.length > 0 ? await holdRecords(tx, type, ids) : []) held.set(record.id, record);
  }
  return held;
}

function refused(result: ReviewResult, type: HeldRecord['type']): DomainError {
  switch (result) {
    case 'not-found':
      return notFound(type);
    case 'changed-meanwhile':
      return stale(type);
    case 'not-allowed':
      return new DomainError(
        'review.not-allowed',
        'forbidden',
        'Whoever may change such a record may review it.',
      );
    case 'ended':
      return new DomainError('review.ended', 'conflict', 'It has ended: nobody needs to review it any more.');
    case 'not-changed-yet':
      return new DomainError(
        'review.not-changed-yet',
        'conflict',
        'Its last review says that it needs a change, and nothing was changed since. Change it first, then review it.',
      );
    case 'reviewed':
      throw new Error('what is reviewed is not refused');
  }
}
