import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { JobRuns } from '../../../platform/jobs/job-runs.js';
import type { ImportView } from '../import.schemas.js';
import { commitImport } from '../jobs/commit-import.job.js';
import { lockImport, readImport, saveImport } from '../persistence/import-batch.repository.js';
import type { ImportKind } from './import-kind.js';
import { oneValueFor } from './import-mapping.js';
import { importView } from './import-view.js';
import { settled } from './list-imports.js';
import { countBad, refuseBadRows } from './refuse-bad-rows.js';

/** The person says yes: a job takes the list over, and they watch it. */
@Injectable()
export class RequestImportCommit {
  constructor(
    private readonly db: TenantDb,
    private readonly jobRuns: JobRuns,
  ) {}

  execute(
    kind: ImportKind,
    id: string,
    version: number,
    { skipBadRows }: { skipBadRows: boolean },
  ): Promise<ImportView> {
    return this.db.write(async (tx) => {
      if ((await lockImport(tx, id, kind.name)) !== 'previewed') throw settled(kind.target);
      const { batch, content } = await readImport(tx, id, kind.name);
      const judged = await kind.judge(tx, content);
      const badRows = countBad(judged);
      refuseBadRows(kind.target, judged.length, badRows, skipBadRows);
      const jobId = await this.jobRuns.create(tx, commitImport.name, currentMember().memberId, judged.length);
      const next = await saveImport(tx, id, version, { status: 'committing', skipBadRows, jobId });
      await tx.enqueue(commitImport, { importId: id, jobRunId: jobId }, { dedupeKey: jobId });
      tx.audit.record({
        action: `${kind.target}.commit-requested`,
        target: { type: kind.target, id },
        detail: { rows: judged.length, badRows, skipBadRows, oneValueFor: oneValueFor(content) },
      });
      return importView(kind, { ...batch, status: 'committing', jobId, version: next }, content, judged);
    });
  }
}
