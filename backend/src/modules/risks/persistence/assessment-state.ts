import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { stale } from '../../../platform/kernel/stale.js';
import type { AssessmentStatus } from '../domain/assessment-status.js';
import type { AssessmentPins } from './assessment-pins.js';

export interface StateChange {
  status?: AssessmentStatus;
  submittedBy?: string;
  checklist?: AssessmentPins['checklist'];
}

/** Changes the state of an analysis whose row this transaction holds, and only the version that the person saw. */
export async function changeState(
  tx: WriteTx,
  pins: AssessmentPins,
  seenVersion: number,
  change: StateChange,
): Promise<void> {
  if (pins.version !== seenVersion) throw stale('assessment');
  await tx.query(
    `update assessment set status = coalesce($3, status), submitted_by = coalesce($4, submitted_by),
       submitted_at = case when $4::uuid is null then submitted_at else $6 end, checklist = coalesce($5, checklist),
       updated_at = $6, version = version + 1
     where organization_id = $1 and id = $2`,
    [
      tx.organizationId,
      pins.id,
      change.status ?? null,
      change.submittedBy ?? null,
      change.checklist ? JSON.stringify(change.checklist) : null,
      tx.now,
    ],
  );
}
