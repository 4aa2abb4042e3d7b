import type { ReviewedType } from './record-kinds.js';

/** Whose work the review of a record may be: the roles that may change it, as the permissions say. */
export const REVIEWERS = {
  asset: ['org-admin', 'compliance-officer'],
  'data-flow': ['org-admin', 'compliance-officer'],
  vendor: ['compliance-officer', 'vendor-manager'],
  risk: ['compliance-officer'],
} as const satisfies Record<ReviewedType, readonly string[]>;
