import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { sealWords } from '../../../platform/outbox/sealed-words.js';
import { notifyAssessmentReturned } from '../../notices/index.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { nextStatus } from '../domain/assessment-status.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { changeState } from '../persistence/assessment-state.js';
import { addStep } from '../persistence/assessment-steps.js';
import { ShowAssessment } from './show-assessment.js';

/** Gives an analysis back to its authors, with the reason. */
@Injectable()
export class ReturnAssessment {
  constructor(
    private readonly db: TenantDb,
    private readonly show: ShowAssessment,
  ) {}

  execute(assessmentId: string, version: number, reason: string): Promise<AssessmentView> {
    const { memberId } = currentMember();
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'change');
      const status = nextStatus(pins.status, 'return');
      await changeState(tx, pins, version, { status });
      await addStep(tx, assessmentId, 'return', memberId, reason);
      tx.audit.record({
        action: 'assessment.returned',
        target: { type: 'assessment', id: assessmentId },
        changes: { status: { from: pins.status, to: status } },
      });
      const sealedReason = sealWords(tx, assessmentId, reason);
      await tx.enqueue(notifyAssessmentReturned, {
        assessmentId,
        byId: memberId,
        on: tx.today,
        sealedReason,
      });
      return this.show.within(tx, assessmentId);
    });
  }
}
