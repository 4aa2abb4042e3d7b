import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TenantDb } from './platform/database/tenant-db.js';
import { Housekeeping } from './platform/jobs/housekeeping.js';
import { Queues } from './platform/jobs/queues.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { Schedules } from './platform/jobs/schedules.js';
import { ReconcileOutbox } from './platform/outbox/reconcile-outbox.js';
import { OutboxRelay } from './platform/outbox/relay.js';
import { mailInvitation } from './platform/identity/invitation-mail.js';
import { newId } from './platform/database/new-id.js';
import { openDueObligations } from './testing/due-obligations.js';
import { startTestApp, type TestApp } from './testing/test-app.js';
import { startTestWorker, type TestWorker } from './testing/test-worker.js';

/** The worker on the queue in PostgreSQL, for real. */
describe('the worker', () => {
  let app: TestApp;
  let worker: TestWorker;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await startTestWorker(app);
  });
  afterAll(async () => {
    await worker.close();
    await app.close();
  });
  beforeEach(async () => {
    await app.database.asSuperuser(
      'truncate obligation, obligation_change, obligation_milestone, mailbox_message, delivery, outbox cascade',
    );
    await app.database.asSuperuser('truncate bullmq.job, bullmq.scheduler cascade');
  });

  const count = async (what: string): Promise<number> => {
    const [row] = await app.database.asSuperuser<{ n: number }>(`select count(*)::int as n from ${what}`);
    return row!.n;
  };
  const until = async (reached: () => Promise<boolean>, seconds = 20): Promise<void> => {
    const deadline = Date.now() + seconds * 1_000;
    while (!(await reached())) {
      if (Date.now() > deadline) throw new Error('not reached in time');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const enqueue = (): Promise<string> => {
    const invitationId = newId();
    return app.as(app.a.members['org-admin'], () =>
      app.app.get(TenantDb).write(async (tx) => {
        await tx.enqueue(mailInvitation, { invitationId, sealedToken: 'x' });
        tx.audit.record({
          action: 'member.invited',
          target: { type: 'invitation', id: invitationId },
          detail: { role: 'staff' },
        });
        return invitationId;
      }),
    );
  };

  it('gets no job of a change that was rolled back after it had asked for one', async () => {
    const failing = app.as(app.a.members['org-admin'], () =>
      app.app.get(TenantDb).write(async (tx) => {
        await tx.query('update organization set name = $2 where organization_id = $1', [
          tx.organizationId,
          'Changed',
        ]);
        await tx.enqueue(mailInvitation, { invitationId: newId(), sealedToken: 'x' });
        tx.audit.record({
          action: 'organization.updated',
          target: { type: 'organization', id: tx.organizationId },
        });
        throw new Error('planted');
      }),
    );
    await expect(failing).rejects.toThrow('planted');
    expect(await count('outbox')).toBe(0);
    expect(await count(`organization where name = 'Changed'`)).toBe(0);
  });

  it('hands a row over once, also when the relay died before it had marked the row', async () => {
    await enqueue();
    const relay = worker.context.get(OutboxRelay);
    expect(await relay.dispatch()).toBe(1);
    expect(await relay.dispatch()).toBe(0);
    await app.database.asSuperuser('update outbox set dispatched_at = null');
    expect(await relay.dispatch()).toBe(1);
    expect(await count('bullmq.job')).toBe(1);
  });

  it('shares rows between two relays: each goes over once', async () => {
    for (let i = 0; i < 30; i += 1) await enqueue();
    const second = await startTestWorker(app);
    const moved = await Promise.all(
      [worker, second].map(({ context }) => context.get(OutboxRelay).dispatch()),
    );
    await second.close();
    expect(moved[0]! + moved[1]!).toBe(30);
    expect(await count('bullmq.job')).toBe(30);
  });

  it('hands over again what the queue has lost, and notes what it had finished', async () => {
    await enqueue();
    await enqueue();
    await worker.context.get(OutboxRelay).dispatch();
    await app.database.asSuperuser(`update outbox set dispatched_at = now() - interval '3 minutes'`);
    await app.database.asSuperuser(
      `delete from bullmq.job where id = (select id::text from outbox order by id limit 1)`,
    );
    await worker.sweep(ReconcileOutbox);
    expect(await count('outbox where dispatched_at is null')).toBe(1);
    expect(await worker.context.get(OutboxRelay).dispatch()).toBe(1);
    await app.database.asSuperuser(`update bullmq.job set state = 'completed'`);
    await app.database.asSuperuser(`update outbox set dispatched_at = now() - interval '3 minutes'`);
    await worker.sweep(ReconcileOutbox);
    expect(await count('outbox where finished_at is not null and not failed')).toBe(2);
  });

  it('notes a job as failed when its last attempt failed, and not before', async () => {
    await app.database.asSuperuser(
      `insert into outbox (organization_id, id, job_name, payload, dedupe_key, dispatched_at)
       values ($1, $2, 'invitation.mail', '{}', 'spec', now())`,
      [app.a.id, newId()],
    );
    const [row] = await app.database.asSuperuser<{ id: string }>('select id from outbox');
    const runner = worker.context.get(JobRunner);
    const job = (payload: Record<string, unknown>, attemptsMade: number) => ({
      id: row!.id,
      name: 'invitation.mail',
      attemptsMade,
      data: { organizationId: app.a.id, payload },
    });
    // The sealed token does not open: that may heal, until the attempts are used up.
    const broken = { invitationId: newId(), sealedToken: 'AAAA' };
    const [invitation] = await app.database.asSuperuser<{ id: string }>(
      `insert into invitation (organization_id, id, email, name, role, token_hash, invited_by, expires_at)
       values ($1, $2, 'new@alder.example', 'New', 'staff', '\\x00', $3, now() + interval '1 day') returning id`,
      [app.a.id, broken.invitationId, app.a.members['org-admin'].memberId],
    );
    expect(invitation!.id).toBe(broken.invitationId);
    await expect(runner.run(job(broken, 0))).rejects.toThrow();
    expect(await count('outbox where finished_at is null')).toBe(1);
    await expect(runner.run(job(broken, 14))).rejects.toThrow();
    expect(await count('outbox where failed')).toBe(1);
  });

  it('gives up at once on a payload that is not what the job takes', async () => {
    const runner = worker.context.get(JobRunner);
    const run = runner.run({
      id: newId(),
      name: 'invitation.mail',
      attemptsMade: 0,
      data: { organizationId: app.a.id, payload: {} },
    });
    await expect(run).rejects.toThrow(
      'the payload of invitation.mail is not what the job is defined to take',
    );
  });

  it('keeps its schedules: one of each, put back when the queue lost them or stopped them', async () => {
    const schedules = worker.context.get(Schedules);
    await schedules.keep();
    const all = await count('bullmq.scheduler');
    expect(all).toBeGreaterThanOrEqual(4);
    expect(await count('bullmq.job')).toBe(all);
    await schedules.keep();
    expect([await count('bullmq.scheduler'), await count('bullmq.job')]).toEqual([all, all]);

    await app.database.asSuperuser('truncate bullmq.job, bullmq.scheduler cascade');
    await schedules.keep();
    expect([await count('bullmq.scheduler'), await count('bullmq.job')]).toEqual([all, all]);

    // A worker that died as it took the run left no next one.
    await app.database.asSuperuser('truncate bullmq.job cascade');
    await app.database.asSuperuser('update bullmq.scheduler set next_run_ms = next_run_ms - 86400000');
    await schedules.keep();
    expect(await count('bullmq.job')).toBe(all);

    await worker.context
      .get(Queues)
      .open()
      .upsertJobScheduler(
        'sweep.of-an-older-version',
        { every: 60_000 },
        { name: 'sweep.of-an-older-version' },
      );
    await schedules.keep();
    expect(await count('bullmq.scheduler')).toBe(all);
  });

  it('sweeps out what has served its time, and nothing else', async () => {
    await enqueue();
    await enqueue();
    await enqueue();
    await app.database.asSuperuser(
      `update outbox set finished_at = now() - interval '8 days' where id in (select id from outbox order by id limit 2)`,
    );
    await app.database.asSuperuser(
      `update outbox set failed = true where id in (select id from outbox order by id limit 1)`,
    );
    await app.signIn('staff');
    await app.database.asSuperuser(`update session set expires_at = now() - interval '8 days'`);
    await app.signIn('staff');
    await app.database.asSuperuser(
      `insert into attempt_limit (key, points, expire) values ('old', 1, 1), ('new', 1, 99999999999999)`,
    );
    await worker.sweep(Housekeeping);
    expect(await count('outbox')).toBe(2);
    expect(await count('session')).toBe(1);
    expect(await app.database.asSuperuser('select key from attempt_limit')).toEqual([{ key: 'new' }]);
  });

  it('does the work of 40 reminders once, two workers side by side, with the queue emptied in between', async () => {
    await openDueObligations(app, 20);
    const both = await Promise.all([startTestWorker(app), startTestWorker(app)]);
    both.forEach((one) => one.start());
    await until(async () => (await count('mailbox_message')) >= 20);
    await Promise.all(both.map((one) => one.close()));

    await openDueObligations(app, 20);
    const third = await startTestWorker(app);
    await third.context.get(OutboxRelay).dispatch();
    await app.database.asSuperuser('truncate bullmq.job, bullmq.scheduler cascade');
    await app.database.asSuperuser(
      `update outbox set dispatched_at = now() - interval '3 minutes' where finished_at is null`,
    );
    third.start();
    await until(async () => (await count('mailbox_message')) >= 40);
    await until(async () => (await count('outbox where finished_at is null')) === 0);
    await third.close();
    expect(await count('mailbox_message')).toBe(40);
    expect(await count('delivery where sent_at is not null')).toBe(40);
  });
});
