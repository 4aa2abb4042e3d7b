import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerRouter, type EntryContext, type HandleErrorFunction } from 'react-router';
import { logFailure } from '~/api/failure-log.server';
import { pageBody } from '~/api/page-body.server';
import { NonceProvider } from '~/ui/theme/nonce';

export const streamTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
): Promise<Response> | Response {
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });

  const nonce = request.headers.get('x-part164-nonce') ?? '';
  return new Promise((resolve, reject) => {
    let shellSent = false;
    const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        [ready]() {
          shellSent = true;
          const { sink, body } = pageBody({ onEnd: () => clearTimeout(timer) });
          pipe(sink);
          resolve(new Response(body, { status, headers }));
        },
        onShellError: reject,
        onError(error: unknown) {
          status = 500;
          if (shellSent) logFailure(request, error);
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}

export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted) logFailure(request, error);
};
