// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { aGet, aPost, aSession, startFakeBackend, thrownBy, type FakeBackend } from '~/test/fake-backend';
import { requestScope } from './request-scope.server';
import { requireAccess, sessionOf } from './require-access.server';

let backend: FakeBackend;
afterEach(() => backend.stop());

describe('requireAccess', () => {
  it('hands over the session, the form and a client that carries cookie and form token', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': [200, aSession()],
      'POST /api/v1/session/touch': [200, aSession()],
    });
    const { api, session, form } = await requireAccess(
      aPost('/x', { csrf: 'csrf-1', name: ' Main ' }),
      'site:write',
    );
    expect(session.person.name).toBe('Priya Natarajan');
    expect(form.get('name')).toBe(' Main ');
    await api.POST('/api/v1/session/touch');
    expect(backend.calls[1]?.headers).toMatchObject({ cookie: 'sid=abc', 'x-csrf-token': 'csrf-1' });
  });

  it('leads to the sign-in page and back to this page when there is no session', async () => {
    backend = await startFakeBackend({});
    const thrown = await thrownBy(() => requireAccess(aGet('/risks?sort=title', {})));
    expect(thrown.status).toBe(302);
    expect(thrown.headers.get('location')).toBe('/login?next=%2Frisks%3Fsort%3Dtitle');
    expect(backend.calls).toEqual([]);
  });

  it('says that the session ran out when the cookie is no longer good', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': [401, { status: 401, code: 'session.expired' }],
    });
    const thrown = await thrownBy(() => requireAccess(aGet('/plan')));
    expect(thrown.headers.get('location')).toBe('/login?next=%2Fplan&reason=expired');
  });

  it('goes back to the page of the form, never to the address that a form posts to', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': [401, { status: 401, code: 'session.required' }],
    });
    const headers = { cookie: 'sid=abc', referer: 'http://localhost:3164/settings/sites' };
    const thrown = await thrownBy(() => requireAccess(aPost('/session/touch', {}, headers)));
    expect(thrown.headers.get('location')).toBe('/login?next=%2Fsettings%2Fsites&reason=expired');
  });

  it('refuses with 403 what the role does not include', async () => {
    backend = await startFakeBackend({ 'GET /api/v1/session': [200, aSession({ permissions: [] })] });
    const thrown = await thrownBy(() => requireAccess(aGet('/settings/members'), 'member:read'));
    expect(thrown.init?.status).toBe(403);
  });

  it('leads who is no member any more to the sign-in page, which says so', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': [403, { status: 403, code: 'session.no-organization' }],
    });
    const thrown = await thrownBy(() => requireAccess(aGet('/risks')));
    expect(thrown.headers.get('location')).toBe('/login?reason=no-organization');
    expect(await sessionOf(aGet('/login?reason=no-organization'))).toBeNull();
  });

  it('shows 503 when the backend does not answer', async () => {
    backend = await startFakeBackend({});
    process.env.BACKEND_URL = 'http://127.0.0.1:9';
    const thrown = await thrownBy(() => requireAccess(aGet('/')));
    expect(thrown.data).toMatchObject({ status: 503, code: 'backend.unreachable' });
  });
});

describe('the scope of a request', () => {
  it('asks for the session once, and passes on the cookies that the backend sets', async () => {
    const cookie = { 'set-cookie': 'sid=new; Path=/; HttpOnly' };
    backend = await startFakeBackend({ 'GET /api/v1/session': [200, aSession(), cookie] });
    const work = async () => {
      const request = aGet('/');
      await Promise.all([requireAccess(request), requireAccess(request)]);
      return new Response('ok');
    };
    const response = (await requestScope({} as never, work)) as Response;
    expect(backend.calls).toHaveLength(1);
    expect(response.headers.getSetCookie()).toEqual(['sid=new; Path=/; HttpOnly']);
  });
});
