import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { noteRequestId, passOnCookie } from '~/session/request-scope.server';
import { reachBackend, unansweredAsProblem } from './reach-backend.server';
import type { paths } from './schema';

export type Api = Client<paths>;

// What the backend has to know about the browser: who it is, where the call came from, and under which request.
const CARRIED = [
  'cookie',
  'origin',
  'sec-fetch-site',
  'user-agent',
  'accept-language',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-part164-passive',
];

interface ClientOptions {
  csrfToken?: string;
  /** Answers a 401: throws a redirect where a session is needed, absent where a 401 is an answer like others. */
  onUnauthorized?: (problemCode: string | undefined) => never;
}

/** A typed client that speaks for the person behind this request; the backend alone judges what they may do. */
export function createApi(request: Request, options: ClientOptions = {}): Api {
  const baseUrl = process.env.BACKEND_URL ?? 'http://127.0.0.1:3165';
  const api = createClient<paths>({
    baseUrl,
    fetch: reachBackend,
    headers: carriedHeaders(request, options.csrfToken),
  });
  api.use(cookiesToBrowser, requestIdToPage, unanswered);
  if (options.onUnauthorized) api.use(unauthorized(options.onUnauthorized));
  return api;
}

function carriedHeaders(request: Request, csrfToken: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of CARRIED) {
    const value = request.headers.get(name);
    if (value) headers[name] = value;
  }
  if (csrfToken) headers['x-csrf-token'] = csrfToken;
  return headers;
}

const cookiesToBrowser: Middleware = {
  onResponse({ response }) {
    response.headers.getSetCookie().forEach(passOnCookie);
  },
};

const requestIdToPage: Middleware = {
  onResponse({ response }) {
    noteRequestId(response.headers.get('x-request-id'));
  },
};

const unanswered: Middleware = {
  onError({ request, error }) {
    if (error instanceof Error && error.name === 'AbortError') return error;
    return unansweredAsProblem(request, error);
  },
};

function unauthorized(answer: (code: string | undefined) => never): Middleware {
  return {
    async onResponse({ response }) {
      if (response.status !== 401) return;
      const problem: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      answer((problem as { code?: string } | undefined)?.code);
    },
  };
}
