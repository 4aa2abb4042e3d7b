import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { lockScan, readScan, saveScan } from '../persistence/scan.repository.js';
import type { ScanUndoResult } from '../persistence/scan.record.js';
import { countCriticalLeft } from '../persistence/scan-undo.js';
import { takeTurn } from '../persistence/vulnerability.repository.js';
import { tellFollowers } from './followers.js';
import { takeScanBack, type Advance } from './take-scan-back.js';

/** Undoes a file in one transaction: all of it that can be undone, or nothing. A second run finds it done. */
@Injectable()
export class UndoScan {
  constructor(private readonly db: TenantDb) {}

  execute(id: string, jobRunId: string, advance: Advance): Promise<ScanUndoResult> {
    return this.db.write(async (tx) => {
      await takeTurn(tx);
      const status = await lockScan(tx, id);
      const { scan } = await readScan(tx, id);
      const target = { type: 'scan', id };
      if (status !== 'undoing' || scan.undoJobId !== jobRunId) {
        const done = scan.undoResult ?? { withdrawn: 0, restored: 0, kept: 0 };
        const detail = { ...done };
        tx.audit.record({ action: 'scan.undone', target, outcome: 'ok', reasonCode: 'already-done', detail });
        return done;
      }
      const { result, criticalOpenAgain } = await takeScanBack(tx, scan, advance);
      // An undo of what an earlier one had to leave adds to it.
      const whole = {
        withdrawn: result.withdrawn + (scan.undoResult?.withdrawn ?? 0),
        restored: result.restored + (scan.undoResult?.restored ?? 0),
        kept: result.kept,
      };
      await saveScan(tx, id, scan.version, { status: 'undone', undoneAt: tx.now, undoResult: whole });
      tx.audit.record({ action: 'scan.undone', target, detail: { ...result } });
      const criticalLeft = await countCriticalLeft(tx, id);
      await tellFollowers(tx, { scanId: id, newCriticalOnEphi: criticalOpenAgain, undone: { criticalLeft } });
      return whole;
    });
  }

  /** It can be tried again; nothing was undone. Answers with the reason: that of the refusal, or that it failed. */
  giveBack(id: string, refusal: string | null): Promise<string> {
    return this.db.write(async (tx) => {
      const status = await lockScan(tx, id);
      const { scan } = await readScan(tx, id);
      const reason = refusal ?? 'scan.undo-failed';
      if (status === 'undoing')
        await saveScan(tx, id, scan.version, { status: scan.undoneAt ? 'undone' : 'committed' });
      tx.audit.record({
        action: 'scan.undo-failed',
        target: { type: 'scan', id },
        outcome: 'failed',
        reasonCode: reason,
        detail: { reason },
      });
      return reason;
    });
  }
}
