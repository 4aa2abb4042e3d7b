import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { AssetFacts } from '../domain/asset.js';
import type { DataFlowFacts } from '../domain/data-flow.js';

/** What became of a record, for those who go by it. */
export interface RecordNews<Facts> {
  id: string;
  /** Null: it is new. */
  before: Facts | null;
  /** Null: its import was undone, and it never was. */
  after: Facts | null;
}

export type AssetNews = RecordNews<AssetFacts>;
export type DataFlowNews = RecordNews<DataFlowFacts>;

type AssetFollower = (tx: WriteTx, news: readonly AssetNews[]) => Promise<void>;
type DataFlowFollower = (tx: WriteTx, news: readonly DataFlowNews[]) => Promise<void>;
const assetFollowers: AssetFollower[] = [];
const flowFollowers: DataFlowFollower[] = [];

/** Whoever goes by assets says here what they do, in the same transaction, once all of its records are written. */
export function followAssetsOfInventory(follower: AssetFollower): void {
  assetFollowers.push(follower);
}

export function followDataFlows(follower: DataFlowFollower): void {
  flowFollowers.push(follower);
}

export async function tellOfAssets(tx: WriteTx, news: readonly AssetNews[]): Promise<void> {
  for (const follower of assetFollowers) await follower(tx, news);
}

export async function tellOfDataFlows(tx: WriteTx, news: readonly DataFlowNews[]): Promise<void> {
  for (const follower of flowFollowers) await follower(tx, news);
}
