import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { JobRuns } from '../../../platform/jobs/job-runs.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { ImportSummary } from '../import.schemas.js';
import { undoImport } from '../jobs/undo-import.job.js';
import { lockImport, readImportHead, saveImport } from '../persistence/import-batch.repository.js';
import type { ImportKind, ImportTarget } from './import-kind.js';
import { importSummary } from './import-view.js';

/** The person wants it undone: a job does it, and they watch it. */
@Injectable()
export class RequestImportUndo {
  constructor(
    private readonly db: TenantDb,
    private readonly jobRuns: JobRuns,
  ) {}

  execute(kind: ImportKind, id: string, version: number): Promise<ImportSummary> {
    return this.db.write(async (tx) => {
      const status = await lockImport(tx, id, kind.name);
      const batch = await readImportHead(tx, id, kind.name);
      if ((status !== 'committed' && status !== 'undone') || batch.undoable === 0)
        throw nothingToUndo(kind.target);
      const undoJobId = await this.jobRuns.create(
        tx,
        undoImport.name,
        currentMember().memberId,
        batch.undoable,
      );
      const next = await saveImport(tx, id, version, { status: 'undoing', undoJobId });
      await tx.enqueue(undoImport, { importId: id, jobRunId: undoJobId }, { dedupeKey: undoJobId });
      tx.audit.record({
        action: `${kind.target}.undo-requested`,
        target: { type: kind.target, id },
        detail: { records: batch.undoable },
      });
      return importSummary({ ...batch, status: 'undoing', undoJobId, version: next });
    });
  }
}

function nothingToUndo(target: ImportTarget): DomainError {
  return new DomainError(
    `${target}.nothing-to-undo`,
    'conflict',
    'There is nothing of this import to undo: it was not taken over, it is being undone, or all of it was undone before.',
  );
}
