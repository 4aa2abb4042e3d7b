import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, TEST_PASSWORD, type TestApp } from '../../../testing/test-app.js';
import { Sessions } from '../sessions.js';
import { csrfTokenOf } from '../session-token.js';

let test: TestApp;
beforeAll(async () => void (test = await startTestApp()));
afterAll(() => test.close());

const NEXT = 'seven copper kettles sing to the moon';
const seenByOthers = () => new Promise((resolve) => setTimeout(resolve, 1_100));

const change = (agent: Agent, currentPassword: string, newPassword: string) =>
  agent.post('/api/v1/session/password').send({ currentPassword, newPassword });
const signInWith = (password: string, email = 'org-admin@alder.example') =>
  test.anonymous().post('/api/v1/sessions').send({ email, password });
const events = () =>
  test.database.asSuperuser<{ organization_id: string; outcome: string; detail: object; target_id: string }>(
    `select organization_id, outcome, detail, target_id from audit.event where action = 'member.password-changed' order by id`,
  );

describe('changing the own password', () => {
  it('refuses a wrong present password by field, and writes that down', async () => {
    const agent = await test.signIn('org-admin');
    const answer = await change(agent, 'this is not the one at all', NEXT);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'password.wrong',
      fieldErrors: { currentPassword: ['This is not your present password.'] },
    });
    expect((await signInWith(TEST_PASSWORD)).status).toBe(201);
    expect((await events()).map(({ outcome }) => outcome)).toEqual(['denied']);
  });

  it.each([
    ['', 'Please fill this in.'],
    ['short', 'Use at least 15 characters. A short sentence works well.'],
    [
      'aaaaaaaaaaaaaaaa',
      'This password is easy to guess. Add words that have nothing to do with each other.',
    ],
    [
      'Alder Family Clinic',
      'This password is easy to guess. Add words that have nothing to do with each other.',
    ],
    [TEST_PASSWORD, 'This is the password that you have now.'],
  ])('refuses "%s" as the new one', async (password, message) => {
    const agent = await test.signIn('org-admin');
    expect((await change(agent, TEST_PASSWORD, password)).body).toMatchObject({
      fieldErrors: { newPassword: [message] },
    });
  });

  it('asks for both at once', async () => {
    const agent = await test.signIn('org-admin');
    expect((await change(agent, '', '')).body).toMatchObject({
      fieldErrors: { currentPassword: ['Please fill this in.'], newPassword: ['Please fill this in.'] },
    });
  });

  it('ends every other session, renews this one, and lets the new password in instead of the old', async () => {
    const { personId } = test.a.members['org-admin'];
    const [elsewhere, colleague] = [await test.signIn('org-admin'), await test.signIn('staff')];
    const before = await test.app.get(Sessions).start(personId, test.a.id, null, 'spec');
    const changed = await change(
      test.anonymous().set('Cookie', `sid=${before}`).set('X-CSRF-Token', csrfTokenOf(before)),
      TEST_PASSWORD,
      NEXT,
    );
    expect(changed.status).toBe(200);
    const cookie = /^sid=([\w-]{43}); Path=\/; HttpOnly; SameSite=Lax$/.exec(
      changed.headers['set-cookie']![0]!,
    )!;
    await seenByOthers();
    expect((await elsewhere.get('/api/v1/session')).status).toBe(401);
    expect((await colleague.get('/api/v1/session')).status).toBe(200);
    // The token from before is known to nobody any more; the one in the answer goes on.
    const sessionOf = (sid: string) => test.anonymous().get('/api/v1/session').set('Cookie', `sid=${sid}`);
    expect((await sessionOf(before)).status).toBe(401);
    const renewed = await sessionOf(cookie[1]!);
    expect(renewed.status).toBe(200);
    expect((renewed.body as { csrfToken: string }).csrfToken).toBe(csrfTokenOf(cookie[1]!));
    expect((changed.body as { csrfToken: string }).csrfToken).toBe(csrfTokenOf(cookie[1]!));

    expect((await signInWith(TEST_PASSWORD)).status).toBe(401);
    expect((await signInWith(NEXT)).status).toBe(201);
  });

  it('is recorded in the organization of the session, without either password', async () => {
    const done = (await events()).filter(({ outcome }) => outcome === 'ok');
    expect(done).toEqual([
      {
        organization_id: test.a.id,
        outcome: 'ok',
        target_id: test.a.members['org-admin'].memberId,
        detail: { otherSessionsEnded: expect.any(Number) as number },
      },
    ]);
    const [row] = await test.database.asSuperuser<{ kept: boolean }>(
      `select exists (select 1 from audit.event e where e::text like '%copper kettles%' or e::text like '%green ladders%') as kept`,
    );
    expect(row).toEqual({ kept: false });
  });

  it('counts guesses together with those at the sign-in', async () => {
    const agent = await test.signIn('org-admin', test.b);
    for (let n = 0; n < 10; n += 1) expect((await change(agent, `guess ${n}`, NEXT)).status).toBe(400);
    const refused = await change(agent, TEST_PASSWORD, NEXT);
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ code: 'session.too-many-attempts' });
    expect((await signInWith(TEST_PASSWORD, 'org-admin@birch.example')).status).toBe(429);
  });

  it('is open to every role, and only by the form of the session', async () => {
    const agent = await test.signIn('auditor');
    expect((await change(agent, 'what it might be', NEXT)).status).toBe(400);
    const forged = await agent
      .post('/api/v1/session/password')
      .set('X-CSRF-Token', 'wrong')
      .send({ currentPassword: TEST_PASSWORD, newPassword: NEXT });
    expect(forged.status).toBe(403);
  });
});
