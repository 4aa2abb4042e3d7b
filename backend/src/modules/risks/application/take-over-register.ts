import { Injectable } from '@nestjs/common';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { holdOpenRisks } from '../persistence/carried-risk.repository.js';
import {
  carriesRegister,
  closedTwins,
  markTakenOver,
  replaceTwins,
  twinsOf,
  type ClosedTwin,
} from '../persistence/register-takeover.js';
import { findRisk } from '../persistence/risk.repository.js';
import { AcceptanceEnd } from './acceptance-end.js';
import { CarryRegister, recordCarriedAction } from './carry-register.js';
import { ShowAssessment } from './show-assessment.js';

/**
 * A draft that was begun before the analysis before it was signed, or by a version that carried no risks on, takes over its
 * register later: once, and no risk twice. 45 CFR 164.306(e), 164.316(b)(2)(iii)
 */
@Injectable()
export class TakeOverRegister {
  constructor(
    private readonly db: TenantDb,
    private readonly register: CarryRegister,
    private readonly acceptanceEnd: AcceptanceEnd,
    private readonly show: ShowAssessment,
  ) {}

  execute(id: string, version: number): Promise<AssessmentView> {
    return this.db.write(async (tx) => {
      const { previousId, status } = await assessmentPins(tx, id);
      refuseUnlessDraft(status);
      if (previousId === null) throw refusal('This analysis follows no earlier one.');
      const previous = await this.register.hold(tx, previousId);
      await holdOpenRisks(tx, id);
      const pins = await assessmentPins(tx, id, 'change');
      if (await carriesRegister(tx, id)) recordDone(tx, previous, id);
      else await this.take(tx, previous, pins, version);
      return this.show.within(tx, id);
    });
  }

  private async take(
    tx: WriteTx,
    previous: AssessmentPins & { movesOn: boolean },
    pins: AssessmentPins,
    version: number,
  ): Promise<void> {
    refuseUnlessDraft(pins.status);
    if (pins.version !== version) throw stale('assessment');
    if (previous.status !== 'signed') throw refusal('The analysis before this one is not signed yet.');
    if (!previous.movesOn) throw refusal('Another analysis has taken over the register of the earlier one.');
    refuseClosedTwins(await closedTwins(tx, previous.id, pins.id));
    await this.settleTwins(tx, previous.id, pins.id);
    await markTakenOver(tx, pins.id);
    await this.register.within(tx, previous, pins.id);
  }

  /** What somebody entered here again is in the register already: it goes on under its new number. */
  private async settleTwins(tx: WriteTx, previousId: string, id: string): Promise<void> {
    const twins = await twinsOf(tx, previousId, id);
    if (twins.length === 0) return;
    for (const actionId of await replaceTwins(tx, twins, id))
      recordCarriedAction(tx, actionId, { fromId: previousId, toId: id });
    for (const { earlierId, ownId } of twins) {
      tx.audit.record({
        action: 'risk.continued',
        target: { type: 'risk', id: earlierId },
        parent: { type: 'assessment', id },
        detail: { asId: ownId },
      });
      await this.acceptanceEnd.follow(tx, (await findRisk(tx, earlierId))!);
    }
  }
}

function recordDone(tx: WriteTx, { id: fromId }: AssessmentPins, id: string): void {
  tx.audit.record({
    action: 'assessment.register-carried',
    target: { type: 'assessment', id },
    outcome: 'ok',
    reasonCode: 'already-done',
    detail: { fromId, risks: 0, actions: 0, clearsRatings: false },
  });
}

/** Somebody decided here that it is settled, and it goes on as open there: which of the two is right, a person says. */
function refuseClosedTwins(twins: readonly ClosedTwin[]): void {
  if (twins.length === 0) return;
  const pairs = twins.map(({ earlier, closed }) => `R-${closed} as R-${earlier}`).join(', ');
  throw new DomainError(
    'assessment.closed-twin',
    'conflict',
    `These closed risks say the same as open ones of the earlier analysis: ${pairs}. Open them here again or close them there, then take over the register. Nothing was taken over.`,
  );
}

function refusal(words: string): DomainError {
  return new DomainError('assessment.no-register-to-take', 'conflict', `${words} Nothing was taken over.`);
}
