import { Injectable } from '@nestjs/common';
import { SystemDb } from '../../../platform/database/system-db.js';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { JobProgress } from '../../../platform/jobs/job-progress.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { UndoScan } from '../application/undo-scan.js';
import { undoScan } from './undo-scan.job.js';

type Payload = { scanId: string; jobRunId: string };

@Injectable()
export class UndoScanHandler implements JobHandler<Payload> {
  readonly job = undoScan;

  constructor(
    private readonly undo: UndoScan,
    private readonly system: SystemDb,
  ) {}

  async run({ scanId, jobRunId }: Payload, { organizationId, attempt }: JobCircumstances): Promise<void> {
    const progress = new JobProgress(this.system, organizationId, jobRunId);
    try {
      await progress.start(null);
      const result = await this.undo.execute(scanId, jobRunId, (done) => progress.advance(done));
      await progress.finish({ ...result });
    } catch (error) {
      // A refusal stays one however often it is tried.
      const refusal = error instanceof DomainError ? error.code : null;
      if (refusal === null && attempt + 1 < this.job.attempts) throw error;
      await progress.fail(await this.undo.giveBack(scanId, refusal));
      if (refusal === null) throw error;
    }
  }
}
