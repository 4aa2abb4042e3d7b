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
import * as account from './_app.settings.account';
import * as member from './_app.settings.members.$memberId';
import * as members from './_app.settings.members._index';
import * as site from './_app.settings.sites.$siteId';
import * as sites from './_app.settings.sites._index';

let backend: FakeBackend;
afterEach(() => backend.stop());

const session = [
  200,
  aSession({ permissions: ['organization:read', 'site:write', 'member:read', 'member:write'] }),
] as [number, unknown];
const csrf = 'csrf-1';

it('adds a site, empty fields as not known, and says so after the redirect', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    'POST /api/v1/sites': [201, { name: 'Riverside' }],
  });
  const fields = {
    csrf,
    name: ' Riverside ',
    street: '',
    city: 'Salem',
    state: '',
    postalCode: '',
    phone: '',
  };
  const done = (await sites.action(argumentsOf(aPost('/settings/sites', fields)))) as Response;
  expect(done.headers.get('location')).toBe('/settings/sites');
  expect(backend.calls.at(-1)?.body).toEqual({
    name: 'Riverside',
    street: null,
    city: 'Salem',
    state: null,
    postalCode: null,
    phone: null,
  });
});

it('gives the refusal and the typed words back to the form', async () => {
  const problem = {
    status: 422,
    code: 'request.invalid',
    title: 'x',
    fieldErrors: { name: ['Please fill this in.'] },
  };
  backend = await startFakeBackend({ 'GET /api/v1/session': session, 'POST /api/v1/sites': [422, problem] });
  const answer = await sites.action(argumentsOf(aPost('/settings/sites', { csrf, name: '', city: 'Salem' })));
  expect(answer).toMatchObject({
    init: { status: 422 },
    data: { values: { city: 'Salem' }, problem: { fieldErrors: problem.fieldErrors } },
  });
  expect(JSON.stringify(answer)).not.toContain(csrf);
});

it('changes the version of the site that the form showed', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    'PATCH /api/v1/sites/sit_1': [200, { name: 'Riverside' }],
  });
  const request = aPost('/settings/sites/sit_1', { csrf, version: '3', name: 'Riverside' });
  await site.action(argumentsOf(request, { siteId: 'sit_1' }));
  expect(backend.calls.at(-1)?.headers['if-match']).toBe('"v3"');
  expect(backend.calls.at(-1)?.body).toMatchObject({ active: false });
});

it('does not find a site of nobody', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    'GET /api/v1/sites': [200, { items: [] }],
  });
  const thrown = await thrownBy(() =>
    site.loader(argumentsOf(aGet('/settings/sites/sit_9'), { siteId: 'sit_9' })),
  );
  expect(thrown.init?.status).toBe(404);
});

it('shows the link of an invitation in the answer, never in an address', async () => {
  const link = 'http://localhost:3164/invitations/secret';
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    'POST /api/v1/invitations': [201, { invitation: { name: 'Lee Park' }, link }],
  });
  const fields = {
    csrf,
    intent: 'invite',
    name: 'Lee Park',
    email: 'lee@cedarvalley.example',
    role: 'staff',
  };
  expect(await members.action(argumentsOf(aPost('/settings/members', fields)))).toEqual({
    invited: { name: 'Lee Park', link },
  });
});

it('asks for invitations only where the role may see them', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/session': [200, aSession({ permissions: ['member:read'] })],
    'GET /api/v1/members': [200, { items: [] }],
  });
  expect(await members.loader(argumentsOf(aGet('/settings/members')))).toEqual({
    members: [],
    invitations: [],
  });
  expect(backend.calls.map(({ what }) => what)).not.toContain('GET /api/v1/invitations');
});

it('ends and restores access by the same door', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    'PATCH /api/v1/members/mem_2': [200, { name: 'Tom' }],
  });
  for (const [intent, active] of [
    ['end', false],
    ['restore', true],
  ] as const) {
    await member.action(
      argumentsOf(aPost('/settings/members/mem_2', { csrf, version: '1', intent }), { memberId: 'mem_2' }),
    );
    expect(backend.calls.at(-1)?.body).toEqual({ active });
  }
});

describe('changing the own password', () => {
  const passwords = { csrf, currentPassword: ' the one before ', newPassword: ' the one after it ' };

  it('sends both as they were typed, whatever the role, and says so after the redirect', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': [200, aSession({ permissions: [] })],
      'POST /api/v1/session/password': [200, aSession()],
    });
    const done = (await account.action(argumentsOf(aPost('/settings/account', passwords)))) as Response;
    expect(done.headers.get('location')).toBe('/settings/account');
    expect(backend.calls.at(-1)?.body).toEqual({
      currentPassword: ' the one before ',
      newPassword: ' the one after it ',
    });
  });

  it('tells a refusal by field and gives neither password back', async () => {
    const fieldErrors = { currentPassword: ['This is not your present password.'] };
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/session/password': [
        400,
        { status: 400, code: 'password.wrong', title: 'x', fieldErrors },
      ],
    });
    const answer = await account.action(argumentsOf(aPost('/settings/account', passwords)));
    expect(answer).toMatchObject({ init: { status: 400 }, data: { problem: { fieldErrors } } });
    expect(JSON.stringify(answer)).not.toContain('the one');
  });
});
