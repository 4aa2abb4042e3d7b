import type { DataSource } from 'typeorm';
import { log } from '../logging/log.js';
import type { Queues } from '../jobs/queues.js';

const BATCH = 200;
const POLL_MS = 200;
const QUEUE_ANSWERS_WITHIN_MS = 10_000;

interface OutboxRow {
  organization_id: string;
  id: string;
  job_name: string;
  payload: Record<string, unknown>;
  run_at: Date | null;
}

/**
 * Hands committed outbox rows to the queue. A crash between the queue's yes and our mark hands a row over twice; the
 * queue ignores a second job of the same id, and effects are idempotent.
 */
export class OutboxRelay {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly queues: Queues,
    private readonly attemptsOf: (jobName: string) => number,
  ) {}

  start(): void {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Moves what waits now; answers how many rows it moved. */
  async dispatch(): Promise<number> {
    // Most looks find nothing: that look shall not open a transaction.
    const waiting = await this.source.query<unknown[]>(
      'select 1 from outbox where dispatched_at is null limit 1',
    );
    return waiting.length > 0 ? this.dispatchBatch() : 0;
  }

  private dispatchBatch(): Promise<number> {
    return this.source.transaction(async (manager) => {
      const rows: OutboxRow[] = await manager.query(
        `select organization_id, id, job_name, payload, run_at from outbox
         where dispatched_at is null order by created_at limit ${BATCH} for update skip locked`,
      );
      if (rows.length === 0) return 0;
      await inTime(this.queues.open().addBulk(rows.map((row) => this.toJob(row))));
      await manager.query(
        `update outbox o set dispatched_at = now() from unnest($1::uuid[], $2::uuid[]) as d(organization_id, id)
         where o.organization_id = d.organization_id and o.id = d.id`,
        [rows.map((row) => row.organization_id), rows.map((row) => row.id)],
      );
      return rows.length;
    });
  }

  private toJob(row: OutboxRow) {
    const delay = row.run_at ? Math.max(0, row.run_at.getTime() - Date.now()) : 0;
    return {
      name: row.job_name,
      data: { organizationId: row.organization_id, payload: row.payload },
      opts: {
        jobId: row.id,
        delay,
        attempts: this.attemptsOf(row.job_name),
        backoff: { type: 'exponential' as const, delay: 2_000 },
        removeOnComplete: { age: 3_600, count: 1_000 },
        removeOnFail: { age: 14 * 86_400 },
      },
    };
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      let moved = 0;
      try {
        moved = await this.dispatch();
      } catch (error) {
        // The queue or the database is away: rows stay where they are, and the next round tries again.
        log.warn({ err: error }, 'outbox relay');
        await pause(1_000);
      }
      if (moved < BATCH) await pause(POLL_MS);
    }
  }
}

/** A queue that does not answer must not hold our transaction open. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), QUEUE_ANSWERS_WITHIN_MS);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
