import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { undoingOf, type KeptReason } from '../domain/import/undo.js';
import type { ImportUndoPlan } from '../asset-import.schemas.js';
import { readImportHead } from '../persistence/import-batch.repository.js';
import { changesToUndo } from '../persistence/import-changes.js';

const MOST_NAMED = 200;

/** What an undo would do now; behind one, what stayed and why. */
@Injectable()
export class UndoPlan {
  constructor(private readonly db: TenantDb) {}

  execute(id: string): Promise<ImportUndoPlan> {
    return this.db.read(async (tx) => {
      await readImportHead(tx, id);
      const plan = { withdraw: 0, restore: 0 };
      const kept: (ImportUndoPlan['kept'][number] & { because: KeptReason })[] = [];
      for (const change of await changesToUndo(tx, id, {})) {
        const undoing = undoingOf(change);
        if (undoing.outcome === 'withdrawn') plan.withdraw += 1;
        else if (undoing.outcome === 'restored') plan.restore += 1;
        else {
          kept.push({
            assetId: change.versionNow === null ? null : typedId('asset', change.assetId),
            name: change.assetName,
            tag: change.assetTag,
            because: undoing.because,
          });
        }
      }
      return { ...plan, keep: kept.length, kept: kept.slice(0, MOST_NAMED) };
    });
  }
}
