import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, TEST_PASSWORD, type TestApp } from '../../../testing/test-app.js';

let test: TestApp;
beforeAll(async () => void (test = await startTestApp()));
afterAll(() => test.close());

describe('signing in', () => {
  it('gives a session to the right password and says where the person works', async () => {
    const answer = await test
      .anonymous()
      .post('/api/v1/sessions')
      .send({ email: 'Org-Admin@alder.example', password: TEST_PASSWORD });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ organization: { name: 'Alder Family Clinic' }, role: 'org-admin' });
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await test
      .anonymous()
      .post('/api/v1/sessions')
      .send({ email: 'org-admin@birch.example', password: 'not it' });
    const unknown = await test
      .anonymous()
      .post('/api/v1/sessions')
      .send({ email: 'nobody@birch.example', password: 'not it' });
    expect(wrong.status).toBe(401);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  it('refuses after ten failures, says when to come back, and lets others in', async () => {
    const email = 'much-attacked@alder.example';
    for (let n = 0; n < 10; n += 1)
      await test
        .anonymous()
        .post('/api/v1/sessions')
        .send({ email, password: `guess ${n}` });
    const refused = await test.anonymous().post('/api/v1/sessions').send({ email, password: 'guess 11' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const other = await test
      .anonymous()
      .post('/api/v1/sessions')
      .send({ email: 'org-admin@alder.example', password: TEST_PASSWORD });
    expect(other.status).toBe(201);
  });

  it('records success and refusal', async () => {
    const rows = await test.database.asSuperuser<{ action: string; outcome: string }>(
      `select distinct action, outcome from audit.event where action like 'session.%' order by action`,
    );
    expect(rows).toContainEqual({ action: 'session.signed-in', outcome: 'ok' });
    expect(rows).toContainEqual({ action: 'session.sign-in-refused', outcome: 'denied' });
  });
});

describe('a session', () => {
  it('is needed for everything that is not public', async () => {
    const answer = await test.anonymous().get('/api/v1/session');
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'session.required', requestId: expect.any(String) as string });
  });

  it('ends after the idle time, and what only polls does not keep it alive', async () => {
    const agent = await test.signIn('staff');
    expect((await agent.get('/api/v1/session')).status).toBe(200);
    const age = (minutes: number) =>
      test.database.asSuperuser(
        `update session set last_active_at = now() - make_interval(mins => ${minutes}) where person_id = $1`,
        [test.a.members.staff.personId],
      );
    const forgetRemembered = () => new Promise((resolve) => setTimeout(resolve, 1_100));
    await age(14);
    await forgetRemembered();
    expect((await agent.get('/api/v1/session').set('X-Part164-Passive', '1')).status).toBe(200);
    await age(15);
    await forgetRemembered();
    const ended = await agent.get('/api/v1/session').set('X-Part164-Passive', '1');
    expect(ended.status).toBe(401);
    expect(ended.body).toMatchObject({ code: 'session.expired' });
  });

  it('ends for good on sign-out', async () => {
    const agent = await test.signIn('auditor');
    expect((await agent.delete('/api/v1/session')).status).toBe(204);
    expect((await agent.get('/api/v1/session')).status).toBe(401);
  });

  it('changes nothing without its form token, or for another site', async () => {
    const agent = await test.signIn('org-admin');
    const site = { name: 'Made by somebody else' };
    expect((await agent.post('/api/v1/sites').set('X-CSRF-Token', 'wrong').send(site)).body).toMatchObject({
      code: 'access.form-token',
    });
    expect(
      (await agent.post('/api/v1/sites').set('Origin', 'https://evil.example').send(site)).body,
    ).toMatchObject({ code: 'access.cross-site' });
    expect(
      (await agent.post('/api/v1/sites').set('Sec-Fetch-Site', 'cross-site').send(site)).body,
    ).toMatchObject({ code: 'access.cross-site' });
    const foreignLogin = await test
      .anonymous()
      .post('/api/v1/sessions')
      .set('Origin', 'https://evil.example')
      .send({ email: 'a@b.example', password: 'x' });
    expect(foreignLogin.status).toBe(403);
    const sites = await agent.get('/api/v1/sites');
    expect((sites.body as { items: unknown[] }).items).toEqual([]);
  });

  it('is limited to five per person: the oldest ends', async () => {
    const agents = [];
    for (let n = 0; n < 6; n += 1) agents.push(await test.signIn('incident-commander'));
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await agents[0]!.get('/api/v1/session')).status).toBe(401);
    expect((await agents[5]!.get('/api/v1/session')).status).toBe(200);
  });
});

describe('changing roles', () => {
  it('works at the next request', async () => {
    const admin = await test.signIn('org-admin');
    const member = await test.addMember(test.a, 'staff', 'Nora New');
    const agent = await test.signInAs(member);
    expect((await agent.get('/api/v1/members')).status).toBe(403);
    const list = (await admin.get('/api/v1/members')).body as {
      items: { id: string; name: string; version: number }[];
    };
    const nora = list.items.find((item) => item.name === 'Nora New')!;
    const changed = await admin
      .patch(`/api/v1/members/${nora.id}`)
      .set('If-Match', `"v${nora.version}"`)
      .send({ role: 'auditor' });
    expect(changed.status).toBe(200);
    expect((await agent.get('/api/v1/members')).status).toBe(200);
    const stale = await admin
      .patch(`/api/v1/members/${nora.id}`)
      .set('If-Match', `"v${nora.version}"`)
      .send({ role: 'staff' });
    expect(stale.status).toBe(412);
    expect((await admin.patch(`/api/v1/members/${nora.id}`).send({ role: 'staff' })).status).toBe(428);
  });

  it('never lets an admin change their own', async () => {
    const admin = await test.signIn('org-admin');
    const list = (await admin.get('/api/v1/members')).body as {
      items: { id: string; role: string; version: number }[];
    };
    const self = list.items.find((item) => item.role === 'org-admin')!;
    const answer = await admin
      .patch(`/api/v1/members/${self.id}`)
      .set('If-Match', `"v${self.version}"`)
      .send({ role: 'staff' });
    expect(answer.status).toBe(409);
  });
});

