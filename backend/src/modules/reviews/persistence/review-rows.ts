import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import { currentContext } from '../../../platform/context/request-context.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { Outcome, ReviewedType } from '../domain/record-kinds.js';
import { HAS_OWNER, REVIEWABLE } from './reviewable-records.sql.js';

export const reviewReason = encryptedColumn('record_review', 'reason');

const TABLE_OF: Readonly<Record<ReviewedType, string>> = {
  asset: 'asset',
  'data-flow': 'data_flow',
  vendor: 'vendor',
  risk: 'risk',
};

export interface HeldRecord {
  type: ReviewedType;
  id: string;
  name: string;
  /** Who looks after it and may review it. */
  ownerId: string | null;
  version: number;
  hasEnded: boolean;
  lastOutcome: Outcome | null;
  changedSince: boolean;
  state: Record<string, unknown>;
}

/**
 * The records of these ids, each as it stays until this transaction ends. A review changes none of them: shared, so that
 * whoever holds a data flow and asks for its assets is not waited for in a circle.
 */
export async function holdRecords(
  tx: WriteTx,
  type: ReviewedType,
  ids: readonly string[],
): Promise<HeldRecord[]> {
  // Held first: what waited for another transaction must read what that one wrote.
  await tx.query(
    `select count(*) from (select 1 from ${TABLE_OF[type]} where organization_id = $1 and id = any ($2::uuid[])
       order by id for share) held`,
    [tx.organizationId, ids],
  );
  return tx.query<HeldRecord>(
    `select x.type, x.id, x.name, case when ${HAS_OWNER} then x.owner_id end as "ownerId", x.version, x.ended as "hasEnded", x.outcome as "lastOutcome",
       x.changed as "changedSince", x.state
     from ${REVIEWABLE} x where x.type = '${type}' and x.id = any ($3::uuid[])`,
    [tx.organizationId, currentContext().timeZone, ids],
  );
}

export interface NewReview {
  type: ReviewedType;
  recordId: string;
  version: number;
  state: Record<string, unknown>;
  stateHash: string;
}

export async function insertReviews(
  tx: WriteTx,
  { outcome, reason, by }: { outcome: Outcome; reason: string; by: string },
  reviews: readonly NewReview[],
): Promise<void> {
  const rows = reviews.map(({ type, recordId, version, state, stateHash }) => {
    const id = newId();
    const sealed = reviewReason.seal(tx, id, reason).toString('base64');
    return { id, type, record_id: recordId, reason: sealed, version, state, state_hash: stateHash };
  });
  await tx.query(
    `insert into record_review (organization_id, id, record_type, record_id, outcome, reason, reviewed_on, reviewed_at, reviewed_by,
       record_version, state, state_hash)
     select $1, n.id, n.type, n.record_id, $2, decode(n.reason, 'base64'), $3, $4, $5, n.version, n.state, n.state_hash
     from jsonb_to_recordset($6::jsonb) as n(id uuid, type text, record_id uuid, reason text, version integer, state jsonb,
       state_hash text)`,
    [tx.organizationId, outcome, tx.today, tx.now, by, JSON.stringify(rows)],
  );
}

/**
 * Until this transaction ends nobody else reviews, nor counts what is due to be reviewed: the obligations are as the records
 * are, and a review knows the one before it. Taken before the records, and those before obligations.
 */
export async function takeTurn(tx: WriteTx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('record-review|' || $1, 0))`, [
    tx.organizationId,
  ]);
}

export interface ReviewRow {
  id: string;
  source: 'review' | 'carried';
  outcome: Outcome;
  /** Sealed for a review here, in the clear for one in a draft. */
  sealed: Buffer | null;
  words: string | null;
  reviewedOn: CalendarDate;
  reviewedAt: Date;
  byId: string | null;
  byName: string | null;
  stateHash: string | null;
  /** Of how many this is one. */
  total: number;
}

const MOST_SHOWN = 50;

/** The newest looks at one record that said why, the newest first. */
export function reviewsOf(tx: ReadTx, type: ReviewedType, id: string): Promise<ReviewRow[]> {
  return tx.query<ReviewRow>(
    `select looks.*, count(*) over ()::int as total, to_char(looks."onDay", 'YYYY-MM-DD') as "reviewedOn",
       (select p.name from membership m join person p on p.id = m.person_id
        where m.organization_id = $1 and m.id = looks."byId") as "byName"
     from (
       select w.id, 'review' as source, w.outcome, w.reason as sealed, null as words, w.reviewed_on as "onDay",
         w.reviewed_at as "reviewedAt", w.reviewed_by as "byId", w.state_hash as "stateHash"
       from record_review w where w.organization_id = $1 and w.record_type = $3 and w.record_id = $4
       union all
       select c.assessment_id, 'carried', 'still-right', null, c.reason, (c.reviewed_at at time zone $2)::date, c.reviewed_at,
         c.reviewed_by, null
       from carried_risk c where $3 = 'risk' and c.organization_id = $1 and c.risk_id = $4 and c.reviewed_at is not null
     ) looks order by looks."reviewedAt" desc, looks.id desc limit ${MOST_SHOWN}`,
    [tx.organizationId, currentContext().timeZone, type, id],
  );
}
