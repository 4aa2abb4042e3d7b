/** The only door to obligations for other modules. */
export { Obligations } from './application/obligations.js';
export { remindAt } from './application/remind-at.js';
export { RenewReview, type ApprovedAnalysis } from './application/renew-review.js';
export type { NewObligation, ObligationKind, ObligationRef, Subject } from './domain/obligation.js';
export { ObligationsModule } from './obligations.module.js';
export { openObligationsOf } from './persistence/open-obligations.query.js';
export { obligationsOfMember, type MemberObligation } from './persistence/obligations-of-member.js';
