import { Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { randomUUID } from 'node:crypto';
import { logLine } from './log.mjs';
import { NONCE_HEADER } from './security-headers.mjs';

const CARRIED = /^\/(api\/v1(\/|$)|healthz$|readyz$)/;
// RFC 9110 7.6.1: these speak of one connection only and are never passed on.
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
// Headers by which our own processes speak to each other: a browser has no say in them.
const INTERNAL = new Set([NONCE_HEADER, 'forwarded']);

/** Carries a request to the backend and its answer back, both as streams; sizes and rights are judged there. */
export function createBackendProxy(backendUrl) {
  const secure = backendUrl.protocol === 'https:';
  const send = secure ? httpsRequest : httpRequest;
  const agent = secure ? undefined : new Agent({ keepAlive: true, maxSockets: 256 });

  return (incoming, outgoing, next) => {
    if (!CARRIED.test(incoming.path)) return next();
    const upstream = send(
      {
        agent,
        hostname: backendUrl.hostname,
        port: backendUrl.port,
        method: incoming.method,
        path: incoming.originalUrl,
        headers: headersForBackend(incoming),
      },
      (answer) => {
        outgoing.statusCode = answer.statusCode ?? 502;
        copyAnswerHeaders(answer, outgoing);
        outgoing.flushHeaders();
        answer.pipe(outgoing);
        answer.on('error', () => outgoing.destroy());
      },
    );
    upstream.setNoDelay(true);
    upstream.on('error', (error) => refuse(outgoing, error));
    outgoing.on('close', () => outgoing.writableFinished || upstream.destroy());
    incoming.pipe(upstream);
  };
}

function headersForBackend(incoming) {
  const named = listed(incoming.headers.connection);
  const headers = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (!HOP_BY_HOP.has(name) && !INTERNAL.has(name) && !named.has(name)) headers[name] = value;
  }
  // A stream of events stays open by itself and says nothing about a person being there.
  if (headers.accept?.includes('text/event-stream')) headers['x-part164-passive'] = '1';
  return headers;
}

function copyAnswerHeaders(answer, outgoing) {
  const named = listed(answer.headers.connection);
  for (let i = 0; i < answer.rawHeaders.length; i += 2) {
    const name = answer.rawHeaders[i].toLowerCase();
    if (HOP_BY_HOP.has(name) || named.has(name) || name === 'x-powered-by') continue;
    if (name === 'set-cookie') outgoing.appendHeader(name, answer.rawHeaders[i + 1]);
    else outgoing.setHeader(name, answer.rawHeaders[i + 1]);
  }
}

function listed(connection = '') {
  return new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
}

function refuse(outgoing, error) {
  if (outgoing.headersSent) return void outgoing.destroy();
  const requestId = randomUUID();
  logLine('backend-unreachable', { requestId, code: error.code });
  outgoing.statusCode = 503;
  outgoing.setHeader('content-type', 'application/problem+json');
  outgoing.setHeader('retry-after', '2');
  outgoing.end(
    JSON.stringify({
      type: 'about:blank',
      title: 'The service is starting or restarting',
      status: 503,
      code: 'backend.unreachable',
      detail: 'Nothing was changed. Try again in a few seconds.',
      requestId,
    }),
  );
}
