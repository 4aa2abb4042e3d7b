import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { RECORD_REVIEW_CITATION } from '../domain/review-term.js';
import { pageOfRecords, reviewableRecord } from '../persistence/review-list.js';
import { reviewsOf } from '../persistence/review-rows.js';
import type { RecordRef } from '../record-id.js';
import type { RecordReviewQuery, RecordReviewsView } from '../reviews.schemas.js';
import { readableTypes } from './record-access.js';
import { recordView, reviewView } from './record-view.js';

/** Which records somebody is to look at, and what was said of each. */
@Injectable()
export class RecordReviews {
  constructor(private readonly db: TenantDb) {}

  list({ sort, limit, cursor, ownerId, ...filter }: RecordReviewQuery) {
    return this.db.read(async (tx) => {
      const owned = { ...filter, ownerId: ownerId === 'mine' ? currentMember().memberId : ownerId };
      const { rows, ...page } = await pageOfRecords(tx, readableTypes(), owned, { sort, limit, cursor });
      return { items: rows.map((row) => recordView(tx, row)), ...page };
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
        reviews: reviews.map((review) => reviewView(tx, review)),
      };
    });
  }
}
