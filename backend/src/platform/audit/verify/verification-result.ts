import type { AuditFaultView } from '../audit.schemas.js';

/** What a verification leaves in its job's row. */
export interface VerificationResult {
  rows: number;
  treeSize: number;
  faultCount: number;
  faults: AuditFaultView[];
}
