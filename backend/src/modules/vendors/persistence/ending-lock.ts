import type { ReadTx } from '../../../platform/database/tenant-db.js';

/**
 * Who ends the work with a vendor waits for lists of flows that are being taken over or undone, and then sees their
 * flows; who takes one over waits for the end, and then sees that. Lists are the worker's, which may not lock the rows
 * of vendors. Taken before any of these: the other way round, the two would wait for each other.
 */
export async function lockEndings(tx: ReadTx, role: 'end' | 'rely'): Promise<void> {
  const lock = role === 'end' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.query(`select ${lock}(hashtextextended('vendor-endings|' || $1, 0))`, [tx.organizationId]);
}
