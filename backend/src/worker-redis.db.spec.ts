import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RemindOfDue } from './modules/obligations/jobs/remind-of-due.task.js';
import { Queues } from './platform/jobs/queues.js';
import { Schedules } from './platform/jobs/schedules.js';
import { ReconcileOutbox } from './platform/outbox/reconcile-outbox.js';
import { OutboxRelay } from './platform/outbox/relay.js';
import { openDueObligations } from './testing/due-obligations.js';
import { hasRedisServer, startRedisServer, type RedisServer } from './testing/redis-server.js';
import { startTestApp, type TestApp } from './testing/test-app.js';
import { startTestWorker } from './testing/test-worker.js';

const found = hasRedisServer();
if (!found)
  process.stderr.write(
    'The worker on Redis is not tried: no redis-server here (on Debian: apt-get install redis-server).\n',
  );

describe.skipIf(!found)('the worker with its queue on Redis', () => {
  let app: TestApp;
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedisServer();
    app = await startTestApp();
  });
  afterAll(async () => {
    await app.close();
    await redis.close();
  });

  const onRedis = () => startTestWorker(app, { config: { QUEUE_URL: redis.url } });
  const count = async (what: string): Promise<number> => {
    const [row] = await app.database.asSuperuser<{ n: number }>(`select count(*)::int as n from ${what}`);
    return row!.n;
  };
  const until = async (reached: () => Promise<boolean>): Promise<void> => {
    const deadline = Date.now() + 25_000;
    while (!(await reached())) {
      if (Date.now() > deadline) throw new Error('not reached in time');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('brings reminders once, two workers side by side, also after Redis lost everything', async () => {
    await openDueObligations(app, 10);
    const both = await Promise.all([onRedis(), onRedis()]);
    both.forEach((one) => one.start());
    await until(async () => (await count('mailbox_message')) >= 10);
    await Promise.all(both.map((one) => one.close()));

    await openDueObligations(app, 10);
    const third = await onRedis();
    await third.sweep(RemindOfDue);
    expect(await third.context.get(OutboxRelay).dispatch()).toBe(10);
    await redis.flush();
    await app.database.asSuperuser(
      `update outbox set dispatched_at = now() - interval '3 minutes' where finished_at is null`,
    );
    await third.sweep(ReconcileOutbox);
    third.start();
    await until(async () => (await count('outbox where finished_at is null')) === 0);
    await third.close();
    expect(await count('mailbox_message')).toBe(20);
  });

  it('keeps its schedules there, one of each', async () => {
    await redis.flush();
    const worker = await onRedis();
    const schedules = worker.context.get(Schedules);
    await schedules.keep();
    await schedules.keep();
    const queue = worker.context.get(Queues).open();
    const known = await queue.getJobSchedulers();
    expect(known.map(({ key }) => key)).toContain('sweep.obligations.remind');
    expect(await queue.getJobCountByTypes('waiting', 'delayed')).toBe(known.length);
    await worker.close();
  });

  it('leaves rows in the outbox while Redis is away, and goes on when it is back', async () => {
    const before = await count('mailbox_message');
    const worker = await onRedis();
    worker.start();
    await worker.context.get(Queues).ping();
    await redis.stop();
    await openDueObligations(app, 5);
    await worker.sweep(RemindOfDue);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await count('outbox where dispatched_at is null')).toBe(5);
    await expect(worker.context.get(Queues).ping()).rejects.toThrow();
    await redis.start();
    await until(async () => (await count('mailbox_message')) === before + 5);
    await worker.close();
  });
});
