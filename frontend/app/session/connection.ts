import { useSyncExternalStore } from 'react';

/** What got no answer and waits to be sent again: a page that was asked for, or something that was to be saved. */
export type Waiting = 'asked' | 'sent';

type Waiter = { kind: Waiting; again: () => void };

const waiters = new Set<Waiter>();
const listeners = new Set<() => void>();
const GATEWAY = new Set([502, 503, 504]);

/**
 * A call of the page's router that gets no answer would take the page away, and with it all that was typed. It is held
 * instead, until the person sends it again, or goes somewhere else.
 */
export function holdUnanswered(): void {
  const plain = window.fetch.bind(window);
  window.fetch = async (target, init) => {
    if (!isOfRouter(target)) return plain(target, init);
    for (;;) {
      const answer = await answerOf(() => plain(target, init), init?.signal);
      if (answer) return answer;
      await sentAgain(isAsking(init?.method) ? 'asked' : 'sent', init?.signal);
    }
  };
}

/** The router fetches what a page shows and what a form sends at addresses of this kind, and which pages there are. */
function isOfRouter(target: RequestInfo | URL): boolean {
  if (target instanceof Request) return false;
  const { origin, pathname } = new URL(target, window.location.href);
  return origin === window.location.origin && (pathname.endsWith('.data') || pathname === '/__manifest');
}

const isAsking = (method = 'GET'): boolean => method.toUpperCase() === 'GET';

/** Null where nobody answered, or only somebody on the way to the server. */
async function answerOf(
  call: () => Promise<Response>,
  signal?: AbortSignal | null,
): Promise<Response | null> {
  try {
    const answer = await call();
    return GATEWAY.has(answer.status) && !answer.headers.has('X-Remix-Response') ? null : answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    return null;
  }
}

function sentAgain(kind: Waiting, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => {
      waiters.delete(waiter);
      signal?.removeEventListener('abort', onAbort);
      tell();
      how();
    };
    const waiter: Waiter = { kind, again: () => settle(resolve) };
    const onAbort = () => settle(() => reject(signal!.reason as Error));
    signal?.addEventListener('abort', onAbort);
    waiters.add(waiter);
    tell();
  });
}

export function sendAgain(): void {
  for (const { again } of [...waiters]) again();
}

/** Null while everything is answered; `sent` weighs more, since it may have been saved. */
export function useWaiting(): Waiting | null {
  return useSyncExternalStore(subscribe, waiting, () => null);
}

function waiting(): Waiting | null {
  if (waiters.size === 0) return null;
  return [...waiters].some(({ kind }) => kind === 'sent') ? 'sent' : 'asked';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
