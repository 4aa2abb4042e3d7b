import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { UndoResult } from '../persistence/import-batch.record.js';
import { lockImport, readImportHead, saveImport } from '../persistence/import-batch.repository.js';
import { IMPORT_KINDS } from './import-kinds.js';

/** Undoes an import in one transaction: all of it that can be undone, or nothing. A second run finds it done. */
@Injectable()
export class UndoImport {
  constructor(private readonly db: TenantDb) {}

  execute(id: string, jobRunId: string, advance: (done: number) => Promise<void>): Promise<UndoResult> {
    return this.db.write(async (tx) => {
      const status = await lockImport(tx, id, null);
      const batch = await readImportHead(tx, id, null);
      const kind = IMPORT_KINDS[batch.kind];
      const target = { type: kind.target, id };
      if (status !== 'undoing' || batch.undoJobId !== jobRunId) {
        const done = batch.undoResult ?? { withdrawn: 0, restored: 0, kept: 0 };
        const detail = { ...done };
        tx.audit.record({
          action: `${kind.target}.undone`,
          target,
          outcome: 'ok',
          reasonCode: 'already-done',
          detail,
        });
        return done;
      }
      const result = await kind.takeBack(tx, id, advance);
      // An undo of what an earlier one had to leave adds to it.
      const whole = {
        withdrawn: result.withdrawn + (batch.undoResult?.withdrawn ?? 0),
        restored: result.restored + (batch.undoResult?.restored ?? 0),
        kept: result.kept,
      };
      await saveImport(tx, id, batch.version, { status: 'undone', undoneAt: tx.now, undoResult: whole });
      tx.audit.record({ action: `${kind.target}.undone`, target, detail: { ...result } });
      return whole;
    });
  }

  /** It can be tried again; nothing was undone. Answers with the reason: that of the refusal, or that it failed. */
  giveBack(id: string, refusal: string | null): Promise<string> {
    return this.db.write(async (tx) => {
      const status = await lockImport(tx, id, null);
      const batch = await readImportHead(tx, id, null);
      const { target } = IMPORT_KINDS[batch.kind];
      const reason = refusal ?? `${target}.undo-failed`;
      if (status === 'undoing')
        await saveImport(tx, id, batch.version, { status: batch.undoneAt ? 'undone' : 'committed' });
      tx.audit.record({
        action: `${target}.undo-failed`,
        target: { type: target, id },
        outcome: 'failed',
        reasonCode: reason,
        detail: { reason },
      });
      return reason;
    });
  }
}
