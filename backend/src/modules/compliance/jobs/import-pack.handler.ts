import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { SystemDb } from '../../../platform/database/system-db.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { StoredFiles } from '../../../platform/files/stored-files.js';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { JobProgress } from '../../../platform/jobs/job-progress.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { ImportPack } from '../application/import-pack.js';
import { importPack } from './import-pack.job.js';

type Payload = { fileId: string; isUpload: boolean; jobRunId: string };

/** Installs a file that somebody confirmed. Run twice, the second run finds it installed and answers the same. */
@Injectable()
export class ImportPackHandler implements JobHandler<Payload> {
  readonly job = importPack;

  constructor(
    private readonly db: TenantDb,
    private readonly system: SystemDb,
    private readonly files: StoredFiles,
    private readonly imports: ImportPack,
  ) {}

  async run(
    { fileId, isUpload, jobRunId }: Payload,
    { organizationId, attempt }: JobCircumstances,
  ): Promise<void> {
    const progress = new JobProgress(this.system, organizationId, jobRunId);
    try {
      await progress.start(1);
      const file = await this.db.read((tx) => this.files.open(tx, fileId));
      const { pack, counts, recognisedAs } = await this.imports.execute(await buffer(file.content), isUpload);
      await progress.finish({ pack: pack!.pack, version: pack!.version, recognisedAs, counts });
    } catch (error) {
      // A refusal stays one however often it is tried.
      const refusal = error instanceof DomainError && error.kind !== 'unavailable' ? error.code : null;
      if (refusal === null && attempt + 1 < this.job.attempts) throw error;
      await progress.fail(refusal ?? 'pack.import-failed');
      if (refusal === null) throw error;
    }
  }
}
