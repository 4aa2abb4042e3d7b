import { newId } from '../../../platform/database/new-id.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { ActionTransition, TransitionRule } from '../domain/action-transitions.js';
import { RemediationActionRecord } from './remediation-action.record.js';
import { takeNumbers } from './register-number.js';

export type NewAction = Pick<
  RemediationActionRecord,
  | 'assessmentId'
  | 'riskId'
  | 'findingId'
  | 'title'
  | 'description'
  | 'ownerId'
  | 'dueOn'
  | 'budgetCents'
  | 'yearlyBudgetCents'
>;

/** Enters an action under the next number of the plan. */
export async function insertAction(tx: WriteTx, draft: NewAction): Promise<RemediationActionRecord> {
  const action: RemediationActionRecord = {
    ...draft,
    organizationId: tx.organizationId,
    id: newId(),
    number: await takeNumbers(tx, 'remediation_action'),
    carriedFrom: null,
    carriedAt: null,
    spentCents: null,
    yearlySpentCents: null,
    status: 'planned',
    statusReason: '',
    noEvidenceReason: '',
    completedOn: null,
    completedBy: null,
    validatedBy: null,
    validatedAt: null,
    validationNote: '',
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  await tx.manager.insert(RemediationActionRecord, action);
  return action;
}

export function findAction(tx: WriteTx, id: string): Promise<RemediationActionRecord | null> {
  return tx.manager.findOneBy(RemediationActionRecord, { organizationId: tx.organizationId, id });
}

/** The version moves although the row says the same: something that belongs to the action changed. */
export async function touchAction(tx: WriteTx, id: string, seenVersion: number): Promise<void> {
  await saveVersion(
    tx,
    RemediationActionRecord,
    { organizationId: tx.organizationId, id },
    seenVersion,
    {},
    'action',
  );
}

export async function insertTransition(
  tx: WriteTx,
  actionId: string,
  made: {
    transition: ActionTransition;
    rule: TransitionRule;
    note: string;
    completedOn: string | null;
    noEvidenceReason: string;
    by: string;
  },
): Promise<void> {
  await tx.query(
    `insert into remediation_transition
       (organization_id, id, action_id, transition, from_status, to_status, note, completed_on, no_evidence_reason, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.organizationId,
      newId(),
      actionId,
      made.transition,
      made.rule.from,
      made.rule.to,
      made.note,
      made.completedOn,
      made.noEvidenceReason,
      made.by,
      tx.now,
    ],
  );
}
