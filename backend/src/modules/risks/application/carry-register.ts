import { Injectable } from '@nestjs/common';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import { ratesAlike } from '../domain/carried-risk.js';
import { assessmentPins, findAssessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { carriedOnTo } from '../persistence/carried-risk.query.js';
import { acceptedAmong, holdOpenRisks, moveRisksOn } from '../persistence/carried-risk.repository.js';
import { findRisk } from '../persistence/risk.repository.js';
import { AcceptanceEnd } from './acceptance-end.js';
import { AssessmentPacks } from './assessment-packs.js';

interface RegisterOfPrevious {
  /** The analysis that begins takes it over. */
  movesOn: boolean;
  /** The id of the analysis where it is until then: the followed one, or another that took it over. */
  isIn: string;
}

/**
 * The register goes on with the next analysis: the same risks under the same numbers, each to be reviewed again. What
 * was signed stays in the snapshot. 45 CFR 164.306(e), 164.316(b)(2)(iii)
 */
@Injectable()
export class CarryRegister {
  constructor(
    private readonly packs: AssessmentPacks,
    private readonly acceptanceEnd: AcceptanceEnd,
  ) {}

  /**
   * Before the next analysis is entered: holds what it follows, and answers whether it takes over the register. It does
   * so from a signed one, once; a draft keeps its own.
   */
  async hold(tx: WriteTx, previousId: string): Promise<AssessmentPins & RegisterOfPrevious> {
    const seen = await findAssessmentPins(tx, previousId);
    if (!seen) throw invalidField('previousId', 'There is no such earlier analysis here.');
    if (seen.status === 'withdrawn')
      throw invalidField('previousId', 'This analysis was withdrawn. Choose another one, or none.');
    if (seen.status !== 'signed') return { ...seen, movesOn: false, isIn: previousId };
    await holdOpenRisks(tx, previousId);
    const previous = await assessmentPins(tx, previousId, 'change');
    const taker = await carriedOnTo(tx, previousId);
    return { ...previous, movesOn: taker === null, isIn: taker?.id ?? previousId };
  }

  /** After it was entered. */
  async within(tx: WriteTx, previous: AssessmentPins, toId: string): Promise<void> {
    const next = await assessmentPins(tx, toId);
    const clearsRatings = !ratesAlike(
      await this.packs.scaleOf(tx, previous),
      await this.packs.scaleOf(tx, next),
    );
    const { riskIds, actionIds } = await moveRisksOn(tx, { fromId: previous.id, toId, clearsRatings });
    tx.audit.record({
      action: 'assessment.register-carried',
      target: { type: 'assessment', id: toId },
      detail: { fromId: previous.id, risks: riskIds.length, actions: actionIds.length, clearsRatings },
    });
    for (const id of riskIds) {
      tx.audit.record({
        action: 'risk.carried',
        target: { type: 'risk', id },
        parent: { type: 'assessment', id: toId },
        detail: { fromId: previous.id, clearsRatings },
      });
    }
    for (const id of actionIds) recordCarriedAction(tx, id, { fromId: previous.id, toId });
    if (clearsRatings) await this.endAcceptances(tx, toId);
  }

  /** What was accepted was a rating that is not there any more. */
  private async endAcceptances(tx: WriteTx, assessmentId: string): Promise<void> {
    for (const riskId of await acceptedAmong(tx, assessmentId))
      await this.acceptanceEnd.follow(tx, (await findRisk(tx, riskId))!);
  }
}

export function recordCarriedAction(
  tx: WriteTx,
  id: string,
  { fromId, toId }: { fromId: string; toId: string },
): void {
  tx.audit.record({
    action: 'action.carried',
    target: { type: 'remediation-action', id },
    parent: { type: 'assessment', id: toId },
    detail: { fromId },
  });
}
