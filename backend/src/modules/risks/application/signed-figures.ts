import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { figuresOf, type SignedFigures } from '../domain/signed-figures.js';
import { findSnapshot, keptFigures } from '../persistence/snapshot.repository.js';
import { openSnapshot } from './signed-content.js';

/**
 * What a signed analysis counted: kept since its signature, or counted now from the content of one that was signed before
 * these were kept. Null where nothing was signed, or where the content is not the one that was signed.
 */
export async function signedFigures(tx: ReadTx, assessmentId: string): Promise<SignedFigures | null> {
  const kept = await keptFigures(tx, assessmentId);
  if (kept) return kept;
  const snapshot = await findSnapshot(tx, assessmentId);
  const report = snapshot && openSnapshot(snapshot);
  return report ? figuresOf(report) : null;
}
