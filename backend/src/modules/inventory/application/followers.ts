import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { AssetFacts } from '../domain/asset.js';
import type { DataFlowFacts } from '../domain/data-flow.js';

/** What became of an asset, for those who go by it. */
export interface AssetNews {
  id: string;
  /** Null: it is new. */
  before: AssetFacts | null;
  /** Null: its import was undone, and it never was. */
  after: AssetFacts | null;
}

export interface DataFlowNews {
  id: string;
  before: DataFlowFacts | null;
  after: DataFlowFacts;
}

type AssetFollower = (tx: WriteTx, news: readonly AssetNews[]) => Promise<void>;
type DataFlowFollower = (tx: WriteTx, news: DataFlowNews) => Promise<void>;
const assetFollowers: AssetFollower[] = [];
const flowFollowers: DataFlowFollower[] = [];

/** Whoever goes by assets says here what they do, in the same transaction, once all of its assets are written. */
export function followAssetsOfInventory(follower: AssetFollower): void {
  assetFollowers.push(follower);
}

export function followDataFlows(follower: DataFlowFollower): void {
  flowFollowers.push(follower);
}

export async function tellOfAssets(tx: WriteTx, news: readonly AssetNews[]): Promise<void> {
  for (const follower of assetFollowers) await follower(tx, news);
}

export async function tellOfDataFlow(tx: WriteTx, news: DataFlowNews): Promise<void> {
  for (const follower of flowFollowers) await follower(tx, news);
}
