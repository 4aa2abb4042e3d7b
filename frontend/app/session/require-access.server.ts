import { data, redirect } from 'react-router';
import { createApi, type Api } from '~/api/client.server';
import { toProblem } from '~/api/problem';
import { t } from '~/messages';
import { readForm } from './read-form.server';
import { oncePerRequest } from './request-scope.server';
import { ownPath } from './safe-redirect';
import type { Permission, Session } from './session';

export interface Access {
  api: Api;
  session: Session;
  /** What the form sent; empty on a GET. */
  form: FormData;
}

/**
 * The first line of each loader and action. Without a session it leads to the sign-in page and back again; without
 * the permission it shows why. Here it is courtesy: the backend judges each call anew.
 */
export async function requireAccess(request: Request, permission?: Permission): Promise<Access> {
  const session = await sessionOf(request);
  if (!session) throw signInRedirect(request);
  if (permission && !session.permissions.includes(permission)) {
    throw data({ status: 403, code: 'access.denied', title: t('errors.deniedTitle') }, { status: 403 });
  }
  const form = await readForm(request);
  const api = createApi(request, {
    csrfToken: csrfOf(form),
    onUnauthorized: (code) => {
      throw signInRedirect(request, code);
    },
  });
  return { api, session, form };
}

/** For pages that stand open to anybody: a client without a session's duties. */
export async function openAccess(request: Request): Promise<{ api: Api; form: FormData }> {
  const form = await readForm(request);
  return { api: createApi(request, { csrfToken: csrfOf(form) }), form };
}

export function sessionOf(request: Request): Promise<Session | null> {
  return oncePerRequest('session', async () => {
    if (!request.headers.get('cookie')) return null;
    const answer = await createApi(request).GET('/api/v1/session');
    if (answer.data) return answer.data;
    if (answer.response.status === 401) return null;
    const problem = toProblem(answer.response, answer.error);
    // Signed in, but no longer a member: only the sign-in page still has a way on.
    if (problem.code === 'session.no-organization') {
      if (new URL(request.url).pathname === '/login') return null;
      throw redirect('/login?reason=no-organization');
    }
    throw data(problem, { status: problem.status });
  });
}

function csrfOf(form: FormData): string | undefined {
  const token = form.get('csrf');
  return typeof token === 'string' ? token : undefined;
}

function signInRedirect(request: Request, code?: string): Response {
  const url = new URL(request.url);
  const back = request.method === 'GET' ? url.pathname + url.search : refererPath(request, url);
  const query = new URLSearchParams();
  if (ownPath(back) !== '/') query.set('next', ownPath(back));
  if (code === 'session.expired' || request.headers.get('cookie')?.includes('sid='))
    query.set('reason', 'expired');
  return redirect(query.size > 0 ? `/login?${query}` : '/login');
}

function refererPath(request: Request, url: URL): string {
  const referer = request.headers.get('referer') ?? '';
  const from = URL.canParse(referer) ? new URL(referer) : undefined;
  return from && from.host === url.host ? from.pathname + from.search : '/';
}
