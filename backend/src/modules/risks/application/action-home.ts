import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { ActionTransition } from '../domain/action-transitions.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { carriedOnTo } from '../persistence/carried-risk.query.js';
import { holdRisksOfAction, homeOfLoweredRisk } from '../persistence/effect.repository.js';
import type { RemediationActionRecord } from '../persistence/remediation-action.record.js';

type Moved = Pick<RemediationActionRecord, 'id' | 'assessmentId'>;

/**
 * The analysis to which the action belongs after this transition; its status stays as it is until the transaction ends.
 * What may change risks holds them first, as everybody does who moves a register on. Refuses work that is opened again
 * where the analysis into which it would come is in review, or was withdrawn.
 */
export async function holdActionHome(
  tx: WriteTx,
  action: Moved,
  transition: ActionTransition,
): Promise<AssessmentPins> {
  if (transition === 'validation' || transition === 'reopening') await holdRisksOfAction(tx, action.id);
  if (transition !== 'reopening') return assessmentPins(tx, action.assessmentId, 'keep');
  const home = await homeOfUnfinished(tx, action);
  if (home.id !== action.assessmentId || home.status === 'withdrawn') refuseWhileStill(home.status);
  return home;
}

/** Where the open risk lives that it lowers; else the last analysis into which the register was carried on. */
async function homeOfUnfinished(tx: WriteTx, { id, assessmentId }: Moved): Promise<AssessmentPins> {
  let home = await assessmentPins(tx, (await homeOfLoweredRisk(tx, id)) ?? assessmentId, 'keep');
  for (let next = await carriedOnTo(tx, home.id); next; next = await carriedOnTo(tx, home.id))
    home = await assessmentPins(tx, next.id, 'keep');
  return home;
}
