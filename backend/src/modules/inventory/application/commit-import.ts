import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { changeEvent } from '../domain/asset-change.js';
import type { TagSeries } from '../domain/asset-tag.js';
import { ASSET_KINDS, type AssetFacts } from '../domain/asset.js';
import { judgeRows, newAssetFacts, type JudgedRow } from '../domain/import/judge-rows.js';
import { AssetRecord } from '../persistence/asset.record.js';
import { assetRow, openTagSeries, saveAsset } from '../persistence/asset.repository.js';
import type { ImportResult } from '../persistence/import-batch.record.js';
import { lockImport, readImport, saveImport } from '../persistence/import-batch.repository.js';
import { addChanged, addCreated } from '../persistence/import-changes.js';
import { loadImportWorld } from '../persistence/import-world.js';
import { countBad } from './asset-imports.js';
import { tellOfAssets, type AssetNews } from './followers.js';
import { refuseBadRows } from './request-import-commit.js';

/** Few enough for one statement, enough for speed. */
const BATCH = 400;

/**
 * Takes a list over in one transaction: all of it, or nothing. A second run finds it done and answers the same.
 */
@Injectable()
export class CommitImport {
  constructor(private readonly db: TenantDb) {}

  /** The result, when the list was taken over before; otherwise null. */
  resultOf(id: string): Promise<ImportResult | null> {
    return this.db.read(async (tx) => {
      const { batch } = await readImport(tx, id);
      return batch.result;
    });
  }

  execute(id: string, advance: (done: number) => Promise<void>): Promise<ImportResult> {
    return this.db.write(async (tx) => {
      await lockImport(tx, id);
      const { batch, content } = await readImport(tx, id);
      if (batch.result) {
        // The other run was faster while this one waited for the lock.
        tx.audit.record({
          action: 'asset-import.committed',
          target: { type: 'asset-import', id },
          outcome: 'ok',
          reasonCode: 'already-done',
          detail: batch.result,
        });
        return batch.result;
      }
      const series = await openTagSeries(tx);
      const judged = judgeRows(
        content.rows,
        content.mapping,
        content.headings.length,
        await loadImportWorld(tx, content, { forUpdate: true }),
      );
      const badRows = countBad(judged);
      refuseBadRows(judged.length, badRows, batch.skipBadRows ?? false);
      const news: AssetNews[] = [];
      const created = await createAssets(tx, id, judged, series, news, advance);
      const changed = await changeAssets(tx, id, judged, created, news, advance);
      const result: ImportResult = {
        created,
        changed,
        unchanged: judged.length - badRows - created - changed,
        skipped: badRows,
      };
      await saveImport(tx, id, batch.version, {
        status: 'committed',
        result,
        committedAt: tx.now,
        source: null,
      });
      tx.audit.record({
        action: 'asset-import.committed',
        target: { type: 'asset-import', id },
        detail: result,
      });
      await tellOfAssets(tx, news);
      return result;
    });
  }

  /** The list can be looked at and committed again; nothing was taken over. */
  giveBack(id: string, reason: string): Promise<void> {
    return this.db.write(async (tx) => {
      const status = await lockImport(tx, id);
      const { batch } = await readImport(tx, id);
      if (status === 'committing') await saveImport(tx, id, batch.version, { status: 'previewed' });
      tx.audit.record({
        action: 'asset-import.refused',
        target: { type: 'asset-import', id },
        outcome: 'failed',
        reasonCode: reason,
        detail: { reason },
      });
    });
  }
}

async function createAssets(
  tx: WriteTx,
  importId: string,
  judged: JudgedRow[],
  series: TagSeries,
  news: AssetNews[],
  advance: (done: number) => Promise<void>,
): Promise<number> {
  const rows = judged.filter((row) => row.outcome === 'create');
  // Tags that the list itself brings are taken before one is made up.
  for (const { facts } of rows) if (facts.tag !== undefined) series.take(ASSET_KINDS, facts.tag);
  for (let start = 0; start < rows.length; start += BATCH) {
    const made = rows.slice(start, start + BATCH).map(({ facts }) => {
      const tag = facts.tag ?? series.next(facts.kind!);
      return { id: newId(), facts: newAssetFacts(facts, tag) };
    });
    const records = made.map(({ id, facts }) => assetRow(tx, id, facts));
    await tx.manager.insert(AssetRecord, records);
    await addCreated(
      tx,
      importId,
      made.map(({ id, facts }) => ({ assetId: id, facts, version: 1 })),
    );
    for (const { id, kind } of records) {
      tx.audit.record({
        action: 'asset.created',
        target: { type: 'asset', id },
        parent: parentOf(importId),
        detail: { kind, importId },
      });
    }
    news.push(...made.map(({ id, facts }) => ({ id, before: null, after: facts })));
    await advance(Math.min(start + BATCH, rows.length));
  }
  return rows.length;
}

async function changeAssets(
  tx: WriteTx,
  importId: string,
  judged: JudgedRow[],
  done: number,
  news: AssetNews[],
  advance: (done: number) => Promise<void>,
): Promise<number> {
  const before: { assetId: string; facts: AssetFacts; version: number }[] = [];
  for (const { outcome, asset, facts } of judged) {
    if (outcome !== 'change' || !asset) continue;
    const after = { ...asset.facts, ...facts };
    const version = await saveAsset(tx, asset.id, asset.version, facts);
    before.push({ assetId: asset.id, facts: asset.facts, version });
    tx.audit.record({
      action: changeEvent(asset.facts, after),
      target: { type: 'asset', id: asset.id },
      parent: parentOf(importId),
      changes: changesBetween(asset.facts, after),
      detail: { importId },
    });
    news.push({ id: asset.id, before: asset.facts, after });
    await advance(done + before.length);
  }
  for (let start = 0; start < before.length; start += BATCH)
    await addChanged(tx, importId, before.slice(start, start + BATCH));
  return before.length;
}

function parentOf(importId: string): { type: string; id: string } {
  return { type: 'asset-import', id: importId };
}
