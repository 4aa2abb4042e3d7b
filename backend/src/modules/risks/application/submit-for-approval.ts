import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { notifyAssessmentSubmitted } from '../../notices/index.js';
import { takeTurnOfChanges } from '../../reassessment/index.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { nextStatus } from '../domain/assessment-status.js';
import { missingForSubmission, type SignOffFacts } from '../domain/sign-off.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { changeState } from '../persistence/assessment-state.js';
import { addStep } from '../persistence/assessment-steps.js';
import { RefreshInventoryFindings } from './refresh-inventory-findings.js';
import { ReportPacks } from './report-packs.js';
import { ShowAssessment } from './show-assessment.js';
import { readSignOffFacts } from './sign-off-facts.js';

/**
 * Hands the analysis to whoever may approve it. From here on no answer, risk or decision in it changes until they decide;
 * the inventory goes on, and whoever signs is told what moved.
 */
@Injectable()
export class SubmitForApproval {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: ReportPacks,
    private readonly show: ShowAssessment,
    private readonly inventoryFindings: RefreshInventoryFindings,
  ) {}

  async execute(assessmentId: string, version: number): Promise<AssessmentView> {
    const packs = await this.db.read(async (tx) =>
      this.packs.load(tx, await assessmentPins(tx, assessmentId)),
    );
    const { memberId } = currentMember();
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'change');
      const status = nextStatus(pins.status, 'submit');
      // A change that is being written is waited for and read here, or notes itself afterwards: none falls in between.
      await takeTurnOfChanges(tx);
      // What is read and signed shows the data flows of this day.
      await this.inventoryFindings.within(tx, assessmentId);
      refuseIncomplete((await readSignOffFacts(tx, assessmentId, packs)).facts);
      await changeState(tx, pins, version, { status, submittedBy: memberId });
      await addStep(tx, assessmentId, 'submission', memberId);
      tx.audit.record({
        action: 'assessment.submitted',
        target: { type: 'assessment', id: assessmentId },
        changes: { status: { from: pins.status, to: status } },
      });
      await tx.enqueue(notifyAssessmentSubmitted, { assessmentId, byId: memberId, on: tx.today });
      return this.show.within(tx, assessmentId);
    });
  }
}

/** Refuses with everything that is missing, so that it is mended in one go. */
export function refuseIncomplete(
  facts: SignOffFacts,
  words = 'This analysis is not complete yet. Nothing was submitted.',
): void {
  const fieldErrors = missingForSubmission(facts);
  if (Object.keys(fieldErrors).length > 0) {
    throw new DomainError('assessment.incomplete', 'invalid', words, { fieldErrors });
  }
}
