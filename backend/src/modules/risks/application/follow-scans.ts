import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { notifyCriticalFound } from '../../notices/index.js';
import type { VulnerabilityNews } from '../../vulnerabilities/index.js';
import { draftIds, newestStatus } from '../persistence/standing-assessments.js';
import { refreshScanFindings } from './refresh-inventory-findings.js';

/**
 * Vulnerabilities came or went. Drafts take them in at once. Once the newest analysis is handed in or signed it stays as
 * it is; then a critical one on an asset with ePHI is told to those who answer for compliance, once a file, since the
 * law asks for an analysis that is accurate today: 45 CFR 164.308(a)(1)(ii)(A).
 */
export async function followScans(
  tx: WriteTx,
  { scanId, newCriticalOnEphi, undone }: VulnerabilityNews,
): Promise<void> {
  for (const assessmentId of await draftIds(tx)) await refreshScanFindings(tx, assessmentId);
  const newest = await newestStatus(tx);
  // What an undo opened again was told when it was found.
  if (scanId === null || undone || newCriticalOnEphi === 0 || newest === null || newest === 'draft') return;
  await tx.enqueue(
    notifyCriticalFound,
    { scanId, critical: newCriticalOnEphi, on: tx.today },
    { dedupeKey: scanId },
  );
}
