import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { notifyActionAssigned } from '../../notices/index.js';
import type { ActionView, CreateActionRequest } from '../action.schemas.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import { refuseUnlessOwner } from '../persistence/active-member.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { findingForRisk } from '../persistence/finding-for-risk.js';
import { insertMilestone } from '../persistence/milestone.repository.js';
import { insertAction, type NewAction } from '../persistence/remediation-action.repository.js';
import { saveEffect } from '../persistence/effect.repository.js';
import type { RiskRecord } from '../persistence/risk.record.js';
import { lockRisk } from '../persistence/risk.repository.js';
import { ActionEffects } from './action-effects.js';
import { ActionObligation } from './action-obligation.js';
import { refuseCarriedOn } from './carried-on.js';
import { refuseAfterDue } from './due-date.js';
import { ShowAction } from './show-action.js';

/** Plans what is done against a risk, a finding, or for the whole analysis. */
@Injectable()
export class PlanAction {
  constructor(
    private readonly db: TenantDb,
    private readonly obligation: ActionObligation,
    private readonly effects: ActionEffects,
    private readonly show: ShowAction,
  ) {}

  execute(request: CreateActionRequest): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const { risk, ...subject } = await subjectOf(tx, request);
      const pins = await assessmentPins(tx, subject.assessmentId, 'keep');
      refuseWhileStill(pins.status);
      await refuseCarriedOn(tx, pins, 'action');
      const { title, description, ownerId, budgetCents, yearlyBudgetCents } = request;
      request.milestones.forEach(({ dueOn }, index) =>
        refuseAfterDue(dueOn, request.dueOn, `milestones.${index}.dueOn`),
      );
      if (ownerId) await refuseUnlessOwner(tx, ownerId, 'ownerId');
      const action = await insertAction(tx, {
        ...subject,
        title,
        description,
        ownerId,
        dueOn: request.dueOn,
        budgetCents,
        yearlyBudgetCents,
      });
      if (risk)
        await saveEffect(tx, action.id, risk.id, await this.effects.expectationOf(tx, pins, risk, request));
      for (const milestone of request.milestones) await insertMilestone(tx, action.id, milestone);
      await this.obligation.follow(tx, action, '');
      tx.audit.record({
        action: 'action.created',
        target: { type: 'remediation-action', id: action.id },
        parent: { type: 'assessment', id: action.assessmentId },
        detail: { number: action.number },
      });
      if (ownerId)
        await tx.enqueue(notifyActionAssigned, {
          actionId: action.id,
          byId: currentMember().memberId,
          ownerId,
        });
      return this.show.within(tx, action.id);
    });
  }
}

type ActionSubject = Pick<NewAction, 'assessmentId' | 'riskId' | 'findingId'> & { risk: RiskRecord | null };

async function subjectOf(
  tx: WriteTx,
  { riskId, findingId, assessmentId }: CreateActionRequest,
): Promise<ActionSubject> {
  const risk = riskId ? await lockRisk(tx, riskId) : null;
  if (riskId && !risk) throw notFound('risk');
  const finding = findingId ? await findingForRisk(tx, findingId) : null;
  if (findingId && !finding) throw notFound('finding');
  const home = risk?.assessmentId ?? finding?.assessmentId ?? assessmentId!;
  if ((finding && finding.assessmentId !== home) || (assessmentId && assessmentId !== home)) {
    throw invalidField('assessmentId', 'The risk and the finding belong to another analysis.');
  }
  return {
    assessmentId: home,
    riskId: riskId ?? null,
    findingId: findingId ?? risk?.findingId ?? null,
    risk,
  };
}
