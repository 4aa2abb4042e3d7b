import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { JobRuns } from '../../../platform/jobs/job-runs.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { mayBeUndone } from '../domain/undo-scan.js';
import { undoScan } from '../jobs/undo-scan.job.js';
import { lockScan, readScan, saveScan } from '../persistence/scan.repository.js';
import type { ScanSummary } from '../scan.schemas.js';
import { scanSummary } from './scan-view.js';

/** The person wants it undone: a job does it, and they watch it. */
@Injectable()
export class RequestScanUndo {
  constructor(
    private readonly db: TenantDb,
    private readonly jobRuns: JobRuns,
  ) {}

  execute(id: string, version: number): Promise<ScanSummary> {
    return this.db.write(async (tx) => {
      await lockScan(tx, id);
      const { scan } = await readScan(tx, id);
      if (!mayBeUndone(scan)) throw nothingToUndo();
      const records = scan.undoable;
      const undoJobId = await this.jobRuns.create(tx, undoScan.name, currentMember().memberId, records);
      const next = await saveScan(tx, id, version, { status: 'undoing', undoJobId });
      await tx.enqueue(undoScan, { scanId: id, jobRunId: undoJobId }, { dedupeKey: undoJobId });
      tx.audit.record({
        action: 'scan.undo-requested',
        target: { type: 'scan', id },
        detail: { records },
      });
      return scanSummary({ ...scan, status: 'undoing', undoJobId, version: next });
    });
  }
}

function nothingToUndo(): DomainError {
  return new DomainError(
    'scan.nothing-to-undo',
    'conflict',
    'There is nothing of this file to undo: it was not taken over, it is being undone, or all of it was undone before.',
  );
}
