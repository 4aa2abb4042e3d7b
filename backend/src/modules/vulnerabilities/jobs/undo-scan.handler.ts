import { Injectable } from '@nestjs/common';
import { SystemDb } from '../../../platform/database/system-db.js';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { JobProgress } from '../../../platform/jobs/job-progress.js';
import { runWatched } from '../../../platform/jobs/watched-run.js';
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
    await runWatched(
      progress,
      { attempt, attempts: this.job.attempts },
      async () => {
        await progress.start(null);
        return this.undo.execute(scanId, jobRunId, (done) => progress.advance(done));
      },
      (refusal) => this.undo.giveBack(scanId, refusal),
    );
  }
}
