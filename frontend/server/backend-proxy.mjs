import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { randomUUID } from 'node:crypto';
import { URLSearchParams } from 'node:url';
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

// The backend keeps an idle connection for longer (backend/src/platform/http/create-app.ts), so it is this side that
// ends one: who writes into a connection that the other side is just closing loses the call.
const IDLE_MS = 20_000;
const UNREACHABLE = {
  title: 'The service is starting or restarting',
  status: 503,
  code: 'backend.unreachable',
  detail: 'Nothing was changed. Try again in a few seconds.',
};
const INTERRUPTED = {
  title: 'The service stopped before it answered',
  status: 502,
  code: 'backend.interrupted',
  detail: 'This may have been saved or not. Look before you do it again.',
};
// System calls of a connection that never came about: nothing was sent.
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo']);

/** Carries a request to the backend and its answer back, both as streams; sizes and rights are judged there. */
export function createBackendProxy(backendUrl) {
  const secure = backendUrl.protocol === 'https:';
  const send = secure ? httpsRequest : httpRequest;
  const Agent = secure ? HttpsAgent : HttpAgent;
  const kept = new Agent({ keepAlive: true, maxSockets: 256, timeout: IDLE_MS });

  return (incoming, outgoing, next) => {
    if (!CARRIED.test(incoming.path)) return next();
    carry(incoming, outgoing, kept);
  };

  function carry(incoming, outgoing, agent) {
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
        if (answer.statusCode === 401 && isOpenedByPerson(incoming))
          return askToSignIn(incoming, outgoing, answer);
        outgoing.statusCode = answer.statusCode ?? 502;
        copyAnswerHeaders(answer, outgoing);
        outgoing.flushHeaders();
        answer.pipe(outgoing);
        answer.on('error', () => outgoing.destroy());
      },
    );
    upstream.setNoDelay(true);
    upstream.on('error', (error) => {
      const again =
        upstream.reusedSocket && asksOnly(incoming) && !outgoing.headersSent && !outgoing.destroyed;
      // RFC 9110 9.2.2: what only asks may be sent again, on a connection of its own.
      if (again) carry(incoming, outgoing, false);
      else refuse(incoming, outgoing, error);
    });
    outgoing.on('close', () => outgoing.writableFinished || upstream.destroy());
    if (asksOnly(incoming)) upstream.end();
    else incoming.pipe(upstream);
  }
}

/** Changes nothing and carries no body. */
function asksOnly({ method, headers }) {
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  return (method === 'GET' || method === 'HEAD') && !hasBody;
}

/** A file that somebody asks for on a page, not a program: what it answers is shown in the window. */
function isOpenedByPerson({ method, headers }) {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
}

/** Instead of an error for programs: the session ended meanwhile, and after signing in the page is there again. */
function askToSignIn(incoming, outgoing, answer) {
  answer.resume();
  const { referer = '' } = incoming.headers;
  const from = URL.canParse(referer) ? new URL(referer) : null;
  // As the browser knows us, also behind a proxy that names another host to us.
  const next = from && from.host === incoming.host ? from.pathname + from.search : '/';
  outgoing.statusCode = 303;
  outgoing.setHeader('cache-control', 'no-store');
  outgoing.setHeader('location', `/login?${new URLSearchParams({ next, reason: 'expired' })}`);
  outgoing.end();
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

function refuse(incoming, outgoing, error) {
  if (outgoing.headersSent) return void outgoing.destroy();
  const requestId = randomUUID();
  const nothingChanged = asksOnly(incoming) || BEFORE_SENDING.has(error.syscall);
  const problem = nothingChanged ? UNREACHABLE : INTERRUPTED;
  logLine(problem.code.replace('.', '-'), { requestId, code: error.code });
  outgoing.statusCode = problem.status;
  outgoing.setHeader('content-type', 'application/problem+json');
  if (nothingChanged) outgoing.setHeader('retry-after', '2');
  outgoing.end(JSON.stringify({ type: 'about:blank', ...problem, requestId }));
}
