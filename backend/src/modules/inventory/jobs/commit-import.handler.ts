import { Injectable } from '@nestjs/common';
import { SystemDb } from '../../../platform/database/system-db.js';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { JobProgress } from '../../../platform/jobs/job-progress.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { CommitImport } from '../application/commit-import.js';
import { commitImport } from './commit-import.job.js';

type Payload = { importId: string; jobRunId: string };

@Injectable()
export class CommitImportHandler implements JobHandler<Payload> {
  readonly job = commitImport;

  constructor(
    private readonly commit: CommitImport,
    private readonly system: SystemDb,
  ) {}

  async run({ importId, jobRunId }: Payload, { organizationId, attempt }: JobCircumstances): Promise<void> {
    const progress = new JobProgress(this.system, organizationId, jobRunId);
    try {
      const earlier = await this.commit.resultOf(importId);
      if (earlier) return await progress.finish({ ...earlier });
      await progress.start(null);
      const result = await this.commit.execute(importId, (done) => progress.advance(done));
      await progress.finish({ ...result });
    } catch (error) {
      // A refusal stays one however often it is tried.
      const refusal = error instanceof DomainError ? error.code : null;
      if (refusal === null && attempt + 1 < this.job.attempts) throw error;
      await progress.fail(await this.commit.giveBack(importId, refusal));
      if (refusal === null) throw error;
    }
  }
}
