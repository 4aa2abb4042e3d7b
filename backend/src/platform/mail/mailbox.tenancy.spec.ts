import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TenantDb } from '../database/tenant-db.js';
import { newId } from '../database/new-id.js';
import { typedId } from '../kernel/typed-id.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { addMessage } from './mailbox-messages.js';

describe('somebody else’s message', () => {
  let app: TestApp;
  let messageId: string;

  beforeAll(async () => {
    app = await startTestApp();
    const { staff } = app.a.members;
    messageId = await app.as(staff, () =>
      app.app.get(TenantDb).write((tx) => {
        tx.audit.record({ action: 'message.read', target: { type: 'message', id: null } });
        return addMessage(tx, {
          recipientId: staff.memberId,
          template: 'x',
          subject: 'For staff only',
          text: 'x',
          path: '/',
        });
      }),
    );
  });
  afterAll(() => app.close());

  it.each(['org-admin', 'compliance-officer', 'auditor'] as const)(
    'is not found by the %s of the same organization',
    async (role) => {
      const agent = await app.signIn(role);
      const foreign = await agent.get(`/api/v1/mailbox/${typedId('message', messageId)}`).expect(404);
      const random = await agent.get(`/api/v1/mailbox/${typedId('message', newId())}`).expect(404);
      expect({ ...foreign.body, requestId: '' }).toEqual({ ...random.body, requestId: '' });
      expect((await agent.get('/api/v1/mailbox').expect(200)).body).toMatchObject({ total: 0, items: [] });
    },
  );

  it('is not found by anybody of another organization, nor marked read by trying', async () => {
    for (const role of ['staff', 'org-admin'] as const) {
      const agent = await app.signIn(role, app.b);
      await agent.get(`/api/v1/mailbox/${typedId('message', messageId)}`).expect(404);
      expect(JSON.stringify((await agent.get('/api/v1/mailbox').expect(200)).body)).not.toContain(
        'For staff only',
      );
    }
    expect(await app.database.asSuperuser('select read_at from mailbox_message')).toEqual([
      { read_at: null },
    ]);
  });

  it('is not shown to who is not signed in', async () => {
    await app
      .anonymous()
      .get(`/api/v1/mailbox/${typedId('message', messageId)}`)
      .expect(401);
  });
});
