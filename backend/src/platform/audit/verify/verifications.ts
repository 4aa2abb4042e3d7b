import { Injectable } from '@nestjs/common';
import { currentMember } from '../../context/request-context.js';
import { TenantDb, type ReadTx } from '../../database/tenant-db.js';
import { JobRuns } from '../../jobs/job-runs.js';
import { typedId } from '../../kernel/typed-id.js';
import type { AuditVerificationView } from '../audit.schemas.js';
import { readSeal } from '../read/seal.js';
import type { VerificationResult } from './verification-result.js';
import { verifyAuditJob } from './verify-audit.job.js';

interface RunRow {
  id: string;
  status: NonNullable<AuditVerificationView['lastRun']>['status'];
  created_at: Date;
  finished_at: Date | null;
  result: VerificationResult | null;
}

/** How far the log is sealed, and what the last verification found. */
@Injectable()
export class Verifications {
  constructor(
    private readonly db: TenantDb,
    private readonly runs: JobRuns,
  ) {}

  show(): Promise<AuditVerificationView> {
    return this.db.read(async (tx) => {
      const seal = await readSeal(tx);
      const run = await readLastRun(tx);
      return {
        treeSize: Number(seal.tree_size ?? 0),
        rootHash: seal.root_hash,
        sealedAt: seal.sealed_at?.toISOString() ?? null,
        unsealed: seal.unsealed,
        lagSeconds: Math.max(0, seal.lag ?? 0),
        lastRun: run ? runView(run) : null,
      };
    });
  }

  /** Asks the worker to judge the whole log; people watch the job. */
  request(): Promise<{ jobId: string }> {
    return this.db.write(async (tx) => {
      const jobRunId = await this.runs.create(tx, verifyAuditJob.name, currentMember().memberId);
      await tx.enqueue(verifyAuditJob, { jobRunId });
      tx.audit.record({
        action: 'audit.verification-requested',
        target: { type: 'job', id: jobRunId },
        detail: { jobRunId },
      });
      return { jobId: typedId('job', jobRunId) };
    });
  }
}

async function readLastRun(tx: ReadTx): Promise<RunRow | undefined> {
  const [row] = await tx.query<RunRow>(
    `select id, status, created_at, finished_at, result from job_run
     where organization_id = $1 and job_name = $2 order by created_at desc, id desc limit 1`,
    [tx.organizationId, verifyAuditJob.name],
  );
  return row;
}

function runView(run: RunRow): AuditVerificationView['lastRun'] {
  return {
    jobId: typedId('job', run.id),
    status: run.status,
    requestedAt: run.created_at.toISOString(),
    finishedAt: run.finished_at?.toISOString() ?? null,
    rows: run.result?.rows ?? null,
    treeSize: run.result?.treeSize ?? null,
    faultCount: run.result?.faultCount ?? null,
    faults: run.result?.faults ?? [],
  };
}
