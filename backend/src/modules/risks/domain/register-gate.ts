import { DomainError } from '../../../platform/kernel/domain-error.js';

export type AssessmentStatus = 'draft' | 'in-review' | 'signed';

/**
 * The register and the plan live on after the sign-off; the snapshot holds what was signed. While somebody reads the
 * analysis to approve it, nothing that they read may change under them.
 */
export function refuseWhileInReview(status: AssessmentStatus): void {
  if (status === 'in-review') {
    throw new DomainError(
      'assessment.in-review',
      'conflict',
      'This analysis waits for approval, so its register and plan stand still. Ask for its return to change them.',
    );
  }
}

/** What an analysis says is changed only while it is a draft. */
export function refuseUnlessDraft(status: AssessmentStatus): void {
  refuseWhileInReview(status);
  if (status === 'signed') {
    throw new DomainError('assessment.signed', 'conflict', 'This analysis is signed and stays as it is. Start the next one to record what is new.');
  }
}
