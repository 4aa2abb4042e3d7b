import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { appPage } from '../../../platform/http/app-page.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { dueStateOn } from '../domain/review-term.js';
import type { RecordRow } from '../persistence/review-list.js';
import { reviewReason, type ReviewRow } from '../persistence/review-rows.js';
import { recordIdOf } from '../record-id.js';
import type { RecordReviewsView, ReviewableRecord } from '../reviews.schemas.js';
import { mayReview } from './record-access.js';

export function recordView(tx: ReadTx, row: RecordRow): ReviewableRecord {
  const { type, name, code, enteredOn, dueOn, version } = row;
  return {
    id: recordIdOf(row),
    type,
    name,
    code,
    href: appPage(type, row.id),
    owner: person(row.ownerId, row.ownerName),
    enteredOn,
    dueOn,
    dueState: dueStateOn(dueOn, tx.today),
    changedSince: row.changed,
    lastReview: row.reviewedOn && {
      outcome: row.outcome!,
      source: row.source!,
      on: row.reviewedOn,
      by: person(row.reviewedById, row.reviewedByName),
    },
    mayReview: !row.hasEnded && mayReview(type),
    version,
  };
}

export function reviewView(tx: ReadTx, row: ReviewRow): RecordReviewsView['reviews'][number] {
  return {
    outcome: row.outcome,
    source: row.source,
    reason: row.words ?? reviewReason.openOrNull(tx, row.id, row.sealed) ?? '',
    on: row.reviewedOn,
    at: row.reviewedAt.toISOString(),
    by: person(row.byId, row.byName),
    stateHash: row.stateHash,
  };
}

function person(id: string | null, name: string | null) {
  return id === null ? null : { id: typedId('member', id), name: name ?? '' };
}
