import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { RecordRow } from './review-list.js';
import { reviewReason } from './review-rows.js';

export interface LastReason {
  /** Why, in words, whichever way somebody looked at it. */
  reason: string;
  /** SHA-256 of the record as it was looked at; null where no state was kept. */
  stateHash: string | null;
}

interface Row {
  id: string;
  reviewId: string | null;
  sealed: Buffer | null;
  stateHash: string | null;
  words: string | null;
}

/** What the last look at each of these records said, by the id of the record. */
export async function lastReasons(
  tx: ReadTx,
  records: readonly Pick<RecordRow, 'type' | 'id' | 'source'>[],
): Promise<ReadonlyMap<string, LastReason>> {
  const asked = records.flatMap(({ type, id, source }) => (source ? [{ type, id, source }] : []));
  if (asked.length === 0) return new Map();
  const rows = await tx.query<Row>(
    `select x.id, w.id as "reviewId", w.reason as sealed, w.state_hash as "stateHash",
       case x.source when 'carried' then (select c.reason from carried_risk c where c.organization_id = $1 and c.risk_id = x.id
           and c.reviewed_at is not null order by c.reviewed_at desc limit 1)
         when 'rating' then (select r.rating_reason from risk r where r.organization_id = $1 and r.id = x.id) end as words
     from jsonb_to_recordset($2::jsonb) as x(type text, id uuid, source text)
     left join record_last_review l on x.source = 'review' and l.organization_id = $1 and l.record_type = x.type
       and l.record_id = x.id
     left join record_review w on w.organization_id = $1 and w.id = l.review_id`,
    [tx.organizationId, JSON.stringify(asked)],
  );
  return new Map(
    rows.map(({ id, reviewId, sealed, stateHash, words }) => {
      const opened = reviewId === null ? null : reviewReason.openOrNull(tx, reviewId, sealed);
      return [id, { reason: words ?? opened ?? '', stateHash }];
    }),
  );
}
