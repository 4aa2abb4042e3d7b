import type { WriteTx } from '../../../platform/database/tenant-db.js';

/** What changed, for those who go by it. */
export interface VulnerabilityNews {
  /** The file that brought it, or that was undone; null: a person decided. */
  scanId: string | null;
  /** Critical ones on assets with ePHI that are new, came back, or are open again since what closed them was undone. */
  newCriticalOnEphi: number;
  /** Of a file that was undone: how many critical ones on assets with ePHI it brought that had to stay. */
  undone?: { criticalLeft: number };
}

type Follower = (tx: WriteTx, news: VulnerabilityNews) => Promise<void>;
const followers: Follower[] = [];

/** Whoever goes by open vulnerabilities says here what they do, in the same transaction, when some come or go. */
export function followVulnerabilities(follower: Follower): void {
  followers.push(follower);
}

export async function tellFollowers(tx: WriteTx, news: VulnerabilityNews): Promise<void> {
  for (const follower of followers) await follower(tx, news);
}
