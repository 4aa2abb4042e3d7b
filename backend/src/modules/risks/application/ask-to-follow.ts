import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { AssetNews, DataFlowNews } from '../../inventory/index.js';
import type { VendorNews } from '../../vendors/index.js';
import { followInventory } from '../jobs/follow-inventory.job.js';

/**
 * Something changed by which findings go. The drafts follow in a transaction of the worker's own: this one holds records
 * already, and whoever hands an analysis in takes the analysis first.
 */
const ask = (tx: WriteTx): Promise<void> => tx.enqueue(followInventory, {});

export async function askToFollowFlows(tx: WriteTx, news: readonly DataFlowNews[]): Promise<void> {
  if (news.length > 0) await ask(tx);
}

/** A new asset has no flow and no vulnerability yet; of the others a finding goes by these. */
export async function askToFollowAssets(tx: WriteTx, news: readonly AssetNews[]): Promise<void> {
  const matters = news.some(
    ({ before, after }) =>
      before !== null &&
      (after === null ||
        before.vendorName !== after.vendorName ||
        before.lifecycle !== after.lifecycle ||
        before.name !== after.name),
  );
  if (matters) await ask(tx);
}

/** A vendor runs the assets that name it: so a new one, or another name, counts too. */
export async function askToFollowVendor(tx: WriteTx, { before, after }: VendorNews): Promise<void> {
  const matters =
    before === null ||
    before.name !== after.name ||
    before.agreementStatus !== after.agreementStatus ||
    before.agreementEndsOn !== after.agreementEndsOn;
  if (matters) await ask(tx);
}
