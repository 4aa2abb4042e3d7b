import type { WriteTx } from '../../../platform/database/tenant-db.js';

/** What changed, for those who go by it. */
export interface VulnerabilityNews {
  /** The file that brought it; null: a person decided. */
  scanId: string | null;
  /** Critical ones that are new, or came back, on assets with ePHI. */
  newCriticalOnEphi: number;
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
