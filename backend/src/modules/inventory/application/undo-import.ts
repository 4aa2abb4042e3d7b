import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { changeEvent } from '../domain/asset-change.js';
import { undoingOf, type KeptReason } from '../domain/import/undo.js';
import { loadAssets, saveAsset } from '../persistence/asset.repository.js';
import type { UndoResult } from '../persistence/import-batch.record.js';
import { lockImport, readImportHead, saveImport } from '../persistence/import-batch.repository.js';
import {
  changesToUndo,
  factsBefore,
  lockAssetsOf,
  markKept,
  markRestored,
  withdraw,
  type ImportChange,
} from '../persistence/import-changes.js';
import { tellOfAssets, type AssetNews } from './followers.js';

const BATCH = 400;

/** Undoes an import in one transaction: all of it that can be undone, or nothing. A second run finds it done. */
@Injectable()
export class UndoImport {
  constructor(private readonly db: TenantDb) {}

  execute(id: string, jobRunId: string, advance: (done: number) => Promise<void>): Promise<UndoResult> {
    return this.db.write(async (tx) => {
      const status = await lockImport(tx, id);
      const batch = await readImportHead(tx, id);
      const target = { type: 'asset-import', id };
      if (status !== 'undoing' || batch.undoJobId !== jobRunId) {
        const done = batch.undoResult ?? { withdrawn: 0, restored: 0, kept: 0 };
        const detail = { ...done };
        tx.audit.record({
          action: 'asset-import.undone',
          target,
          outcome: 'ok',
          reasonCode: 'already-done',
          detail,
        });
        return done;
      }
      await lockAssetsOf(tx, id);
      const news: AssetNews[] = [];
      const result = await undoAll(tx, id, news, advance);
      // An undo of what an earlier one had to leave adds to it.
      const whole = {
        withdrawn: result.withdrawn + (batch.undoResult?.withdrawn ?? 0),
        restored: result.restored + (batch.undoResult?.restored ?? 0),
        kept: result.kept,
      };
      await saveImport(tx, id, batch.version, { status: 'undone', undoneAt: tx.now, undoResult: whole });
      tx.audit.record({ action: 'asset-import.undone', target, detail: { ...result } });
      await tellOfAssets(tx, news);
      return whole;
    });
  }

  /** It can be tried again; nothing was undone. */
  giveBack(id: string, reason: string): Promise<void> {
    return this.db.write(async (tx) => {
      const status = await lockImport(tx, id);
      const batch = await readImportHead(tx, id);
      if (status === 'undoing')
        await saveImport(tx, id, batch.version, { status: batch.undoneAt ? 'undone' : 'committed' });
      tx.audit.record({
        action: 'asset-import.undo-failed',
        target: { type: 'asset-import', id },
        outcome: 'failed',
        reasonCode: reason,
        detail: { reason },
      });
    });
  }
}

async function undoAll(
  tx: WriteTx,
  importId: string,
  news: AssetNews[],
  advance: (done: number) => Promise<void>,
): Promise<UndoResult> {
  const result: UndoResult = { withdrawn: 0, restored: 0, kept: 0 };
  let done = 0;
  for (let behind: string | null = null; ;) {
    const changes = await changesToUndo(tx, importId, { behind, limit: BATCH, forUpdate: true });
    const made: ImportChange[] = [];
    const changed: ImportChange[] = [];
    const kept: { change: ImportChange; because: KeptReason }[] = [];
    for (const change of changes) {
      const undoing = undoingOf(change);
      if (undoing.outcome === 'kept') kept.push({ change, because: undoing.because });
      else if (undoing.outcome === 'withdrawn') made.push(change);
      else changed.push(change);
    }
    news.push(...(await takeOut(tx, importId, made)), ...(await restore(tx, importId, changed)));
    await markKept(tx, kept);
    result.restored += changed.length;
    result.withdrawn += made.length;
    result.kept += kept.length;
    done += changes.length;
    await advance(done);
    if (changes.length < BATCH) return result;
    behind = changes.at(-1)!.assetId;
  }
}

async function takeOut(tx: WriteTx, importId: string, made: readonly ImportChange[]): Promise<AssetNews[]> {
  if (made.length === 0) return [];
  const assets = await loadAssets(
    tx,
    made.map(({ assetId }) => assetId),
  );
  await withdraw(
    tx,
    made.map((change) => ({ change, facts: assets.get(change.assetId)! })),
  );
  for (const { assetId } of made) {
    tx.audit.record({
      action: 'asset.withdrawn',
      target: { type: 'asset', id: assetId },
      parent: { type: 'asset-import', id: importId },
      detail: { importId },
    });
  }
  return made.map(({ assetId }) => ({ id: assetId, before: assets.get(assetId)!, after: null }));
}

async function restore(
  tx: WriteTx,
  importId: string,
  changed: readonly ImportChange[],
): Promise<AssetNews[]> {
  const news: AssetNews[] = [];
  const assets = await loadAssets(
    tx,
    changed.map(({ assetId }) => assetId),
  );
  for (const change of changed) {
    const now = assets.get(change.assetId)!;
    const before = factsBefore(tx, change);
    const version = await saveAsset(tx, change.assetId, change.version, before);
    await markRestored(tx, change, version);
    tx.audit.record({
      action: changeEvent(now, before),
      target: { type: 'asset', id: change.assetId },
      parent: { type: 'asset-import', id: importId },
      changes: changesBetween(now, before),
      detail: { importId, undo: true },
    });
    news.push({ id: change.assetId, before: now, after: before });
  }
  return news;
}
