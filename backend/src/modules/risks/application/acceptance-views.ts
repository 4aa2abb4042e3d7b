import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { AcceptanceView } from '../acceptance.schemas.js';
import { approvalBar, changedSince, standingOfAcceptance, type AcceptedState } from '../domain/acceptance.js';
import { acceptancesOf, type StoredAcceptance } from '../persistence/acceptance.repository.js';
import { registerViewer } from './register-viewer.js';

/** The risk as far as its acceptances are judged by it. */
export interface RiskToAccept {
  id: string;
  ownerId: string | null;
  state: AcceptedState;
  isStill: boolean;
}

/** The acceptances of a risk, the newest first, each against the risk as it is now. */
export async function acceptanceViews(
  tx: ReadTx,
  { id, ownerId, state, isStill }: RiskToAccept,
): Promise<AcceptanceView[]> {
  const rows = await acceptancesOf(tx, id);
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
    changedFields: row.status === 'asked' || row.status === 'approved' ? changedSince(row.state, state) : [],
    staleAt: row.staleAt,
    version: row.version,
    // While the analysis is read to be signed, or was withdrawn, its register stands still.
    allowedActions: isStill ? [] : allowed(row, ownerId),
  }));
}

function allowed(
  { status, askedById }: StoredAcceptance,
  ownerId: string | null,
): AcceptanceView['allowedActions'] {
  if (status !== 'asked') return [];
  const bar = approvalBar({ askedById, ownerId }, currentMember().memberId);
  if (bar === 'asked') return ['withdraw'];
  if (!registerViewer().accepts) return [];
  return bar === 'owns' ? ['refuse'] : ['approve', 'refuse'];
}
