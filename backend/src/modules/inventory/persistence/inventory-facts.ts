import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { AssetFacts } from '../domain/asset.js';
import type { DataFlowFacts } from '../domain/data-flow.js';
import type { FlowConcern } from '../domain/flow-concerns.js';
import { assetNotes } from './asset.repository.js';
import { ASSET_JOINS, WHOLE_ASSET_COLUMNS, type WholeAssetRow } from './asset.rows.js';
import { concernedSql } from './data-flow-list.js';
import {
  concernsOf,
  DATA_FLOW_COLUMNS,
  DATA_FLOW_JOINS,
  endOf,
  FLOW_END_JOINS,
  PLAIN_FLOW_COLUMNS,
  type DataFlowRow,
  type PlainFlowRow,
} from './data-flow.rows.js';

/** An asset as other modules see it: ids are plain UUIDs here, typed only in the API. */
export interface InventoryAsset extends AssetFacts {
  id: string;
  siteName: string | null;
  ownerName: string | null;
  version: number;
}

export interface InventoryDataFlow extends DataFlowFacts {
  id: string;
  fromName: string;
  toName: string;
  version: number;
}

export interface ConcernedDataFlow extends InventoryDataFlow {
  concerns: FlowConcern[];
}

/** Every asset by name, or those with these ids. Retired ones too: what they held may still lie on them. */
export async function assetsInInventory(
  tx: ReadTx,
  ids: readonly string[] | null = null,
): Promise<InventoryAsset[]> {
  const rows = await tx.query<WholeAssetRow>(
    `select ${WHOLE_ASSET_COLUMNS} from asset a ${ASSET_JOINS}
     where a.organization_id = $1 and ($2::uuid[] is null or a.id = any($2)) order by lower(a.name), a.id`,
    [tx.organizationId, ids],
  );
  return rows.map(({ notes, createdAt: _made, updatedAt: _changed, ...row }) => ({
    ...row,
    notes: assetNotes.openOrNull(tx, row.id, notes) ?? '',
  }));
}

/** The flows that are in use, by name, or those with these ids. */
export async function dataFlowsInInventory(
  tx: ReadTx,
  ids: readonly string[] | null = null,
): Promise<InventoryDataFlow[]> {
  const rows = await tx.query<PlainFlowRow>(
    `select ${PLAIN_FLOW_COLUMNS} from data_flow f ${FLOW_END_JOINS}
     where f.organization_id = $1 and (($2::uuid[] is null and f.active) or f.id = any($2)) order by lower(f.name), f.id`,
    [tx.organizationId, ids],
  );
  return rows.map(inventoryFlow);
}

/** Those of them that have a concern. */
export async function concernedDataFlows(tx: ReadTx): Promise<ConcernedDataFlow[]> {
  const rows = await tx.query<DataFlowRow>(
    `select ${DATA_FLOW_COLUMNS} from data_flow f ${DATA_FLOW_JOINS}
     where f.organization_id = $1 and ${concernedSql('$2')} order by lower(f.name), f.id`,
    [tx.organizationId, tx.today],
  );
  return rows.map((whole) => {
    const {
      vendors: _vendors,
      fromTag: _from,
      toTag: _to,
      createdAt: _made,
      updatedAt: _changed,
      ...row
    } = whole;
    return { ...inventoryFlow(row), concerns: concernsOf(whole, tx.today) };
  });
}

function inventoryFlow({
  fromAssetId,
  fromVendorId,
  toAssetId,
  toVendorId,
  ...row
}: PlainFlowRow): InventoryDataFlow {
  return {
    ...row,
    from: endOf(fromAssetId, fromVendorId, row.fromName),
    to: endOf(toAssetId, toVendorId, row.toName),
  };
}
