import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { log } from '../../../platform/logging/log.js';

/** The signed analysis that another one is compared with does not match its hash. */
export class EarlierSnapshotDamaged extends DomainError {
  constructor(
    readonly assessmentId: string,
    readonly snapshotId: string,
  ) {
    super(
      'assessment.earlier-snapshot-damaged',
      'unavailable',
      'The signed analysis that this one follows is not the one that was signed, so nothing is compared with it. Restore it from a backup, and find out who changed it.',
    );
  }
}

/** Somebody changed what was signed: it is never shown as if it were the signed one, and that it was met is recorded. */
@Injectable()
export class DamagedSnapshots {
  constructor(private readonly db: TenantDb) {}

  /** Does what may meet the earlier analysis. What it began to write is gone by the time that this is recorded. */
  async watch<T>(what: () => Promise<T>): Promise<T> {
    try {
      return await what();
    } catch (error) {
      if (error instanceof EarlierSnapshotDamaged) await this.record(error.assessmentId, error.snapshotId);
      throw error;
    }
  }

  async refuse(assessmentId: string, snapshotId: string): Promise<never> {
    await this.record(assessmentId, snapshotId);
    throw new DomainError(
      'assessment.snapshot-damaged',
      'unavailable',
      'The signed analysis in the database is not the one that was signed, so it is not shown. Restore it from a backup, and find out who changed it.',
    );
  }

  private async record(assessmentId: string, snapshotId: string): Promise<void> {
    log.fatal({ assessmentId, snapshotId }, 'a signed assessment does not match its hash');
    await this.db.write((tx) => {
      tx.audit.record({
        action: 'assessment.snapshot-refused',
        target: { type: 'assessment', id: assessmentId },
        outcome: 'failed',
        reasonCode: 'assessment.snapshot-damaged',
        detail: { snapshotId },
      });
      return Promise.resolve();
    });
  }
}
