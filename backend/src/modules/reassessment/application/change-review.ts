import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { membersInRoles } from '../../../platform/mail/recipients.js';
import { en } from '../../../platform/messages/en.js';
import { Obligations, type ObligationRef } from '../../obligations/index.js';
import { CHANGE_REVIEW_CITATION, CHANGE_REVIEW_RULE, changeReviewDue } from '../domain/review-term.js';
import { undecided } from '../persistence/change-rows.js';
import { lastSigned } from '../persistence/standing.query.js';

const obligations = new Obligations();

/**
 * Keeps the one obligation to look at what changed as the changes are: due by the oldest that nobody decided, met when
 * each is decided or covered. Before the first signature nothing is due here: that analysis itself is. Whoever calls
 * this holds the turn (`takeTurn`).
 */
export async function followChanges(tx: WriteTx): Promise<void> {
  const ref = changeReviewOf(tx);
  const signed = await lastSigned(tx);
  const { oldestOn, count } = await undecided(tx);
  if (!signed || oldestOn === null) return obligations.meet(tx, ref, tx.today, en.changes.allDecided);
  const [officer] = await membersInRoles(tx, ['compliance-officer']);
  const wanted = {
    ...ref,
    title: en.changes.reviewTitle(signed.title),
    dueOn: changeReviewDue(oldestOn, signed.approvedOn),
    citation: CHANGE_REVIEW_CITATION,
    ruleVersion: CHANGE_REVIEW_RULE,
    facts: { oldestOn, undecided: count, assessmentId: signed.id, signedOn: signed.approvedOn },
    ownerId: officer ?? null,
  };
  await obligations.follow(tx, ref, wanted, en.changes.oldestMoved);
}

function changeReviewOf({ organizationId }: WriteTx): ObligationRef {
  return { kind: 'risk-analysis.change-review', subject: { type: 'change-review', id: organizationId } };
}
