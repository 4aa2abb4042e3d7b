import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { undoingOf, type KeptReason } from '../domain/undo-scan.js';
import { BATCH, factsBefore, standing } from '../persistence/scan-changes.js';
import type { Scan } from '../persistence/scan.repository.js';
import type { ScanUndoResult } from '../persistence/scan.record.js';
import { openCriticalOnEphi } from '../persistence/open-severe.js';
import { changesToUndo, markKept, restore, withdraw, type ScanChange } from '../persistence/scan-undo.js';
import { forgetHosts } from '../persistence/scan-undo-hosts.js';
import { addEvents } from '../persistence/vulnerability-events.js';

/** How many vulnerabilities are done. */
export type Advance = (done: number) => Promise<void>;

export interface TakenBack {
  result: ScanUndoResult;
  /** Critical ones on assets with ePHI that the file had closed. */
  criticalOpenAgain: number;
}

/** Takes back all of a file that can be taken back, and says of the rest why it stays. */
export async function takeScanBack(tx: WriteTx, scan: Scan, advance: Advance): Promise<TakenBack> {
  const result: ScanUndoResult = { withdrawn: 0, restored: 0, kept: 0 };
  let criticalOpenAgain = 0;
  let done = 0;
  for (let behind: string | null = null; ;) {
    const changes: ScanChange[] = await changesToUndo(tx, scan.id, { behind, limit: BATCH, withFacts: true });
    const { made, changed, kept } = sorted(changes);
    await takeOut(tx, made);
    criticalOpenAgain += await bringBack(tx, scan, changed);
    await markKept(tx, kept);
    result.withdrawn += made.length;
    result.restored += changed.length;
    result.kept += kept.length;
    done += changes.length;
    await advance(done);
    if (changes.length < BATCH) break;
    behind = changes.at(-1)!.subjectId;
  }
  await forgetHosts(tx, scan.id);
  return { result, criticalOpenAgain };
}

function sorted(changes: readonly ScanChange[]) {
  const made: ScanChange[] = [];
  const changed: ScanChange[] = [];
  const kept: { change: ScanChange; because: KeptReason }[] = [];
  for (const change of changes) {
    const undoing = undoingOf(change);
    if (undoing.outcome === 'kept') kept.push({ change, because: undoing.because });
    else if (undoing.outcome === 'withdrawn') made.push(change);
    else changed.push(change);
  }
  return { made, changed, kept };
}

async function takeOut(tx: WriteTx, made: readonly ScanChange[]): Promise<void> {
  const now = await standing(
    tx,
    made.map(({ subjectId }) => subjectId),
  );
  await withdraw(
    tx,
    made.map((change) => ({ change, facts: now.get(change.subjectId)!.facts })),
  );
}

/** Each one's own history says that it is again what it was. Answers how many critical ones that opened. */
async function bringBack(tx: WriteTx, scan: Scan, changed: readonly ScanChange[]): Promise<number> {
  const ids = changed.map(({ subjectId }) => subjectId);
  const wereOpen = await openCriticalOnEphi(tx, ids);
  const restored = changed.map((change) => ({ change, before: factsBefore(tx, change) }));
  await restore(tx, restored);
  await addEvents(
    tx,
    restored.map(({ change, before }) => ({
      vulnerabilityId: change.subjectId,
      what: 'undone',
      severity: before.severity,
      reason: '',
      scanId: scan.id,
      byId: null,
      happenedOn: tx.today,
    })),
  );
  return [...(await openCriticalOnEphi(tx, ids))].filter((id) => !wereOpen.has(id)).length;
}
