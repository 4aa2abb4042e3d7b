import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { mayWork } from '../domain/action-transitions.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { findAction } from '../persistence/remediation-action.repository.js';
import type { RemediationActionRecord } from '../persistence/remediation-action.record.js';
import { registerViewer, type RegisterViewer } from './register-viewer.js';

/** The action as the person saw it; who may neither see the plan nor owns the action finds nothing. */
export async function actionSeen(
  tx: WriteTx,
  id: string,
  version: number,
  viewer: RegisterViewer,
): Promise<RemediationActionRecord> {
  const action = await findAction(tx, id);
  if (!action || (!viewer.seesAll && action.ownerId !== viewer.memberId)) throw notFound('action');
  if (action.version !== version) throw stale('action');
  return action;
}

/** For planning: the plan stands still while its analysis waits for approval. */
export async function actionToPlan(
  tx: WriteTx,
  id: string,
  version: number,
): Promise<RemediationActionRecord> {
  const action = await actionSeen(tx, id, version, registerViewer());
  refuseWhileStill((await assessmentPins(tx, action.assessmentId, 'keep')).status);
  return action;
}

/** For those who do the work: the owner, or who plans. */
export async function actionToWorkOn(
  tx: WriteTx,
  id: string,
  version: number,
): Promise<RemediationActionRecord> {
  const viewer = registerViewer();
  const action = await actionSeen(tx, id, version, viewer);
  if (!mayWork(action, viewer)) throw notYours();
  return action;
}

export function notYours(): DomainError {
  return new DomainError(
    'action.not-yours',
    'forbidden',
    'Only the owner of this action works on it. Ask the compliance officer to make you its owner.',
  );
}