describe('setting up', () => {
  it('names everything that is missing at once, the password too', async () => {
    const empty = { organizationName: '', kind: '', timeZone: '', ownerName: '', email: '', password: '' };
    const answer = await test.anonymous().post('/api/v1/setup').send(empty);
    expect(answer.status).toBe(400);
    const { fieldErrors } = answer.body as { fieldErrors: Record<string, string[]> };
    expect(Object.keys(fieldErrors).sort()).toEqual(Object.keys(empty).sort());
    expect(fieldErrors['password']).toEqual(['Please fill this in.']);
    expect(fieldErrors['kind']).toEqual(['Choose one of the given.']);
    expect(JSON.stringify(fieldErrors)).not.toMatch(/Invalid|expected/);
    const short = await test
      .anonymous()
      .post('/api/v1/setup')
      .send({ ...empty, password: 'too short' });
    expect(short.body.fieldErrors).toMatchObject({
      ownerName: ['Please fill this in.'],
      password: ['Use at least 15 characters. A short sentence works well.'],
    });
  });
});

it('refuses a name that hides something, and numbers out of bounds, in plain words', async () => {
  const admin = await test.signIn('org-admin');
  const named = await admin.post('/api/v1/sites').send({ name: 'Front\u202Edesk' });
  expect(named.body).toMatchObject({
    fieldErrors: { name: [expect.stringContaining('invisible characters') as string] },
  });
  const changed = await admin
    .patch('/api/v1/organization')
    .set('If-Match', '"v1"')
    .send({ fiscalYearStartMonth: 13, colour: 'red' });
  expect(changed.body).toMatchObject({
    fieldErrors: {
      fiscalYearStartMonth: ['At most 12.'],
      '(request)': ['There is no such field here: “colour”.'],
    },
  });
});

describe('the log of a new organization', () => {
  it('names its first member as the one who made it', async () => {
    const { memberId, name } = test.a.members['org-admin'];
    const rows = await test.database.asSuperuser(
      `select actor_type, actor_id, actor_name from audit.event where action = 'organization.created' and organization_id = $1`,
      [test.a.id],
    );
    expect(rows).toEqual([{ actor_type: 'person', actor_id: memberId, actor_name: name }]);
  });
});

describe('invitations', () => {
  /** Who joined, as the organization's log has it: actor and target. */
  const joinedIn = (organizationId: string) =>
    test.database.asSuperuser(
      `select actor_type, actor_name, actor_id = target_id as themselves from audit.event
       where action = 'member.joined' and organization_id = $1`,
      [organizationId],
    );

  it('let a new person join by the link that the inviter was shown, once', async () => {
    const admin = await test.signIn('org-admin');
    const invited = await admin
      .post('/api/v1/invitations')
      .send({ email: 'Iris@alder.example', name: 'Iris Invited', role: 'vendor-manager' });
    expect(invited.status).toBe(201);
    const link = (invited.body as { link: string }).link;
    const token = link.split('/').at(-1)!;
    const open = await test.anonymous().get(`/api/v1/invitations/open/${token}`);
    expect(open.body).toMatchObject({
      organizationName: 'Alder Family Clinic',
      personExists: false,
      roleLabel: 'Vendor manager',
    });
    const joined = await test
      .anonymous()
      .post(`/api/v1/invitations/open/${token}/accept`)
      .send({ password: 'purple anchors float over corn' });
    expect(joined.status).toBe(201);
    expect(joined.body).toMatchObject({
      person: { email: 'iris@alder.example', name: 'Iris Invited' },
      role: 'vendor-manager',
    });
    expect(await joinedIn(test.a.id)).toEqual([
      { actor_type: 'person', actor_name: 'Iris Invited', themselves: true },
    ]);
    const again = await test
      .anonymous()
      .post(`/api/v1/invitations/open/${token}/accept`)
      .send({ password: 'purple anchors float over corn' });
    expect(again.status).toBe(404);
  });

  it('let a known person join a second organization with their own password, and switch', async () => {
    const adminOfB = await test.signIn('org-admin', test.b);
    const invited = await adminOfB
      .post('/api/v1/invitations')
      .send({ email: 'org-admin@alder.example', name: 'Olga', role: 'staff' });
    const token = (invited.body as { link: string }).link.split('/').at(-1)!;
    const wrong = await test
      .anonymous()
      .post(`/api/v1/invitations/open/${token}/accept`)
      .send({ password: 'some other long password' });
    expect(wrong.body).toMatchObject({
      code: 'invitation.wrong-password',
      fieldErrors: { password: [expect.any(String) as string] },
    });
    // Signed in with their first organization while they join the second.
    const joined = await (
      await test.signIn('org-admin')
    )
      .post(`/api/v1/invitations/open/${token}/accept`)
      .send({ password: TEST_PASSWORD });
    expect(joined.body).toMatchObject({
      organization: { name: 'Birch Billing' },
      role: 'staff',
      memberships: [{}, {}],
    });
    expect(await joinedIn(test.b.id)).toEqual([
      { actor_type: 'person', actor_name: 'Olga Admin of Alder Family Clinic', themselves: true },
    ]);
  });
});
