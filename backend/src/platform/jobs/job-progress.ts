import type { SystemDb } from '../database/system-db.js';

/**
 * Writes the progress of a watched job. Progress is no business record: it is written outside the job's own
 * transaction, so that people see it move while the work is not committed yet.
 */
export class JobProgress {
  private last = 0;

  constructor(
    private readonly system: SystemDb,
    private readonly organizationId: string,
    private readonly jobRunId: string,
  ) {}

  /** A second run of the same job may begin while the first still works: what that one has done stands until it moves. */
  start(total: number | null): Promise<void> {
    return this.update(
      `status = 'running', started_at = coalesce(started_at, now()), total = coalesce($3, total)`,
      [total],
    );
  }

  /** At most four updates a second. */
  async advance(done: number): Promise<void> {
    if (performance.now() - this.last < 250) return;
    this.last = performance.now();
    await this.update('done = $3', [done]);
  }

  finish(result: Record<string, unknown>): Promise<void> {
    return this.update(`status = 'done', finished_at = now(), done = coalesce(total, done), result = $3`, [
      JSON.stringify(result),
    ]);
  }

  fail(errorCode: string): Promise<void> {
    return this.update(`status = 'failed', finished_at = now(), error_code = $3`, [errorCode]);
  }

  private update(assignments: string, params: unknown[]): Promise<void> {
    return this.system.transaction(async (manager) => {
      await manager.query(`select set_config('app.organization_id', $1, true)`, [this.organizationId]);
      await manager.query(`update job_run set ${assignments} where organization_id = $1 and id = $2`, [
        this.organizationId,
        this.jobRunId,
        ...params,
      ]);
    });
  }
}
