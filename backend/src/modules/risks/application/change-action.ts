import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { notifyActionAssigned } from '../../notices/index.js';
import type { ActionView, UpdateActionRequest } from '../action.schemas.js';
import { changeableFields } from '../domain/action-plan.js';
import { refuseUnlessOwner } from '../persistence/active-member.js';
import { RemediationActionRecord } from '../persistence/remediation-action.record.js';
import { ActionObligation } from './action-obligation.js';
import { moveDueDate } from './due-date.js';
import { ShowAction } from './show-action.js';
import { actionToPlan } from './work-context.js';

/** Plans an action anew: another owner, date, budget or wording. The obligation follows. */
@Injectable()
export class ChangeAction {
  constructor(
    private readonly db: TenantDb,
    private readonly obligation: ActionObligation,
    private readonly show: ShowAction,
  ) {}

  execute(
    id: string,
    version: number,
    { dueOnReason = '', ...request }: UpdateActionRequest,
  ): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const before = await actionToPlan(tx, id, version);
      const changes = Object.fromEntries(
        Object.entries(request).filter(([, value]) => value !== undefined),
      ) as Partial<RemediationActionRecord>;
      refuseSettled(before, Object.keys(changes));
      const after = { ...before, ...changes };
      const handedOver = after.ownerId !== null && after.ownerId !== before.ownerId;
      const moved = await moveDueDate(tx, before, after, {
        reason: dueOnReason,
        by: currentMember().memberId,
      });
      if (handedOver) await refuseUnlessOwner(tx, after.ownerId!, 'ownerId');
      await saveVersion(
        tx,
        RemediationActionRecord,
        { organizationId: tx.organizationId, id },
        version,
        changes,
        'action',
      );
      await this.obligation.follow(tx, after, dueOnReason);
      tx.audit.record({
        action: 'action.updated',
        target: { type: 'remediation-action', id },
        parent: { type: 'assessment', id: before.assessmentId },
        changes: changesBetween<object>(before, { ...after, ...(moved && { dueOnReason: moved.reason }) }),
      });
      if (handedOver)
        await tx.enqueue(notifyActionAssigned, {
          actionId: id,
          byId: currentMember().memberId,
          ownerId: after.ownerId!,
        });
      return this.show.within(tx, id);
    });
  }
}

function refuseSettled({ status }: RemediationActionRecord, fields: string[]): void {
  const allowed = changeableFields(status);
  const refused = allowed === null ? [] : fields.filter((field) => !allowed.includes(field));
  if (refused.length === 0) return;
  const message =
    status === 'cancelled'
      ? 'This action is cancelled. Reopen it to plan it anew.'
      : 'This action is done. Reopen it to plan it anew.';
  throw new DomainError('action.settled', 'conflict', message, {
    fieldErrors: Object.fromEntries(refused.map((field) => [field, [message]])),
  });
}
