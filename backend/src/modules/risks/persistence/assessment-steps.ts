import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { sqlInstant, sqlMember } from './sql-ids.js';

export interface AssessmentStepRow {
  step: 'submission' | 'return' | 'approval' | 'withdrawal';
  reason: string;
  by: { id: string; name: string };
  at: string;
}

export async function addStep(
  tx: WriteTx,
  assessmentId: string,
  step: AssessmentStepRow['step'],
  by: string,
  reason = '',
): Promise<void> {
  await tx.query(
    'insert into assessment_step (organization_id, id, assessment_id, step, reason, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [tx.organizationId, newId(), assessmentId, step, reason, by, tx.now],
  );
}

/** How an analysis came to its signature, the oldest first. */
export function stepsOf(tx: ReadTx, assessmentId: string): Promise<AssessmentStepRow[]> {
  return tx.query<AssessmentStepRow>(
    `select s.step, s.reason, ${sqlMember('s.made_by')} as by, ${sqlInstant('s.made_at')} as at
     from assessment_step s where s.organization_id = $1 and s.assessment_id = $2 order by s.id`,
    [tx.organizationId, assessmentId],
  );
}
