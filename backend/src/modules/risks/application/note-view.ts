import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';

/** Whoever turns the pages of one analysis looks at it once. */
const ONE_LOOK_MS = 60 * 60 * 1000;
const MOST_REMEMBERED = 10_000;

/** Who looked at an analysis stands in the audit log, like who changed it and who took it out. */
@Injectable()
export class NoteView {
  /** When, by this process's own clock: a pause is measured here, no date. */
  private readonly lookedAt = new Map<string, number>();

  constructor(private readonly db: TenantDb) {}

  async execute(assessmentId: string): Promise<void> {
    const look = `${currentMember().memberId} ${assessmentId}`;
    const last = this.lookedAt.get(look);
    if (last !== undefined && performance.now() - last < ONE_LOOK_MS) return;
    await this.db.write((tx) => {
      tx.audit.record({ action: 'assessment.viewed', target: { type: 'assessment', id: assessmentId } });
      return Promise.resolve();
    });
    if (this.lookedAt.size >= MOST_REMEMBERED) this.lookedAt.clear();
    this.lookedAt.set(look, performance.now());
  }
}
