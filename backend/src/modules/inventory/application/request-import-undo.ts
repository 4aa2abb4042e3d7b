import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { JobRuns } from '../../../platform/jobs/job-runs.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { ImportSummary } from '../asset-import.schemas.js';
import { undoAssetImport } from '../jobs/undo-asset-import.job.js';
import { lockImport, readImportHead, saveImport } from '../persistence/import-batch.repository.js';
import { importSummary } from './import-view.js';

/** The person wants it undone: a job does it, and they watch it. */
@Injectable()
export class RequestImportUndo {
  constructor(
    private readonly db: TenantDb,
    private readonly jobRuns: JobRuns,
  ) {}

  execute(id: string, version: number): Promise<ImportSummary> {
    return this.db.write(async (tx) => {
      const status = await lockImport(tx, id);
      const batch = await readImportHead(tx, id);
      if ((status !== 'committed' && status !== 'undone') || batch.undoable === 0) throw nothingToUndo();
      const undoJobId = await this.jobRuns.create(
        tx,
        undoAssetImport.name,
        currentMember().memberId,
        batch.undoable,
      );
      const next = await saveImport(tx, id, version, { status: 'undoing', undoJobId });
      await tx.enqueue(undoAssetImport, { importId: id, jobRunId: undoJobId }, { dedupeKey: undoJobId });
      tx.audit.record({
        action: 'asset-import.undo-requested',
        target: { type: 'asset-import', id },
        detail: { assets: batch.undoable },
      });
      return importSummary({ ...batch, status: 'undoing', undoJobId, version: next });
    });
  }
}

function nothingToUndo(): DomainError {
  return new DomainError(
    'asset-import.nothing-to-undo',
    'conflict',
    'There is nothing of this import to undo: it was not taken over, it is being undone, or all of it was undone before.',
  );
}
