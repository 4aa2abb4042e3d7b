import { Injectable } from '@nestjs/common';
import { newId } from '../database/new-id.js';
import { TenantDb, type WriteTx } from '../database/tenant-db.js';
import { notFound } from '../kernel/domain-error.js';
import { typedId } from '../kernel/typed-id.js';

/** Work that a person waits for and watches: its row is what the progress stream reads. */
export interface JobRunView {
  id: string;
  jobName: string;
  status: 'queued' | 'running' | 'done' | 'failed';
  done: number;
  total: number | null;
  result: Record<string, unknown> | null;
  errorCode: string | null;
}

interface Row {
  id: string;
  job_name: string;
  status: JobRunView['status'];
  done: number;
  total: number | null;
  result: Record<string, unknown> | null;
  error_code: string | null;
}

@Injectable()
export class JobRuns {
  constructor(private readonly db: TenantDb) {}

  /** Makes the row in the transaction that enqueues the job; the job gets its id in the payload. */
  async create(
    tx: WriteTx,
    jobName: string,
    requestedBy: string | null,
    total: number | null = null,
  ): Promise<string> {
    const id = newId();
    await tx.query(
      'insert into job_run (organization_id, id, job_name, total, requested_by) values ($1, $2, $3, $4, $5)',
      [tx.organizationId, id, jobName, total, requestedBy],
    );
    return id;
  }

  show(id: string): Promise<JobRunView> {
    return this.db.read(async (tx) => {
      const [row] = await tx.query<Row>(
        'select id, job_name, status, done, total, result, error_code from job_run where organization_id = $1 and id = $2',
        [tx.organizationId, id],
      );
      if (!row) throw notFound('job');
      return {
        id: typedId('job', row.id),
        jobName: row.job_name,
        status: row.status,
        done: row.done,
        total: row.total,
        result: row.result,
        errorCode: row.error_code,
      };
    });
  }
}
