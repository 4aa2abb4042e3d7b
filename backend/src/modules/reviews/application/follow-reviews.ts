import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { en } from '../../../platform/messages/en.js';
import {
  Obligations,
  openObligationsOf,
  type NewObligation,
  type ObligationRef,
} from '../../obligations/index.js';
import { RECORD_REVIEW_CITATION, RECORD_REVIEW_RULE } from '../domain/review-term.js';
import { dueByOwner, type DueOfOwner } from '../persistence/due-by-owner.query.js';
import { takeTurn } from '../persistence/review-rows.js';

const obligations = new Obligations();
const KIND = 'record.review';

/** An owner; null: nobody. */
type Owner = string | null;

interface Difference {
  ref: ObligationRef;
  /** Null: nothing is due any more. */
  wanted: NewObligation | null;
}

/**
 * Keeps one obligation for each who looks after records, however many those are: due when the first of them is, met by
 * the review that leaves none due soon, and cancelled where they ended or went to somebody else. What nobody looks after
 * goes to those who answer for compliance. `owners`: only theirs, whose records were reviewed just now. Answers how many
 * were not as the records are.
 */
export async function followReviews(tx: WriteTx, owners?: readonly Owner[]): Promise<number> {
  await takeTurn(tx);
  const differing = await whatDiffers(tx, owners);
  for (const { ref, wanted } of differing) {
    if (wanted) await obligations.follow(tx, ref, wanted, en.reviews.earliestMoved);
    else if (owners) await obligations.meet(tx, ref, tx.today, en.reviews.lastReviewed);
    else await obligations.cancel(tx, ref, en.reviews.noneDue);
  }
  return differing.length;
}

/** The obligations that are not as the records are. */
export async function whatDiffers(tx: ReadTx, owners?: readonly Owner[]): Promise<Difference[]> {
  const due = await dueByOwner(tx, owners);
  const open = await openObligationsOf(tx, KIND);
  const wanted = new Map(due.map((one) => [keyOf(tx, one.ownerId), obligationOf(tx, one)]));
  const known = new Map(open.map((one) => [one.subjectId, one]));
  const asked = owners ? new Set(owners.map((owner) => keyOf(tx, owner))) : null;
  const ended = open.filter(({ subjectId }) => !wanted.has(subjectId) && (!asked || asked.has(subjectId)));
  return [
    ...ended.map(({ ref }) => ({ ref, wanted: null })),
    ...[...wanted].flatMap(([key, one]) => {
      const is = known.get(key);
      return is?.dueOn === one.dueOn && is.title === one.title ? [] : [{ ref: one, wanted: one }];
    }),
  ];
}

const keyOf = (tx: ReadTx, owner: Owner): string => owner ?? tx.organizationId;

function obligationOf(tx: ReadTx, { ownerId, records, earliestOn }: DueOfOwner): NewObligation {
  return {
    kind: KIND,
    subject: { type: ownerId ? 'record-review' : 'unowned-review', id: keyOf(tx, ownerId) },
    title: en.reviews.title(records),
    dueOn: earliestOn,
    citation: RECORD_REVIEW_CITATION,
    ruleVersion: RECORD_REVIEW_RULE,
    facts: { earliestOn, records },
    ownerId,
  };
}
