import { Injectable } from '@nestjs/common';
import { currentMember } from '../../context/request-context.js';
import { TenantDb, type ReadTx } from '../../database/tenant-db.js';
import { JobRuns } from '../../jobs/job-runs.js';
import { typedId } from '../../kernel/typed-id.js';
import type { AuditVerificationView } from '../audit.schemas.js';
import { ROWS_A_VOLUME } from '../read/volumes.js';
import type { VerificationResult } from './verification-result.js';
import { verifyAuditJob } from './verify-audit.job.js';

interface SealRow {
  tree_size: string | null;
  root_hash: string | null;
  sealed_at: Date | null;
  unsealed: number;
  lag: number | null;
}
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
        volumes: Math.max(1, Math.ceil((Number(seal.tree_size ?? 0) + seal.unsealed) / ROWS_A_VOLUME)),
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

async function readSeal(tx: ReadTx): Promise<SealRow> {
  const [row] = await tx.query<SealRow>(
    `with head as (select tree_size, encode(root_hash, 'hex') as root_hash, sealed_at from audit.tree_head
                   where organization_id = $1 order by tree_size desc limit 1),
       waiting as (select e.at from audit.event e where e.organization_id = $1 and (e.xid, e.id) >
                     (coalesce((select last_xid from audit.sealer_state where organization_id = $1), '0'),
                      coalesce((select last_event_id from audit.sealer_state where organization_id = $1), '00000000-0000-0000-0000-000000000000'))
                   order by e.xid, e.id limit 10001)
     select head.*, (select count(*)::int from waiting) as unsealed,
       (select extract(epoch from clock_timestamp() - min(at))::float from waiting) as lag
     from (select 1) as one left join head on true`,
    [tx.organizationId],
  );
  return row!;
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
