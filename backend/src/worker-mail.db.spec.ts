import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { SystemDb } from './platform/database/system-db.js';
import { Deliveries } from './platform/mail/deliveries.js';
import { RemindOfDue } from './modules/obligations/jobs/remind-of-due.task.js';
import { openDueObligations } from './testing/due-obligations.js';
import { startSmtpSink, type SmtpSink } from './testing/smtp-sink.js';
import { startTestApp, type TestApp } from './testing/test-app.js';
import { startTestWorker, type TestWorker } from './testing/test-worker.js';
import { AppModule } from './app.module.js';

describe('mail where a mail server is set up', () => {
  let app: TestApp;
  let worker: TestWorker;
  let sink: SmtpSink;

  beforeAll(async () => {
    sink = await startSmtpSink();
    app = await startTestApp((config) => AppModule.with({ ...config, SMTP_URL: sink.url }));
    worker = await startTestWorker(app, {
      config: { SMTP_URL: sink.url, MAIL_FROM: 'Part164 <part164@alder.example>' },
    });
  });
  afterAll(async () => {
    await worker.close();
    await app.close();
    await sink.close();
  });
  beforeEach(async () => {
    sink.mails.length = 0;
    sink.answers.length = 0;
    await app.database.asSuperuser(
      'truncate obligation, obligation_change, obligation_milestone, mailbox_message, delivery, outbox cascade',
    );
  });

  const reminder = async (): Promise<void> => {
    await openDueObligations(app, 1);
    await worker.sweep(RemindOfDue);
  };
  const again = () => app.database.asSuperuser('update outbox set dispatched_at = null, finished_at = null');
  const messages = () => app.database.asSuperuser('select id from mailbox_message');

  it('goes out beside the mailbox, says nothing that people typed, and leads into the app', async () => {
    await reminder();
    await worker.work();
    expect(await messages()).toHaveLength(1);
    expect(sink.mails).toHaveLength(1);
    const { source, to, messageId } = sink.mails[0]!;
    expect(to).toContain('@alder.example');
    expect(messageId).toMatch(/^<[0-9a-f]{40}@127\.0\.0\.1>$/);
    expect(source).toContain('From: Part164 <part164@alder.example>');
    expect(source).toMatch(/^Subject: Due today, /m);
    expect(source).not.toContain('Action 0');
    expect(source.replaceAll('=\r\n', '')).toContain('http://127.0.0.1:3164/plan/act_');
    expect(source).toContain('text/html');
  });

  it('is one mail however often the job runs', async () => {
    await reminder();
    await worker.work();
    await again();
    await worker.work();
    expect(sink.mails).toHaveLength(1);
  });

  it('goes out again with the same Message-ID after a crash between sending and noting it', async () => {
    await reminder();
    await worker.work();
    await again();
    await app.database.asSuperuser(
      `update delivery set sent_at = null, claimed_at = now() - interval '1 minute' where channel = 'smtp'`,
    );
    await worker.work();
    expect(sink.mails).toHaveLength(2);
    expect(sink.mails[1]!.messageId).toBe(sink.mails[0]!.messageId);
    expect(await messages()).toHaveLength(1);
  });

  it('waits while another worker is sending it', async () => {
    const deliveries = new Deliveries(worker.context.get(SystemDb));
    const claims = await Promise.all([1, 2, 3].map(() => deliveries.claim(app.a.id, 'spec', 'smtp', null)));
    expect(claims.sort()).toEqual(['elsewhere', 'elsewhere', 'ours']);
  });

  it('is tried again when the server is busy; the mailbox has it meanwhile, once', async () => {
    await reminder();
    sink.answers.push(451);
    await expect(worker.work()).rejects.toThrow();
    expect(await messages()).toHaveLength(1);
    await again();
    await worker.work();
    expect(sink.mails).toHaveLength(1);
    expect(await messages()).toHaveLength(1);
  });

  it('is not tried again when the server refuses the address for good: that is recorded', async () => {
    await reminder();
    sink.answers.push(550);
    await worker.work();
    expect(sink.mails).toHaveLength(0);
    const refused = await app.database.asSuperuser(
      `select outcome, reason_code from audit.event where action = 'notice.refused'`,
    );
    expect(refused).toEqual([{ outcome: 'failed', reason_code: 'mail.refused' }]);
  });

  it('brings an invitation to somebody who is no member yet, with a link that works; the token is sealed on its way', async () => {
    const admin = await app.signIn('org-admin');
    const { body } = await admin
      .post('/api/v1/invitations')
      .send({ email: 'nia@alder.example', name: 'Nia Okafor', role: 'staff' })
      .expect(201);
    const token = (body as { link: string }).link.split('/').at(-1)!;
    const [row] = await app.database.asSuperuser<{ payload: object }>(
      `select payload from outbox where job_name = 'invitation.mail'`,
    );
    expect(JSON.stringify(row!.payload)).not.toContain(token);
    await worker.work();
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]!.to).toBe('nia@alder.example');
    expect(sink.mails[0]!.source.replaceAll('=\r\n', '')).toContain(`/invitations/${token}`);
  });

  it('is not sent for an invitation that was revoked meanwhile', async () => {
    const admin = await app.signIn('org-admin');
    const { body } = await admin
      .post('/api/v1/invitations')
      .send({ email: 'ivo@alder.example', name: 'Ivo Lund', role: 'staff' })
      .expect(201);
    await admin
      .delete(`/api/v1/invitations/${(body as { invitation: { id: string } }).invitation.id}`)
      .expect(204);
    await worker.work();
    expect(sink.mails).toHaveLength(0);
  });

  it('does not reach an organization that did not ask: a claim of one is not seen by the other', async () => {
    const deliveries = new Deliveries(worker.context.get(SystemDb));
    expect(await deliveries.claim(app.a.id, 'same', 'smtp', null)).toBe('ours');
    expect(await deliveries.claim(app.b.id, 'same', 'smtp', null)).toBe('ours');
  });
});
