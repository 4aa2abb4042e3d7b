import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { ImportResult } from '../persistence/import-batch.record.js';
import { lockImport, readImport, saveImport } from '../persistence/import-batch.repository.js';
import { IMPORT_KINDS } from './import-kinds.js';

/**
 * Takes a list over in one transaction: all of it, or nothing. A second run finds it done and answers the same.
 */
@Injectable()
export class CommitImport {
  constructor(private readonly db: TenantDb) {}

  /** The result, when the list was taken over before; otherwise null. */
  resultOf(id: string): Promise<ImportResult | null> {
    return this.db.read(async (tx) => {
      const { batch } = await readImport(tx, id, null);
      return batch.result;
    });
  }

  execute(id: string, advance: (done: number) => Promise<void>): Promise<ImportResult> {
    return this.db.write(async (tx) => {
      await lockImport(tx, id, null);
      const { batch, content } = await readImport(tx, id, null);
      const { target } = IMPORT_KINDS[batch.kind];
      if (batch.result) {
        // The other run was faster while this one waited for the lock.
        tx.audit.record({
          action: `${target}.committed`,
          target: { type: target, id },
          outcome: 'ok',
          reasonCode: 'already-done',
          detail: batch.result,
        });
        return batch.result;
      }
      const skipBadRows = batch.skipBadRows ?? false;
      const result = await IMPORT_KINDS[batch.kind].takeOver(tx, id, content, skipBadRows, advance);
      await saveImport(tx, id, batch.version, {
        status: 'committed',
        result,
        committedAt: tx.now,
        source: null,
      });
      tx.audit.record({
        action: `${target}.committed`,
        target: { type: target, id },
        detail: result,
      });
      return result;
    });
  }

  /**
   * The list can be looked at and committed again; nothing was taken over. Answers with the reason: that of the refusal,
   * or that it failed.
   */
  giveBack(id: string, refusal: string | null): Promise<string> {
    return this.db.write(async (tx) => {
      const status = await lockImport(tx, id, null);
      const { batch } = await readImport(tx, id, null);
      const { target } = IMPORT_KINDS[batch.kind];
      const reason = refusal ?? `${target}.failed`;
      if (status === 'committing') await saveImport(tx, id, batch.version, { status: 'previewed' });
      tx.audit.record({
        action: `${target}.refused`,
        target: { type: target, id },
        outcome: 'failed',
        reasonCode: reason,
        detail: { reason },
      });
      return reason;
    });
  }
}
