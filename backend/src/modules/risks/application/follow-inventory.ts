import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { openDraftIds } from '../persistence/standing-assessments.js';
import { RefreshInventoryFindings } from './refresh-inventory-findings.js';

/**
 * Brings the drafts in line with the inventory after it changed. Each has a transaction of its own, which takes its locks
 * in the order in which handing in takes them: the analysis, then its findings.
 */
@Injectable()
export class FollowInventory {
  constructor(
    private readonly db: TenantDb,
    private readonly findings: RefreshInventoryFindings,
  ) {}

  async execute(ending?: AbortSignal): Promise<void> {
    for (const assessmentId of await this.db.read(openDraftIds)) {
      if (ending?.aborted) return;
      // Most changes change no finding: nobody waits for such a look.
      const outdated = await this.db.read((tx) => this.findings.outdated(tx, assessmentId));
      if (outdated > 0) await this.findings.follow(assessmentId);
    }
  }
}
