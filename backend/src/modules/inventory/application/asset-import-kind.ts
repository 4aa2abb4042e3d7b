import { changesBetween } from '../../../platform/audit/event-types.js';
import { changeEvent } from '../domain/asset-change.js';
import { ASSET_KINDS } from '../domain/asset.js';
import { assetHeadings } from '../domain/import/asset-columns.js';
import { ASSETS, newAssetFacts } from '../domain/import/asset-subject.js';
import { loadAssetWorld } from '../persistence/asset-import-world.js';
import { AssetRecord } from '../persistence/asset.record.js';
import { assetsInFlows } from '../persistence/flow-ends.js';
import { assetRow, loadAssets, openTagSeries, saveAsset } from '../persistence/asset.repository.js';
import { assetUses } from '../record-uses.js';
import { tellOfAssets } from './followers.js';
import { importKind } from './import-kind.js';
import { ASSET_LIST } from './list-limits.js';

export const ASSET_IMPORTS = importKind({
  name: 'assets',
  target: 'asset-import',
  subject: ASSETS,
  headings: assetHeadings,
  rules: ASSET_LIST,
  records: { table: 'asset', idKind: 'asset', uses: assetUses },
  world: loadAssetWorld,
  openKeys: async (tx) => {
    const series = await openTagSeries(tx);
    return (rows) => {
      // Tags that the list itself brings are taken before one is made up.
      for (const { tag } of rows) if (tag !== undefined) series.take(ASSET_KINDS, tag);
      return rows.map((read) => newAssetFacts(read, read.tag ?? series.next(read.kind!)));
    };
  },
  insert: async (tx, made) => {
    await tx.manager.insert(
      AssetRecord,
      made.map(({ id, facts }) => assetRow(tx, id, facts)),
    );
  },
  save: (tx, id, version, _before, changes) => saveAsset(tx, id, version, changes),
  tell: tellOfAssets,
  load: loadAssets,
  keptAsTheyAre: assetsInFlows,
  made: ({ kind }, importId) => ({ action: 'asset.created', detail: { kind, importId } }),
  changed: (before, after, importId, undo) => ({
    action: changeEvent(before, after),
    changes: changesBetween(before, after),
    detail: undo ? { importId, undo } : { importId },
  }),
  withdrawn: (importId) => ({ action: 'asset.withdrawn', detail: { importId } }),
  examples: [
    {
      tag: 'APP-001',
      name: 'Electronic health record',
      kind: 'application',
      description: 'Charts, orders and notes of all patients',
      hosting: 'cloud',
      vendorName: 'Name of the vendor',
      holdsEphi: 'yes',
      phiTypes: 'demographics; clinical-notes; medications',
      phiRecordCount: '12000',
      encryptionAtRest: 'yes',
      encryptionInTransit: 'yes',
      backup: 'tested',
      internetFacing: 'yes',
      portable: 'no',
      lifecycle: 'in-service',
    },
    {
      tag: 'DEV-001',
      name: 'Front desk laptop',
      kind: 'device',
      description: 'Check-in and scheduling',
      location: 'Reception',
      hosting: 'portable',
      holdsEphi: 'yes',
      phiTypes: 'demographics; appointments',
      encryptionAtRest: 'unknown',
      encryptionInTransit: 'yes',
      backup: 'none',
      internetFacing: 'no',
      portable: 'yes',
      lifecycle: 'in-service',
    },
  ],
});
