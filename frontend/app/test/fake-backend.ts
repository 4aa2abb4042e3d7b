import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Session } from '~/session/session';

interface Call {
  what: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

type Answer = [status: number, body?: unknown, headers?: Record<string, string>];

export interface FakeBackend {
  calls: Call[];
  stop: () => Promise<void>;
}

/** A backend on a free port that answers `GET /api/v1/sites` and the like as it is told, and remembers the calls. */
export async function startFakeBackend(answers: Record<string, Answer>): Promise<FakeBackend> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const what = `${request.method} ${request.url}`;
      // A form with a file is remembered as it came.
      const isForm = request.headers['content-type']?.startsWith('multipart/') ?? false;
      const body = isForm ? text : text ? (JSON.parse(text) as unknown) : undefined;
      calls.push({ what, headers: request.headers, body });
      const [status, told, headers = {}] = answers[what] ?? [
        404,
        { status: 404, code: 'route.not-found', title: 'No such address' },
      ];
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(told === undefined ? '' : JSON.stringify(told));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.BACKEND_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { calls, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

export function aSession(changes: Partial<Session> = {}): Session {
  const now = Date.now();
  const membership = {
    organizationId: 'org_1',
    organizationName: 'Cedar Valley Family Clinic',
    kind: 'covered-entity' as const,
    role: 'compliance-officer' as const,
    roleLabel: 'Compliance officer',
  };
  return {
    person: { id: 'per_1', name: 'Priya Natarajan', email: 'priya@cedarvalley.example' },
    member: { id: 'mem_1' },
    organization: {
      id: 'org_1',
      name: 'Cedar Valley Family Clinic',
      kind: 'covered-entity',
      timeZone: 'America/Los_Angeles',
      idleMinutes: 15,
    },
    memberships: [membership],
    role: 'compliance-officer',
    roleLabel: 'Compliance officer',
    permissions: ['organization:read', 'site:write', 'member:read'],
    csrfToken: 'csrf-1',
    idleExpiresAt: new Date(now + 15 * 60_000).toISOString(),
    absoluteExpiresAt: new Date(now + 12 * 3_600_000).toISOString(),
    today: '2026-11-22',
    serverTime: new Date(now).toISOString(),
    ...changes,
  };
}

const ORIGIN = 'http://localhost:3164';

export function aGet(path: string, headers: Record<string, string> = { cookie: 'sid=abc' }): Request {
  return new Request(ORIGIN + path, { headers });
}

export function aPost(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { cookie: 'sid=abc' },
): Request {
  return new Request(ORIGIN + path, { method: 'POST', headers, body: new URLSearchParams(fields) });
}

/** The loader's and action's arguments, as far as ours read them. */
export function argumentsOf<Args>(request: Request, params: Record<string, string> = {}): Args {
  return { request, params, context: {}, url: new URL(request.url) } as Args;
}

/** What a loader or action threw: a redirect, or data with a status. */
export async function thrownBy(
  work: () => Promise<unknown>,
): Promise<Response & { data?: unknown; init?: ResponseInit }> {
  try {
    await work();
  } catch (thrown) {
    return thrown as Response;
  }
  throw new Error('Nothing was thrown.');
}
