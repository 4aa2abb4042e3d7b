import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { en } from '../../../platform/messages/en.js';
import { Obligations } from '../../obligations/index.js';
import { giveChangesBack } from '../../reassessment/index.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { nextStatus } from '../domain/assessment-status.js';
import { withdrawalObstacles } from '../domain/withdrawal.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { changeState } from '../persistence/assessment-state.js';
import { addStep } from '../persistence/assessment-steps.js';
import { acceptedAmong } from '../persistence/carried-risk.repository.js';
import {
  giveRegisterBack,
  holdRisksOf,
  withdrawalFacts,
  type GivenBack,
} from '../persistence/register-return.js';
import { ShowAssessment } from './show-assessment.js';

/**
 * Takes a draft back that was begun by mistake. It stays on record with the reason, and what it took over from the
 * analysis before goes back as it came, or nothing happens. 45 CFR 164.316(b)(2)(i)
 */
@Injectable()
export class WithdrawAssessment {
  constructor(
    private readonly db: TenantDb,
    private readonly obligations: Obligations,
    private readonly show: ShowAssessment,
  ) {}

  execute(id: string, version: number, reason: string): Promise<AssessmentView> {
    const { memberId } = currentMember();
    return this.db.write(async (tx) => {
      const { previousId } = await assessmentPins(tx, id);
      // In the order in which a register is taken over: the analysis before, then the risks, then this one.
      if (previousId !== null) await assessmentPins(tx, previousId, 'change');
      await holdRisksOf(tx, id);
      const pins = await assessmentPins(tx, id, 'change');
      const status = nextStatus(pins.status, 'withdraw');
      if (pins.version !== version) throw stale('assessment');
      refuseBlocked(withdrawalObstacles(await withdrawalFacts(tx, id)));
      const { risks, actions } = await giveRegisterBack(tx, id);
      for (const riskId of await acceptedAmong(tx, id)) await this.endAcceptance(tx, riskId);
      await addStep(tx, id, 'withdrawal', memberId, reason);
      await changeState(tx, pins, version, { status });
      await giveChangesBack(tx, id);
      record(tx, id, risks, actions);
      return this.show.within(tx, id);
    });
  }

  /** Of a risk that was found here: nobody is asked about it any more. */
  private endAcceptance(tx: WriteTx, riskId: string): Promise<void> {
    const ref = { kind: 'risk-acceptance.end', subject: { type: 'risk', id: riskId } } as const;
    return this.obligations.cancel(tx, ref, en.risks.analysisWithdrawn);
  }
}

function refuseBlocked(obstacles: readonly string[]): void {
  if (obstacles.length > 0)
    throw new DomainError(
      'assessment.withdrawal-blocked',
      'conflict',
      `This analysis cannot be withdrawn as it stands. ${obstacles.join(' ')} Nothing was changed.`,
    );
}

function record(tx: WriteTx, id: string, risks: readonly GivenBack[], actions: readonly GivenBack[]): void {
  tx.audit.record({
    action: 'assessment.withdrawn',
    target: { type: 'assessment', id },
    changes: { status: { from: 'draft', to: 'withdrawn' } },
    detail: { reasonGiven: true, risks: risks.length, actions: actions.length },
  });
  for (const risk of risks)
    tx.audit.record({
      action: 'risk.given-back',
      target: { type: 'risk', id: risk.id },
      parent: { type: 'assessment', id: risk.toId },
      detail: { fromId: id },
    });
  for (const action of actions)
    tx.audit.record({
      action: 'action.given-back',
      target: { type: 'remediation-action', id: action.id },
      parent: { type: 'assessment', id: action.toId },
      detail: { fromId: id },
    });
}
