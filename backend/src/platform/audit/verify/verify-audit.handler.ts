import { Injectable } from '@nestjs/common';
import { SystemDb } from '../../database/system-db.js';
import { TenantDb } from '../../database/tenant-db.js';
import type { JobCircumstances, JobHandler } from '../../jobs/job-handler.js';
import { JobProgress } from '../../jobs/job-progress.js';
import { typedIdOrNull } from '../../kernel/typed-id.js';
import { describeFault } from './fault.js';
import type { VerificationResult } from './verification-result.js';
import { VerifyAuditLog } from './verify-audit-log.js';
import { verifyAuditJob } from './verify-audit.job.js';

type Payload = { jobRunId: string };

/** As many as a person reads; the command line prints more. */
const MOST_FAULTS_KEPT = 50;

@Injectable()
export class VerifyAuditHandler implements JobHandler<Payload> {
  readonly job = verifyAuditJob;

  constructor(
    private readonly verify: VerifyAuditLog,
    private readonly system: SystemDb,
    private readonly db: TenantDb,
  ) {}

  async run({ jobRunId }: Payload, { organizationId, attempt }: JobCircumstances): Promise<void> {
    const progress = new JobProgress(this.system, organizationId, jobRunId);
    try {
      await progress.start(null);
      const { rows, treeSize, faultCount, faults } = await this.verify.execute((done) =>
        progress.advance(done),
      );
      await this.db.write((tx) => {
        tx.audit.record({
          action: 'audit.verified',
          target: { type: 'job', id: jobRunId },
          detail: { rows, faults: faultCount },
        });
        return Promise.resolve();
      });
      const result: VerificationResult = {
        rows,
        treeSize,
        faultCount,
        faults: faults.slice(0, MOST_FAULTS_KEPT).map((fault) => ({
          kind: fault.kind,
          words: describeFault(fault),
          eventId: typedIdOrNull('auditEvent', fault.eventId),
          position: fault.position ?? null,
          toPosition: fault.toPosition ?? null,
          columns: fault.columns ?? [],
        })),
      };
      await progress.finish({ ...result });
    } catch (error) {
      if (attempt + 1 >= this.job.attempts) await progress.fail('audit.verification-failed');
      throw error;
    }
  }
}
