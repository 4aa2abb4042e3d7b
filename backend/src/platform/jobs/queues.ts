import { createPostgresBackend, Queue, withBackend, Worker, type Job, type WorkerOptions } from 'bullmq';
import { log } from '../logging/log.js';

/** One queue for all kinds of work: the definition says how often each is tried. */
const QUEUE_NAME = 'part164';
const POOL_SIZE = 4;
/** A killed worker's jobs are taken over after this long. */
const LOCK_MS = 6_000;

/** Who adds to a Redis that is away is told so at once: the row waits in the outbox, not in our memory. */
const FAIL_FAST = { enableOfflineQueue: false, maxRetriesPerRequest: 1 };

export interface QueuedJob {
  organizationId: string;
  payload: Record<string, unknown>;
}
type WorkQueue = Queue<QueuedJob>;
type WorkWorker = Worker<QueuedJob>;

/** BullMQ on PostgreSQL by default, on Redis where QUEUE_URL says so. */
export class Queues {
  private queue: WorkQueue | undefined;

  constructor(private readonly url: string) {}

  open(): WorkQueue {
    if (!this.queue) {
      this.queue = this.isRedis
        ? new Queue<QueuedJob>(QUEUE_NAME, { connection: { ...redisOptions(this.url), ...FAIL_FAST } })
        : (new (withBackend(createPostgresBackend).Queue)(QUEUE_NAME, {
            connection: this.postgresOptions(),
          }) as unknown as WorkQueue);
      this.queue.on('error', (error) => log.warn({ err: error }, 'queue connection'));
    }
    return this.queue;
  }

  work(processor: (job: Job<QueuedJob>) => Promise<void>, concurrency: number): WorkWorker {
    const common: Omit<WorkerOptions, 'connection'> = {
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS / 2,
      maxStalledCount: 5,
    };
    const worker = this.isRedis
      ? new Worker<QueuedJob>(QUEUE_NAME, processor, { ...common, connection: redisOptions(this.url) })
      : (new (withBackend(createPostgresBackend).Worker)(QUEUE_NAME, processor as never, {
          ...common,
          connection: this.postgresOptions(),
        }) as unknown as WorkWorker);
    worker.on('error', (error) => log.warn({ err: error }, 'worker connection'));
    return worker;
  }

  /** Rejects when the queue's store does not answer. */
  async ping(): Promise<void> {
    const queue = this.open();
    await queue.waitUntilReady();
    await queue.getJobCounts('waiting');
  }

  async close(): Promise<void> {
    await this.queue?.close();
    this.queue = undefined;
  }

  private get isRedis(): boolean {
    return /^rediss?:/.test(this.url);
  }

  private postgresOptions() {
    return { connectionString: this.url, schema: 'bullmq', max: POOL_SIZE, skipMigrations: true };
  }
}

function redisOptions(url: string) {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    username: username ? decodeURIComponent(username) : undefined,
    password: password ? decodeURIComponent(password) : undefined,
    db: Number(pathname.slice(1) || 0),
    tls: protocol === 'rediss:' ? {} : undefined,
    maxRetriesPerRequest: null,
  };
}
