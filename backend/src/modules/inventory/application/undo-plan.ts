import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { KeptReason } from '../domain/import/undo.js';
import type { ImportUndoPlan } from '../import.schemas.js';
import { readImportHead } from '../persistence/import-batch.repository.js';
import type { ImportKind } from './import-kind.js';

const MOST_NAMED = 200;

/** What an undo would do now; behind one, what stayed and why. */
@Injectable()
export class UndoPlan {
  constructor(private readonly db: TenantDb) {}

  execute(kind: ImportKind, id: string): Promise<ImportUndoPlan> {
    return this.db.read(async (tx) => {
      await readImportHead(tx, id, kind.name);
      const plan = { withdraw: 0, restore: 0 };
      const kept: (ImportUndoPlan['kept'][number] & { because: KeptReason })[] = [];
      for (const { change, undoing } of await kind.undoings(tx, id)) {
        if (undoing.outcome === 'withdrawn') plan.withdraw += 1;
        else if (undoing.outcome === 'restored') plan.restore += 1;
        else {
          kept.push({
            recordId: change.versionNow === null ? null : typedId(kind.records.idKind, change.subjectId),
            name: change.subjectName,
            tag: change.subjectTag,
            because: undoing.because,
          });
        }
      }
      return { ...plan, keep: kept.length, kept: kept.slice(0, MOST_NAMED) };
    });
  }
}
