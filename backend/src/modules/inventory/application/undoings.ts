import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { undoingOf, type Undoing } from '../domain/import/undo.js';
import { changesToUndo, factsBefore, type ImportChange } from '../persistence/import-changes.js';
import type { ImportKindParts } from './import-kind.js';

export interface PlannedUndoing {
  change: ImportChange;
  undoing: Undoing;
}

export interface UndoingOptions {
  behind?: string | null;
  limit?: number | null;
  /** Not only to show it: what the facts rely on is held until the commit. */
  forUpdate?: boolean;
}

/** What becomes of each record that an import made or changed: the plan shows it, and the undo goes by it. */
export async function undoingsOf<Facts extends { name: string }, World>(
  { records, keptAsTheyAre }: Pick<ImportKindParts<Facts, World>, 'records' | 'keptAsTheyAre'>,
  tx: ReadTx,
  importId: string,
  { forUpdate = false, ...page }: UndoingOptions,
): Promise<PlannedUndoing[]> {
  const changes = await changesToUndo(tx, records, importId, page);
  const planned = changes.map((change) => ({ change, undoing: undoingOf(change) }));
  const restored = planned.filter(({ undoing }) => undoing.outcome === 'restored');
  if (restored.length === 0) return planned;
  const before = restored.map(({ change }) => ({
    id: change.subjectId,
    facts: factsBefore<Facts>(tx, change),
  }));
  const kept = await keptAsTheyAre(tx, before, { forUpdate });
  return planned.map((one) => {
    const because = one.undoing.outcome === 'restored' ? kept.get(one.change.subjectId) : undefined;
    return because === undefined ? one : { ...one, undoing: { outcome: 'kept', because } };
  });
}
