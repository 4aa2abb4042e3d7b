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
  /** Not only to show it: facts come along, and what they rely on is held until the commit. */
  forUpdate?: boolean;
}

/** What becomes of each record that an import made or changed: the plan shows it, and the undo goes by it. */
export async function undoingsOf<Facts extends { name: string }, World>(
  { records, mayRestore }: Pick<ImportKindParts<Facts, World>, 'records' | 'mayRestore'>,
  tx: ReadTx,
  importId: string,
  { forUpdate = false, ...page }: UndoingOptions,
): Promise<PlannedUndoing[]> {
  const withFacts = forUpdate || mayRestore !== undefined;
  const changes = await changesToUndo(tx, records, importId, { ...page, withFacts });
  const planned = changes.map((change) => ({ change, undoing: undoingOf(change) }));
  const restored = planned.filter(({ undoing }) => undoing.outcome === 'restored');
  if (!mayRestore || restored.length === 0) return planned;
  const before = restored.map(({ change }) => ({
    id: change.subjectId,
    facts: factsBefore<Facts>(tx, change),
  }));
  const possible = await mayRestore(tx, before, { forUpdate });
  return planned.map((one) =>
    one.undoing.outcome !== 'restored' || possible.has(one.change.subjectId)
      ? one
      : { ...one, undoing: { outcome: 'kept', because: 'changed-since' } },
  );
}
