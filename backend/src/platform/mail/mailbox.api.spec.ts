import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TenantDb } from '../database/tenant-db.js';
import { startTestApp, type TestApp, type TestMember } from '../../testing/test-app.js';
import { addMessage, OWN_ADDRESS } from './mailbox-messages.js';
import type { MailboxMessage, MailboxPage } from './mailbox.schemas.js';

describe('the mailbox', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    for (let i = 1; i <= 5; i += 1) await put(app.a.members.staff, i);
    await put(app.a.members['org-admin'], 9);
  });
  afterAll(() => app.close());

  const put = (member: TestMember, number: number): Promise<string> =>
    app.as(member, () =>
      app.app.get(TenantDb).write((tx) => {
        tx.audit.record({ action: 'message.read', target: { type: 'message', id: null } });
        return addMessage(tx, {
          recipientId: member.memberId,
          template: 'obligation-overdue',
          subject: `Message ${number}`,
          text: `Words of message ${number}.\n\n${'And more of them. '.repeat(20)}\n\nGo to it: ${OWN_ADDRESS}/plan/act_1`,
          path: '/plan/act_1',
        });
      }),
    );

  it('shows one’s own messages, newest first, page by page', async () => {
    const staff = await app.signIn('staff');
    const first = (await staff.get('/api/v1/mailbox?limit=3').expect(200)).body as MailboxPage;
    expect(first.items.map((item) => item.subject)).toEqual(['Message 5', 'Message 4', 'Message 3']);
    expect(first).toMatchObject({ total: 5, totalIsCapped: false, unreadCount: 5 });
    expect(first.items[0]!.snippet).toMatch(/^Words of message 5\. And more.*…$/);
    expect(first.items[0]!.snippet.length).toBeLessThanOrEqual(160);
    const second = (await staff.get(`/api/v1/mailbox?limit=3&cursor=${first.nextCursor}`).expect(200))
      .body as MailboxPage;
    expect(second.items.map((item) => item.subject)).toEqual(['Message 2', 'Message 1']);
    expect(second.nextCursor).toBeNull();
  });

  it('marks a message read when it is opened, and records that once', async () => {
    const staff = await app.signIn('staff');
    const { items } = (await staff.get('/api/v1/mailbox').expect(200)).body as MailboxPage;
    const { id } = items[0]!;
    const opened = (await staff.get(`/api/v1/mailbox/${id}`).expect(200)).body as MailboxMessage;
    expect(opened.text).toContain('Go to it: http://127.0.0.1:3164/plan/act_1');
    expect(opened).toMatchObject({ subject: 'Message 5', href: '/plan/act_1' });
    expect(opened.readAt).not.toBeNull();
    await staff.get(`/api/v1/mailbox/${id}`).expect(200);
    const after = (await staff.get('/api/v1/mailbox').expect(200)).body as MailboxPage;
    expect(after.unreadCount).toBe(4);
    expect(after.items[0]!.readAt).not.toBeNull();
    const events = await app.database.asSuperuser(
      `select 1 from audit.event where action = 'message.read' and actor_id = $1 and target_id is not null`,
      [app.a.members.staff.memberId],
    );
    expect(events).toHaveLength(1);
  });

  it('keeps the words encrypted in the database', async () => {
    const rows = await app.database.asSuperuser<{ body: Buffer }>('select body from mailbox_message');
    for (const { body } of rows) expect(body.toString('latin1')).not.toContain('Words');
  });

  it('refuses a page mark that is none', async () => {
    const staff = await app.signIn('staff');
    await staff.get('/api/v1/mailbox?cursor=x').expect(400);
  });
});
