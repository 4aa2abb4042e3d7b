import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { AcceptanceView } from '../acceptance.schemas.js';
import { changedSince, standingOfAcceptance, type AcceptedState } from '../domain/acceptance.js';
import { acceptancesOf, type StoredAcceptance } from '../persistence/acceptance.repository.js';
import { registerViewer } from './register-viewer.js';

/** The acceptances of a risk, the newest first, each against the risk as it is now. */
export async function acceptanceViews(
  tx: ReadTx,
  riskId: string,
  now: AcceptedState,
  isInReview: boolean,
): Promise<AcceptanceView[]> {
  const rows = await acceptancesOf(tx, riskId);
  return rows.map((row) => ({
    id: typedId('acceptance', row.id),
    reason: row.reason,
    untilOn: row.untilOn,
    standing: standingOfAcceptance(
      { status: row.status, untilOn: row.untilOn, isStale: row.staleAt !== null },
      tx.today,
    ),
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    decisionNote: row.decisionNote,
    stateHash: row.stateHash,
    changedFields: row.status === 'asked' || row.status === 'approved' ? changedSince(row.state, now) : [],
    staleAt: row.staleAt,
    version: row.version,
    // While the analysis is read to be signed its register stands still.
    allowedActions: isInReview ? [] : allowed(row),
  }));
}

function allowed({ status, askedById }: StoredAcceptance): AcceptanceView['allowedActions'] {
  if (status !== 'asked') return [];
  const viewer = registerViewer();
  if (askedById === currentMember().memberId) return ['withdraw'];
  return viewer.accepts ? ['approve', 'refuse'] : [];
}
