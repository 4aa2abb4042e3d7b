import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { JobRuns } from '../../../platform/jobs/job-runs.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { ImportView } from '../asset-import.schemas.js';
import { commitAssetImport } from '../jobs/commit-asset-import.job.js';
import { lockImport, readImport, saveImport } from '../persistence/import-batch.repository.js';
import { countBad, judge, settled } from './asset-imports.js';
import { importView } from './import-view.js';

/** The person says yes: a job takes the list over, and they watch it. */
@Injectable()
export class RequestImportCommit {
  constructor(
    private readonly db: TenantDb,
    private readonly jobRuns: JobRuns,
  ) {}

  execute(id: string, version: number, { skipBadRows }: { skipBadRows: boolean }): Promise<ImportView> {
    return this.db.write(async (tx) => {
      if ((await lockImport(tx, id)) !== 'previewed') throw settled();
      const { batch, content } = await readImport(tx, id);
      const judged = await judge(tx, content);
      const badRows = countBad(judged);
      refuseBadRows(judged.length, badRows, skipBadRows);
      const jobId = await this.jobRuns.create(
        tx,
        commitAssetImport.name,
        currentMember().memberId,
        judged.length,
      );
      const next = await saveImport(tx, id, version, { status: 'committing', skipBadRows, jobId });
      await tx.enqueue(commitAssetImport, { importId: id, jobRunId: jobId }, { dedupeKey: jobId });
      tx.audit.record({
        action: 'asset-import.commit-requested',
        target: { type: 'asset-import', id },
        detail: { rows: judged.length, badRows, skipBadRows },
      });
      return importView({ ...batch, status: 'committing', jobId, version: next }, content, judged);
    });
  }
}

export function refuseBadRows(rows: number, badRows: number, skipBadRows: boolean): void {
  if (badRows === rows) {
    throw new DomainError(
      'asset-import.nothing-good',
      'conflict',
      'No row of this list can be taken over as it is. Mend the cells that are named, or the columns, and try again.',
    );
  }
  if (badRows > 0 && !skipBadRows) {
    const rowsText = badRows === 1 ? 'One row has a bad cell' : `${badRows} rows have bad cells`;
    throw new DomainError(
      'asset-import.bad-rows',
      'conflict',
      `${rowsText}, so nothing was taken over. Mend them in your file and bring it again, or choose to take over the good rows only.`,
    );
  }
}
