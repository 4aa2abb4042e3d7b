import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { changeEvent } from '../domain/asset-change.js';
import type { AssetFacts } from '../domain/asset.js';
import { refuseLifecycle } from '../domain/sanitization.js';
import type { AssetListQuery, CreateAssetRequest, UpdateAssetRequest } from '../asset.schemas.js';
import { pageOfAssets } from '../persistence/asset-list.js';
import {
  addAsset,
  loadAsset,
  openTagSeries,
  refuseTakenTag,
  refuseUnknownPlaces,
  saveAsset,
} from '../persistence/asset.repository.js';
import { refuseWhileFlowing } from '../persistence/data-flow.repository.js';
import { assetListItem, assetView, readAsset } from '../persistence/asset.rows.js';
import { hasDisposalRecord } from '../persistence/sanitization.repository.js';
import { tellOfAssets } from './followers.js';

@Injectable()
export class Assets {
  constructor(private readonly db: TenantDb) {}

  list({ sort, limit, cursor, ...filter }: AssetListQuery) {
    return this.db.read(async (tx) => {
      const { rows, ...page } = await pageOfAssets(tx, filter, { sort, limit, cursor });
      return { items: rows.map(assetListItem), ...page };
    });
  }

  show(id: string) {
    return this.db.read((tx) => view(tx, id));
  }

  create(request: CreateAssetRequest) {
    return this.db.write(async (tx) => {
      await refuseUnknownPlaces(tx, request);
      const facts: AssetFacts = {
        ...request,
        tag: request.tag || (await openTagSeries(tx)).next(request.kind),
      };
      await refuseTakenTag(tx, facts.tag, null);
      refuseDisposal(refuseLifecycle(null, facts, false));
      const id = newId();
      await addAsset(tx, id, facts);
      tx.audit.record({
        action: 'asset.created',
        target: { type: 'asset', id },
        detail: { kind: facts.kind },
      });
      await tellOfAssets(tx, [{ id, before: null, after: facts }]);
      return view(tx, id);
    });
  }

  update(id: string, version: number, request: UpdateAssetRequest) {
    return this.db.write(async (tx) => {
      const { facts: before } = await loadAsset(tx, id);
      await refuseUnknownPlaces(tx, request);
      if (request.tag !== undefined) await refuseTakenTag(tx, request.tag, id);
      const after = { ...before, ...request };
      const isDisposed = before.lifecycle === 'disposed';
      refuseDisposal(refuseLifecycle(before, after, isDisposed && (await hasDisposalRecord(tx, id))));
      if (after.lifecycle === 'disposed' && !isDisposed) await refuseWhileFlowing(tx, id);
      await saveAsset(tx, id, version, request);
      tx.audit.record({
        action: changeEvent(before, after),
        target: { type: 'asset', id },
        changes: changesBetween(before, after),
      });
      await tellOfAssets(tx, [{ id, before, after }]);
      return view(tx, id);
    });
  }
}

function refuseDisposal(message: string | null): void {
  if (message) throw invalidField('lifecycle', message, 'asset.disposal');
}

async function view(tx: ReadTx, id: string) {
  const row = await readAsset(tx, id);
  if (!row) throw notFound('asset');
  return assetView(tx, row);
}
