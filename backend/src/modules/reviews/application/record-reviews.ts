import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { RECORD_REVIEW_CITATION } from '../domain/review-term.js';
import { lastReasons, type LastReason } from '../persistence/last-reasons.query.js';
import { countDueRecords, pageOfRecords, reviewableRecord } from '../persistence/review-list.js';
import { reviewsOf } from '../persistence/review-rows.js';
import type { RecordRef } from '../record-id.js';
import type { RecordReviewQuery, RecordReviewsView, ReviewableRecord } from '../reviews.schemas.js';
import { readableTypes } from './record-access.js';
import { recordView, reviewView } from './record-view.js';

/** A record with what its last review said, as a file has it. */
export type RecordWithReason = ReviewableRecord & { said: LastReason | null };

/** Which records somebody is to look at, and what was said of each. */
@Injectable()
export class RecordReviews {
  constructor(private readonly db: TenantDb) {}

  list(query: RecordReviewQuery) {
    return this.db.read(async (tx) => {
      const { rows, due, ...page } = await pageBehind(tx, query);
      return {
        items: rows.map((row) => recordView(tx, row)),
        ...page,
        due: due ?? (await countDueRecords(tx, readableTypes())),
      };
    });
  }

  listWithReasons(query: RecordReviewQuery) {
    return this.db.read(async (tx) => {
      const { rows, due: _, ...page } = await pageBehind(tx, query);
      const said = await lastReasons(tx, rows);
      const items = rows.map((row): RecordWithReason => ({
        ...recordView(tx, row),
        said: said.get(row.id) ?? null,
      }));
      return { items, ...page };
    });
  }

  show({ type, id }: RecordRef): Promise<RecordReviewsView> {
    return this.db.read(async (tx) => {
      const row = readableTypes().includes(type) ? await reviewableRecord(tx, type, id) : null;
      if (!row) throw notFound(type);
      const reviews = await reviewsOf(tx, type, id);
      return {
        ...recordView(tx, row),
        hasEnded: row.hasEnded,
        citation: RECORD_REVIEW_CITATION,
        reviewCount: reviews[0]?.total ?? 0,
        reviews: reviews.map((review) => reviewView(tx, review)),
      };
    });
  }
}

function pageBehind(tx: ReadTx, { sort, limit, cursor, ownerId, ...filter }: RecordReviewQuery) {
  const owned = { ...filter, ownerId: ownerId === 'mine' ? currentMember().memberId : ownerId };
  return pageOfRecords(tx, readableTypes(), owned, { sort, limit, cursor });
}
