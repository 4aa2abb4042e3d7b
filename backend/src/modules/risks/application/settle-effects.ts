import { Injectable } from '@nestjs/common';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { en } from '../../../platform/messages/en.js';
import { stale } from '../../../platform/kernel/stale.js';
import { isToDecide } from '../domain/effect.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import type { RiskDecision } from '../effect.schemas.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { effectsOfAction, type Effect } from '../persistence/effect.query.js';
import { insertOutcome } from '../persistence/effect.repository.js';
import type { RemediationActionRecord } from '../persistence/remediation-action.record.js';
import { lockRisk } from '../persistence/risk.repository.js';
import { AssessmentPacks } from './assessment-packs.js';
import { ChangeRisk } from './change-risk.js';

const SHORTEST_REASON = 3;
/** As the form of a risk takes it. */
const LONGEST_REASON = 2_000;

/**
 * A risk moves to what was expected only when somebody else has seen that the fix works: here, with the validation, in one
 * transaction. Each risk that stands above what was expected is decided about, moved or left with a reason.
 */
@Injectable()
export class SettleEffects {
  constructor(
    private readonly packs: AssessmentPacks,
    private readonly changeRisk: ChangeRisk,
  ) {}

  /** The caller holds the risks of the action, all of them before its analysis. */
  async within(
    tx: WriteTx,
    action: RemediationActionRecord,
    pins: AssessmentPins,
    decisions: readonly RiskDecision[],
  ): Promise<void> {
    const scale = await this.packs.scaleOf(tx, pins);
    const effects = await effectsOfAction(tx, action.id);
    const open = effects.filter((effect) => isToDecide(scale, effect, effect.expected));
    refuseIncomplete(open, decisions);
    for (const effect of open) {
      const decision = decisions.find(({ riskId }) => riskId === effect.riskId)!;
      await this.settle(tx, action, pins, effect, decision);
    }
  }

  private async settle(
    tx: WriteTx,
    action: RemediationActionRecord,
    pins: AssessmentPins,
    { riskId, residual, expected }: Effect,
    { riskVersion, decision, reason }: RiskDecision,
  ): Promise<void> {
    const outcome = decision === 'move' ? ('moved' as const) : ('left' as const);
    const { likelihood: residualLikelihood, impact: residualImpact } = expected!;
    const risk = await lockRisk(tx, riskId);
    if (risk?.version !== riskVersion) throw stale('risk');
    if (outcome === 'moved') {
      // What an earlier version opened again stayed in its analysis, and its risk has moved on.
      const home = risk.assessmentId === pins.id ? pins : await assessmentPins(tx, risk.assessmentId, 'keep');
      refuseWhileStill(home.status);
      const why = en.risks.loweredBy(action.number, action.title);
      const lowered = { residualLikelihood, residualImpact, ...reasonAfter(risk.ratingReason, why) };
      await this.changeRisk.within(tx, risk, home, lowered, why);
    }
    await insertOutcome(tx, {
      actionId: action.id,
      riskId,
      outcome,
      reason: outcome === 'left' ? reason.trim() : '',
      from: residual,
      to: expected!,
      by: action.validatedBy!,
    });
    tx.audit.record({
      action: `effect.${outcome}`,
      target: { type: 'remediation-action', id: action.id },
      parent: { type: 'assessment', id: action.assessmentId },
      detail: { riskId },
    });
  }
}

/** Why the rating is another one now, and what was said before it: the old reason alone would speak against the new rating. */
function reasonAfter(before: string, why: string): { ratingReason?: string } {
  const ratingReason = before.trim() === '' ? why : `${why} ${en.risks.saidBefore} ${before}`;
  return ratingReason.length <= LONGEST_REASON ? { ratingReason } : {};
}

function refuseIncomplete(open: readonly Effect[], decisions: readonly RiskDecision[]): void {
  const fieldErrors: Record<string, string[]> = {};
  decisions.forEach(({ riskId, decision, reason }, index) => {
    // What was to be decided no longer is: the risk changed after the person opened the page.
    if (!open.some((effect) => effect.riskId === riskId)) throw stale('risk');
    if (decision === 'leave' && reason.trim().length < SHORTEST_REASON)
      fieldErrors[`risks.${index}.reason`] = ['Write down why the risk stays as it is, in a few words.'];
  });
  const missing = open.filter(({ riskId }) => !decisions.some((decision) => decision.riskId === riskId));
  if (missing.length > 0)
    fieldErrors['risks'] = missing.map(
      ({ number }) => `Decide what becomes of R-${number}: move it, or leave it and say why.`,
    );
  if (Object.keys(fieldErrors).length > 0)
    throw new DomainError('effect.undecided', 'invalid', 'Some entries need another look.', { fieldErrors });
}
