import type { SystemDb } from '../database/system-db.js';

/**
 * What became of an outbox row. A row is finished when its work is done or given up, and not before: what the queue
 * loses in between is handed over again.
 */
export class OutboxRows {
  constructor(private readonly system: SystemDb) {}

  async finish(organizationId: string, id: string, failed: boolean): Promise<void> {
    await this.system.query(
      'update outbox set finished_at = now(), failed = $3 where organization_id = $1 and id = $2 and finished_at is null',
      [organizationId, id, failed],
    );
  }

  async isFinished(organizationId: string, id: string): Promise<boolean> {
    const rows = await this.system.query(
      'select 1 from outbox where organization_id = $1 and id = $2 and finished_at is not null',
      [organizationId, id],
    );
    return rows.length > 0;
  }

  /** One job is about to do what all those of its name that wait were asked for. */
  async finishOthers(organizationId: string, jobName: string, id: string): Promise<void> {
    await this.system.query(
      'update outbox set finished_at = now() where organization_id = $1 and job_name = $2 and id <> $3 and finished_at is null',
      [organizationId, jobName, id],
    );
  }
}
