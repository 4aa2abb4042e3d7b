import { Injectable } from '@nestjs/common';
import { SystemDb } from '../../../platform/database/system-db.js';
import type { JobCircumstances, JobHandler } from '../../../platform/jobs/job-handler.js';
import { JobProgress } from '../../../platform/jobs/job-progress.js';
import { runWatched } from '../../../platform/jobs/watched-run.js';
import { UndoImport } from '../application/undo-import.js';
import { undoImport } from './undo-import.job.js';

type Payload = { importId: string; jobRunId: string };

@Injectable()
export class UndoImportHandler implements JobHandler<Payload> {
  readonly job = undoImport;

  constructor(
    private readonly undo: UndoImport,
    private readonly system: SystemDb,
  ) {}

  async run({ importId, jobRunId }: Payload, { organizationId, attempt }: JobCircumstances): Promise<void> {
    const progress = new JobProgress(this.system, organizationId, jobRunId);
    await runWatched(
      progress,
      { attempt, attempts: this.job.attempts },
      async () => {
        await progress.start(null);
        return this.undo.execute(importId, jobRunId, (done) => progress.advance(done));
      },
      (refusal) => this.undo.giveBack(importId, refusal),
    );
  }
}
