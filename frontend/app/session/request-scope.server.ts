import { AsyncLocalStorage } from 'node:async_hooks';
import type { MiddlewareFunction } from 'react-router';

interface RequestScope {
  kept: Map<string, Promise<unknown>>;
  setCookies: string[];
  /** Under which the backend logged the first call of this request. */
  requestId?: string;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/**
 * What belongs to one request of a browser: the session is asked for once however many loaders need it, and
 * cookies that the backend sets on the way reach the browser as they are.
 */
export const requestScope: MiddlewareFunction<Response> = async (_args, next) => {
  const scope: RequestScope = { kept: new Map(), setCookies: [] };
  return scopes.run(scope, async () => {
    const response = await next();
    for (const cookie of scope.setCookies) response.headers.append('set-cookie', cookie);
    return response;
  });
};

export function oncePerRequest<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const kept = scopes.getStore()?.kept;
  if (!kept) return ask();
  const known = kept.get(key) as Promise<T> | undefined;
  if (known) return known;
  const asked = ask();
  kept.set(key, asked);
  return asked;
}

export function passOnCookie(cookie: string): void {
  scopes.getStore()?.setCookies.push(cookie);
}

export function noteRequestId(requestId: string | null): void {
  const scope = scopes.getStore();
  if (scope && requestId) scope.requestId ??= requestId;
}

/** For a page that refuses by itself: what to name when asking about it, as a refusal of the backend has it. */
export function notedRequestId(): string | undefined {
  return scopes.getStore()?.requestId;
}
