import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { KeptReason } from '../domain/import/undo.js';
import type { UndoResult } from '../persistence/import-batch.record.js';
import {
  factsBefore,
  lockRecordsOf,
  markKept,
  markRestored,
  withdraw,
  type ImportChange,
} from '../persistence/import-changes.js';
import type { RecordNews } from './followers.js';
import type { Advance, ImportKindParts } from './import-kind.js';
import { entryOf } from './take-over.js';
import { undoingsOf, type PlannedUndoing } from './undoings.js';

const BATCH = 400;

/** Takes back all that can be taken back, and says of the rest why it stays. */
export async function takeBack<Facts extends { name: string }, World>(
  parts: ImportKindParts<Facts, World>,
  tx: WriteTx,
  importId: string,
  advance: Advance,
): Promise<UndoResult> {
  await lockRecordsOf(tx, parts.records, importId);
  const result: UndoResult = { withdrawn: 0, restored: 0, kept: 0 };
  const news: RecordNews<Facts>[] = [];
  let done = 0;
  for (let behind: string | null = null; ;) {
    const options = { behind, limit: BATCH, forUpdate: true };
    const planned: PlannedUndoing[] = await undoingsOf(parts, tx, importId, options);
    const { made, changed, kept } = sorted(planned);
    news.push(...(await takeOut(parts, tx, importId, made)));
    news.push(...(await restore(parts, tx, importId, changed)));
    await markKept(tx, kept);
    result.restored += changed.length;
    result.withdrawn += made.length;
    result.kept += kept.length;
    done += planned.length;
    await advance(done);
    if (planned.length < BATCH) break;
    behind = planned.at(-1)!.change.subjectId;
  }
  await parts.tell(tx, news);
  return result;
}

function sorted(planned: readonly PlannedUndoing[]) {
  const made: ImportChange[] = [];
  const changed: ImportChange[] = [];
  const kept: { change: ImportChange; because: KeptReason }[] = [];
  for (const { change, undoing } of planned) {
    if (undoing.outcome === 'kept') kept.push({ change, because: undoing.because });
    else if (undoing.outcome === 'withdrawn') made.push(change);
    else changed.push(change);
  }
  return { made, changed, kept };
}

async function takeOut<Facts extends { name: string }, World>(
  parts: ImportKindParts<Facts, World>,
  tx: WriteTx,
  importId: string,
  made: readonly ImportChange[],
): Promise<RecordNews<Facts>[]> {
  if (made.length === 0) return [];
  const now = await parts.load(
    tx,
    made.map(({ subjectId }) => subjectId),
  );
  const taken = made.map((change) => ({ change, facts: now.get(change.subjectId)! }));
  await withdraw(tx, parts.records, taken);
  for (const { subjectId } of made)
    tx.audit.record(entryOf(parts, subjectId, importId, parts.withdrawn(importId)));
  return taken.map(({ change, facts }) => ({ id: change.subjectId, before: facts, after: null }));
}

async function restore<Facts extends { name: string }, World>(
  parts: ImportKindParts<Facts, World>,
  tx: WriteTx,
  importId: string,
  changed: readonly ImportChange[],
): Promise<RecordNews<Facts>[]> {
  const news: RecordNews<Facts>[] = [];
  const records = await parts.load(
    tx,
    changed.map(({ subjectId }) => subjectId),
  );
  for (const change of changed) {
    const now = records.get(change.subjectId)!;
    const before = factsBefore<Facts>(tx, change);
    const version = await parts.save(tx, change.subjectId, change.version, now, before);
    await markRestored(tx, change, version);
    const event = parts.changed(now, before, importId, true);
    tx.audit.record(entryOf(parts, change.subjectId, importId, event));
    news.push({ id: change.subjectId, before: now, after: before });
  }
  return news;
}
