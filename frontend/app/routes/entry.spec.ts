// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import {
  aGet,
  aPost,
  argumentsOf,
  aSession,
  startFakeBackend,
  thrownBy,
  type FakeBackend,
} from '~/test/fake-backend';
import * as invitation from './_entry.invitations.$token';
import * as login from './_entry.login';
import * as setup from './_entry.setup';

let backend: FakeBackend;
afterEach(() => backend.stop());

const noCookie = {};

describe('signing in', () => {
  it('shows the first screen while no organization exists', async () => {
    backend = await startFakeBackend({ 'GET /api/v1/setup': [200, { needed: true }] });
    const thrown = await thrownBy(() => login.loader(argumentsOf(aGet('/login', noCookie))));
    expect(thrown.headers.get('location')).toBe('/setup');
  });

  it('goes where the person wanted to go, within our own pages', async () => {
    backend = await startFakeBackend({ 'POST /api/v1/sessions': [201, aSession()] });
    const fields = { email: ' priya@cedarvalley.example ', password: ' with blanks ' };
    const good = await login.action(argumentsOf(aPost('/login?next=/risks', fields, noCookie)));
    expect((good as Response).headers.get('location')).toBe('/risks');
    expect(backend.calls[0]?.body).toEqual({ email: 'priya@cedarvalley.example', password: ' with blanks ' });
    const foreign = await login.action(argumentsOf(aPost('/login?next=//evil.example', fields, noCookie)));
    expect((foreign as Response).headers.get('location')).toBe('/');
  });

  it('keeps the e-mail and never the password when refused', async () => {
    backend = await startFakeBackend({
      'POST /api/v1/sessions': [401, { status: 401, code: 'session.invalid-credentials', title: 'x' }],
    });
    const answer = await login.action(
      argumentsOf(aPost('/login', { email: 'a@b.c', password: 'wrong' }, noCookie)),
    );
    expect(answer).toMatchObject({
      data: { values: { email: 'a@b.c' }, problem: { status: 401 } },
      init: { status: 401 },
    });
    expect(JSON.stringify(answer)).not.toContain('wrong');
  });

  it('sends who is signed in already to their work', async () => {
    backend = await startFakeBackend({ 'GET /api/v1/session': [200, aSession()] });
    const thrown = await thrownBy(() => login.loader(argumentsOf(aGet('/login'))));
    expect(thrown.headers.get('location')).toBe('/');
  });
});

describe('setting up', () => {
  it('is closed once an organization exists', async () => {
    backend = await startFakeBackend({ 'GET /api/v1/setup': [200, { needed: false }] });
    const thrown = await thrownBy(() => setup.loader(argumentsOf(aGet('/setup', noCookie))));
    expect(thrown.headers.get('location')).toBe('/login');
  });

  it('makes the organization and its owner', async () => {
    backend = await startFakeBackend({ 'POST /api/v1/setup': [201, aSession()] });
    const fields = {
      organizationName: 'Cedar Valley',
      kind: 'covered-entity',
      timeZone: 'America/Los_Angeles',
      ownerName: 'Ana Ruiz',
      email: 'ana@cedarvalley.example',
      password: 'a long sentence indeed',
    };
    const done = (await setup.action(argumentsOf(aPost('/setup', fields, noCookie)))) as Response;
    expect(done.headers.get('location')).toBe('/');
    expect(done.headers.get('set-cookie')).toMatch(/^flash=/);
    expect(backend.calls[0]?.body).toEqual(fields);
  });
});

describe('an invitation', () => {
  it('is not found when the link is wrong', async () => {
    backend = await startFakeBackend({});
    const thrown = await thrownBy(() =>
      invitation.loader(argumentsOf(aGet('/invitations/bad', noCookie), { token: 'bad' })),
    );
    expect(thrown.init?.status).toBe(404);
  });

  it('is accepted with a name and a password', async () => {
    backend = await startFakeBackend({ 'POST /api/v1/invitations/open/tok/accept': [201, aSession()] });
    const request = aPost(
      '/invitations/tok',
      { name: 'Lee Park', password: 'a long sentence indeed' },
      noCookie,
    );
    const done = (await invitation.action(argumentsOf(request, { token: 'tok' }))) as Response;
    expect(done.headers.get('location')).toBe('/');
    expect(backend.calls[0]?.body).toEqual({ name: 'Lee Park', password: 'a long sentence indeed' });
  });
});
