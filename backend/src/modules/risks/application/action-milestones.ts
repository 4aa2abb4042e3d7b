import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import type { ActionView, CreateMilestoneRequest, UpdateMilestoneRequest } from '../action.schemas.js';
import { isUnfinished } from '../domain/action-transitions.js';
import { MilestoneRecord } from '../persistence/milestone.record.js';
import { countMilestones, findMilestone, insertMilestone } from '../persistence/milestone.repository.js';
import type { RemediationActionRecord } from '../persistence/remediation-action.record.js';
import { touchAction } from '../persistence/remediation-action.repository.js';
import { refuseAfterDue } from './due-date.js';
import { registerViewer } from './register-viewer.js';
import { ShowAction } from './show-action.js';
import { actionToPlan, actionToWorkOn } from './work-context.js';

const MOST = 50;

/** The steps of an action: planners set them, whoever does the work ticks them off. */
@Injectable()
export class ActionMilestones {
  constructor(
    private readonly db: TenantDb,
    private readonly show: ShowAction,
  ) {}

  add(actionId: string, version: number, request: CreateMilestoneRequest): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const action = refuseSettled(await actionToPlan(tx, actionId, version));
      refuseAfterDue(request.dueOn, action.dueOn);
      if ((await countMilestones(tx, actionId)) >= MOST)
        throw invalidField('title', `An action has at most ${MOST} milestones.`);
      const milestoneId = await insertMilestone(tx, actionId, request);
      tx.audit.record({ action: 'milestone.added', ...about(action), detail: { milestoneId } });
      return this.answer(tx, actionId, version);
    });
  }

  change(
    actionId: string,
    id: string,
    version: number,
    request: UpdateMilestoneRequest,
  ): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const onlyTicks = Object.keys(request).every((field) => field === 'doneOn');
      const action = refuseSettled(await (onlyTicks ? actionToWorkOn : planning)(tx, actionId, version));
      const before = await findMilestone(tx, actionId, id);
      if (!before) throw notFound('milestone');
      if (request.dueOn) refuseAfterDue(request.dueOn, action.dueOn);
      // The action may be due sooner by now: a step that is open again has to fit.
      else if (request.doneOn === null) refuseAfterDue(before.dueOn, action.dueOn, 'doneOn');
      if (request.doneOn && request.doneOn > tx.today)
        throw invalidField('doneOn', 'This day has not come yet.');
      const changes = Object.fromEntries(
        Object.entries(request).filter(([, value]) => value !== undefined),
      ) as {
        title?: string;
        dueOn?: CalendarDate;
        doneOn?: CalendarDate | null;
      };
      if (Object.keys(changes).length > 0)
        await tx.manager.update(MilestoneRecord, { organizationId: tx.organizationId, id }, changes);
      const changed = changesBetween<object>(before, { ...before, ...changes });
      tx.audit.record({
        action: 'milestone.updated',
        ...about(action),
        changes: changed,
        detail: { milestoneId: id },
      });
      return this.answer(tx, actionId, version);
    });
  }

  remove(actionId: string, id: string, version: number): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const action = refuseSettled(await actionToPlan(tx, actionId, version));
      if (!(await findMilestone(tx, actionId, id))) throw notFound('milestone');
      await tx.manager.delete(MilestoneRecord, { organizationId: tx.organizationId, id });
      tx.audit.record({ action: 'milestone.removed', ...about(action), detail: { milestoneId: id } });
      return this.answer(tx, actionId, version);
    });
  }

  private async answer(tx: WriteTx, actionId: string, version: number): Promise<ActionView> {
    await touchAction(tx, actionId, version);
    return this.show.within(tx, actionId);
  }
}

/** Words and dates of a milestone are planning, and ask for action:write. */
async function planning(tx: WriteTx, actionId: string, version: number): Promise<RemediationActionRecord> {
  const action = await actionToWorkOn(tx, actionId, version);
  if (!registerViewer().plans) {
    throw new DomainError(
      'action.plan-only',
      'forbidden',
      'You may tick milestones of your action. Ask the compliance officer to change them.',
    );
  }
  await actionToPlan(tx, actionId, version);
  return action;
}

function refuseSettled(action: RemediationActionRecord): RemediationActionRecord {
  if (isUnfinished(action.status)) return action;
  throw new DomainError(
    'action.settled',
    'conflict',
    'This action is finished or cancelled. Reopen it to change its milestones.',
  );
}

function about(action: RemediationActionRecord) {
  return {
    target: { type: 'remediation-action', id: action.id },
    parent: { type: 'assessment', id: action.assessmentId },
  };
}
