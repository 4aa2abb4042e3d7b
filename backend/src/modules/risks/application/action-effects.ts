import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import type { ActionView } from '../action.schemas.js';
import { isUnfinished } from '../domain/action-transitions.js';
import { expectedLevel, type LoweredRisk } from '../domain/effect.js';
import type { SetEffectRequest } from '../effect.schemas.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { effectsOfAction } from '../persistence/effect.query.js';
import { deleteEffect, saveEffect, type ExpectedRating } from '../persistence/effect.repository.js';
import type { RemediationActionRecord } from '../persistence/remediation-action.record.js';
import { touchAction } from '../persistence/remediation-action.repository.js';
import type { RiskRecord } from '../persistence/risk.record.js';
import { findRisk } from '../persistence/risk.repository.js';
import { AssessmentPacks } from './assessment-packs.js';
import { ShowAction } from './show-action.js';
import { actionToPlan } from './work-context.js';

const MOST = 50;

/** Which risks an action lowers, and what is expected to remain of each. Saying so changes no risk. */
@Injectable()
export class ActionEffects {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
    private readonly show: ShowAction,
  ) {}

  set(actionId: string, riskId: string, version: number, request: SetEffectRequest): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const action = refuseSettled(await actionToPlan(tx, actionId, version));
      const risk = await findRisk(tx, riskId);
      if (!risk) throw notFound('risk');
      if (risk.assessmentId !== action.assessmentId)
        throw invalidField('riskId', 'This risk belongs to another analysis than the action.');
      const effects = await effectsOfAction(tx, actionId);
      if (effects.length >= MOST && !effects.some((effect) => effect.riskId === riskId))
        throw invalidField('riskId', `An action lowers at most ${MOST} risks.`);
      const pins = await assessmentPins(tx, action.assessmentId);
      await saveEffect(tx, actionId, riskId, await this.expectationOf(tx, pins, risk, request));
      tx.audit.record({ action: 'effect.planned', ...about(action), detail: { riskId } });
      return this.answer(tx, actionId, version);
    });
  }

  remove(actionId: string, riskId: string, version: number): Promise<ActionView> {
    return this.db.write(async (tx) => {
      const action = refuseSettled(await actionToPlan(tx, actionId, version));
      const effect = (await effectsOfAction(tx, actionId)).find((known) => known.riskId === riskId);
      if (!effect) throw notFound('risk');
      if (effect.isMain)
        throw new DomainError(
          'effect.main-stays',
          'conflict',
          'The action was planned against this risk, so it stays among those that it lowers.',
        );
      await deleteEffect(tx, actionId, riskId);
      tx.audit.record({ action: 'effect.removed', ...about(action), detail: { riskId } });
      return this.answer(tx, actionId, version);
    });
  }

  /** What is expected to remain, rated by the scale of the analysis; null where nobody says. Refuses by field. */
  async expectationOf(
    tx: ReadTx,
    pins: AssessmentPins,
    risk: RiskRecord,
    { expectedLikelihood, expectedImpact }: SetEffectRequest,
  ): Promise<ExpectedRating | null> {
    if (expectedLikelihood === null && expectedImpact === null) return null;
    if (expectedLikelihood === null)
      throw invalidField('expectedLikelihood', 'Choose the likelihood too: the level needs both.');
    if (expectedImpact === null)
      throw invalidField('expectedImpact', 'Choose the impact too: the level needs both.');
    const expected = { likelihood: expectedLikelihood, impact: expectedImpact };
    const judged = expectedLevel(await this.packs.scaleOf(tx, pins), loweredRisk(risk), expected);
    if ('refusals' in judged)
      throw new DomainError('effect.invalid', 'invalid', 'Some entries need another look.', {
        fieldErrors: judged.refusals,
      });
    return { ...expected, level: judged.level.id, rank: judged.level.rank };
  }

  private async answer(tx: WriteTx, actionId: string, version: number): Promise<ActionView> {
    await touchAction(tx, actionId, version);
    return this.show.within(tx, actionId);
  }
}

function loweredRisk(risk: RiskRecord): LoweredRisk {
  const pair = (likelihood: string | null, impact: string | null) =>
    likelihood !== null && impact !== null ? { likelihood, impact } : null;
  return {
    status: risk.status,
    inherent: pair(risk.inherentLikelihood, risk.inherentImpact),
    residual: pair(risk.residualLikelihood, risk.residualImpact),
  };
}

function refuseSettled(action: RemediationActionRecord): RemediationActionRecord {
  if (isUnfinished(action.status)) return action;
  throw new DomainError(
    'action.settled',
    'conflict',
    'This action is finished or cancelled. Reopen it to say anew what it lowers.',
  );
}

function about(action: RemediationActionRecord) {
  return {
    target: { type: 'remediation-action', id: action.id },
    parent: { type: 'assessment', id: action.assessmentId },
  };
}
