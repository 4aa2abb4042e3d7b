import { Inject, Injectable } from '@nestjs/common';
import { TenantDb } from '../database/tenant-db.js';
import type { ScheduledTask } from '../jobs/job-handler.js';
import { log } from '../logging/log.js';
import { FILE_STORE, type FileStore } from './file-store.js';

const DAY_MS = 86_400_000;
const BATCH = 500;

/** Files whose row never committed, and drafts that were never finished. A day is longer than any transaction. */
@Injectable()
export class SweepOrphanFiles implements ScheduledTask {
  readonly name = 'files.sweep-orphans';
  readonly everySeconds = 6 * 3_600;

  constructor(
    private readonly db: TenantDb,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  async run(organizationId: string): Promise<void> {
    // The real clock: it is compared with the times of the file system.
    const before = new Date(Date.now() - DAY_MS);
    await this.store.sweepDrafts(organizationId, before);
    let batch: string[] = [];
    for await (const { fileId, modifiedAt } of this.store.list(organizationId)) {
      if (modifiedAt < before) batch.push(fileId);
      if (batch.length === BATCH) {
        await this.removeUnknown(organizationId, batch);
        batch = [];
      }
    }
    await this.removeUnknown(organizationId, batch);
  }

  private async removeUnknown(organizationId: string, fileIds: string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const known = await this.db.read((tx) =>
      tx.query<{ id: string }>(
        'select id from stored_file where organization_id = $1 and id = any($2::uuid[])',
        [tx.organizationId, fileIds],
      ),
    );
    const kept = new Set(known.map((row) => row.id));
    for (const fileId of fileIds.filter((id) => !kept.has(id))) {
      await this.store.remove({ organizationId, fileId });
      log.info(
        { event: 'file.orphan-removed', organizationId, fileId },
        'a file without a record was removed',
      );
    }
  }
}
