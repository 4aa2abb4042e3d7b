import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { notifyAssessmentApproved } from '../../notices/index.js';
import { RenewReview } from '../../obligations/index.js';
import { coverChanges, takeTurnOfChanges } from '../../reassessment/index.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { nextStatus } from '../domain/assessment-status.js';
import { markOf, movedWarning } from '../domain/inventory-moves.js';
import { figuresOf } from '../domain/signed-figures.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { changeState } from '../persistence/assessment-state.js';
import { addStep } from '../persistence/assessment-steps.js';
import { insertSnapshot } from '../persistence/snapshot.repository.js';
import type { ApprovalRequest } from '../sign-off.schemas.js';
import { DamagedSnapshots } from './damaged-snapshots.js';
import { ReportPacks, type PacksOfReport } from './report-packs.js';
import { ShowAssessment } from './show-assessment.js';
import { signedContent } from './signed-content.js';
import { readSignOffFacts } from './sign-off-facts.js';
import { refuseIncomplete } from './submit-for-approval.js';
import { WholeReport } from './whole-report.js';

/**
 * A second person signs: the analysis as it stands becomes a snapshot that nobody can change, and next year's review
 * an obligation. 45 CFR 164.308(a)(1)(ii)(A), 164.316(b)(2)(iii)
 */
@Injectable()
export class ApproveAssessment {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: ReportPacks,
    private readonly report: WholeReport,
    private readonly damaged: DamagedSnapshots,
    private readonly renewReview: RenewReview,
    private readonly show: ShowAssessment,
  ) {}

  async execute(assessmentId: string, version: number, request: ApprovalRequest): Promise<AssessmentView> {
    const packs = await this.db.read(async (tx) =>
      this.packs.load(tx, await assessmentPins(tx, assessmentId)),
    );
    return this.damaged.watch(() => this.sign(assessmentId, version, request, packs));
  }

  private sign(
    assessmentId: string,
    version: number,
    { statement, inventorySeen }: ApprovalRequest,
    packs: PacksOfReport,
  ): Promise<AssessmentView> {
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'change');
      const status = nextStatus(pins.status, 'approve');
      const { memberId } = refuseAuthor(pins);
      // Nothing of the inventory changes between what is compared here and what is signed.
      await takeTurnOfChanges(tx);
      const { facts } = await readSignOffFacts(tx, assessmentId, packs);
      refuseIncomplete(facts, NOT_COMPLETE);
      if (markOf(facts.moved) !== inventorySeen) throw inventoryMoved(movedWarning(facts.moved));
      const snapshot = await this.keepSnapshot(tx, pins, packs, statement);
      await addStep(tx, assessmentId, 'approval', memberId);
      await coverChanges(tx, assessmentId, pins.submittedAt!);
      const reviewDueOn = await this.renewReview.execute(tx, {
        assessmentId,
        title: pins.title,
        approvedOn: tx.today,
        ownerId: pins.preparedBy,
      });
      await changeState(tx, pins, version, { status });
      tx.audit.record({
        action: 'assessment.approved',
        target: { type: 'assessment', id: assessmentId },
        changes: { status: { from: pins.status, to: status } },
        detail: { snapshotId: snapshot.id, contentHash: snapshot.contentHash },
      });
      await tx.enqueue(
        notifyAssessmentApproved,
        { assessmentId, byId: memberId, on: tx.today, reviewDueOn },
        { dedupeKey: assessmentId },
      );
      return this.show.within(tx, assessmentId);
    });
  }

  private async keepSnapshot(
    tx: WriteTx,
    pins: AssessmentPins,
    packs: PacksOfReport,
    statement: string,
  ): Promise<{ id: string; contentHash: string }> {
    const approver = currentMember();
    const report = await this.report.within(tx, pins.id, packs, approver.name);
    const { preparedBy, submittedBy, submittedAt } = report.assessment;
    const { text, contentHash } = signedContent(report, {
      preparedBy,
      submittedBy: submittedBy!,
      submittedAt: submittedAt!,
      approvedBy: approver.name,
      approvedAt: tx.now.toISOString(),
      approvedOn: tx.today,
      statement,
    });
    const id = newId();
    await insertSnapshot(tx, {
      id,
      assessmentId: pins.id,
      text,
      contentHash,
      preparedBy: pins.preparedBy,
      submittedBy: pins.submittedBy!,
      approvedBy: approver.memberId,
      approvedOn: tx.today,
      statement,
      figures: figuresOf(report),
    });
    return { id, contentHash };
  }
}

const NOT_COMPLETE =
  'Something is missing that an analysis has to have by now. Return it, so that its authors can add it.';

/** `now`: what moved by now, or null where what had moved was taken back. */
function inventoryMoved(now: string | null): DomainError {
  const what = now ?? 'What had moved since the submission is as it was then.';
  return new DomainError(
    'assessment.inventory-moved',
    'conflict',
    `The inventory changed after you opened this page. Nothing was signed: look at it again. ${what}`,
  );
}

/** Whoever prepared or submitted it cannot be the second pair of eyes. */
function refuseAuthor(pins: AssessmentPins): { memberId: string; name: string } {
  const member = currentMember();
  if (member.memberId === pins.preparedBy || member.memberId === pins.submittedBy) {
    throw new DomainError(
      'assessment.own-work',
      'forbidden',
      'You prepared or submitted this analysis. Somebody else has to approve it.',
    );
  }
  return member;
}
