import type { Queue } from 'bullmq';
import { SystemDb } from '../database/system-db.js';
import type { InstallationTask } from '../jobs/job-handler.js';
import { Queues, type QueuedJob } from '../jobs/queues.js';
import { log } from '../logging/log.js';
import { OutboxRows } from './outbox-rows.js';

const BATCH = 200;
/** A job that was handed over this long ago should be done. */
const OVERDUE = '2 minutes';

interface Row {
  organization_id: string;
  id: string;
  dispatched_at: string;
}

/**
 * Compares the rows with the queue and repairs: work that the queue no longer knows is handed over again. A queue
 * that lost its data (an emptied Redis, another QUEUE_URL) thus loses nothing.
 */
export class ReconcileOutbox implements InstallationTask {
  readonly name = 'outbox.reconcile';
  readonly everySeconds = 60;

  constructor(
    private readonly system: SystemDb,
    private readonly queues: Queues,
    private readonly rows: OutboxRows,
  ) {}

  async runOnce(): Promise<void> {
    const queue = this.queues.open();
    let after: Row | undefined;
    let returned = 0;
    do {
      const rows = await this.unfinished(after);
      for (const row of rows) returned += (await this.repair(queue, row)) ? 1 : 0;
      after = rows.at(-1);
    } while (after);
    if (returned > 0)
      log.warn({ event: 'outbox.returned', rows: returned }, 'the queue had lost work: handed over again');
  }

  private unfinished(after: Row | undefined): Promise<Row[]> {
    return this.system.query<Row>(
      `select organization_id, id, dispatched_at::text from outbox
       where finished_at is null and dispatched_at < now() - interval '${OVERDUE}'
         and (run_at is null or run_at < now() - interval '${OVERDUE}')
         and (dispatched_at, id) > ($1::timestamptz, $2::uuid)
       order by dispatched_at, id limit ${BATCH}`,
      [after?.dispatched_at ?? '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000'],
    );
  }

  /** Answers whether the row goes to the queue once more. */
  private async repair(queue: Queue<QueuedJob>, row: Row): Promise<boolean> {
    const state = await queue.getJobState(row.id);
    if (state === 'completed' || state === 'failed') {
      await this.rows.finish(row.organization_id, row.id, state === 'failed');
      return false;
    }
    if (state !== 'unknown') return false;
    await this.system.query(
      'update outbox set dispatched_at = null where organization_id = $1 and id = $2 and finished_at is null',
      [row.organization_id, row.id],
    );
    return true;
  }
}
