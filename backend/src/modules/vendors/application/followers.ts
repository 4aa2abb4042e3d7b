import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { VendorFacts } from '../domain/vendor.js';

/** What became of a vendor, for those who go by it. */
export interface VendorNews {
  id: string;
  /** Null: it is new. */
  before: VendorFacts | null;
  after: VendorFacts;
}

type Follower = (tx: WriteTx, news: VendorNews) => Promise<void>;
const followers: Follower[] = [];

/** Whoever goes by vendors says here what they do, in the same transaction, when one comes or changes. */
export function followVendors(follower: Follower): void {
  followers.push(follower);
}

export async function tellOfVendor(tx: WriteTx, news: VendorNews): Promise<void> {
  for (const follower of followers) await follower(tx, news);
}
