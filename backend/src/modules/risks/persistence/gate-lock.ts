import type { WriteTx } from '../../../platform/database/tenant-db.js';

/**
 * Whoever answers a gate of an analysis waits for those who answer what hangs on gates, and they for them: a follow-up
 * never counts, nor leaves a finding, while its gate is shut behind its back. Follow-ups do not wait for each other, and
 * all other questions for nobody.
 */
export async function holdGates(
  tx: WriteTx,
  assessmentId: string,
  role: 'gate' | 'follow-up',
): Promise<void> {
  const lock = role === 'gate' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.query(`select ${lock}(hashtextextended($1, 164))`, [`gates|${assessmentId}`]);
}
