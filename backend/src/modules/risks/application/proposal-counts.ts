import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { countProposals } from './list-proposals.js';
import type { PacksOfReport } from './report-packs.js';

/** How many threat and vulnerability pairs the inventory suggests, and how many of them nobody decided. */
export function proposalCounts(tx: ReadTx, assessmentId: string, packs: PacksOfReport): Promise<{ all: number; undecided: number }> {
  return countProposals(tx, assessmentId, packs.threats);
}
