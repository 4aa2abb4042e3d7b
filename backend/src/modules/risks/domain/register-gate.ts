import { DomainError } from '../../../platform/kernel/domain-error.js';
import { refuseUnlessDraft, type AssessmentStatus } from './assessment-status.js';

/**
 * The register and the plan live on after the sign-off; the snapshot holds what was signed. While somebody reads the
 * analysis to approve it, nothing that they read may change under them; and what was withdrawn is a record only.
 */
export function standsStill(status: AssessmentStatus): boolean {
  return status === 'in-review' || status === 'withdrawn';
}

export function refuseWhileStill(status: AssessmentStatus): void {
  if (status === 'withdrawn') refuseUnlessDraft(status);
  if (status === 'in-review') {
    throw new DomainError(
      'assessment.in-review',
      'conflict',
      'This analysis waits for approval, so its register and plan stand still. Ask for its return to change them.',
    );
  }
}
