/** A demo person at work: calls the running API as the browser does, with all its checks. */
export class DemoClient {
  private constructor(
    private readonly origin: string,
    private readonly cookie: string,
    private readonly formToken: string,
    private readonly wrote: () => void,
  ) {}

  static async signIn(
    origin: string,
    email: string,
    password: string,
    organization: string,
    wrote: () => void,
  ): Promise<DemoClient> {
    const { body, cookie } = await send<SessionBody>(origin, 'POST', '/sessions', { email, password });
    const first = new DemoClient(origin, cookie!, body.csrfToken, wrote);
    if (body.organization.name === organization) return first;
    const target = body.memberships.find((membership) => membership.organizationName === organization);
    if (!target) throw new Error(`${email} does not belong to ${organization}`);
    const switched = await send<SessionBody>(
      origin,
      'POST',
      '/session/organization',
      { organizationId: target.organizationId },
      { cookie: first.cookie, 'x-csrf-token': first.formToken },
    );
    return new DemoClient(origin, switched.cookie!, switched.body.csrfToken, wrote);
  }

  async get<T>(path: string): Promise<T> {
    return (await this.send<T>('GET', path)).body;
  }

  async post<T>(path: string, body: object = {}, version?: number): Promise<T> {
    return (await this.send<T>('POST', path, body, version)).body;
  }

  async put<T>(path: string, body: object, version?: number): Promise<T> {
    return (await this.send<T>('PUT', path, body, version)).body;
  }

  async patch<T>(path: string, body: object, version: number): Promise<T> {
    return (await this.send<T>('PATCH', path, body, version)).body;
  }

  async remove(path: string, version?: number): Promise<void> {
    await this.send('DELETE', path, undefined, version);
  }

  /** All items of a list, page by page. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const joint = path.includes('?') ? '&' : '?';
      const page: { items: T[]; nextCursor?: string | null } = await this.get(
        `${path}${joint}limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor ?? null;
    } while (cursor);
    return items;
  }

  private async send<T>(method: string, path: string, body?: object, version?: number): Promise<Answer<T>> {
    const answer = await send<T>(this.origin, method, path, body, {
      cookie: this.cookie,
      'x-csrf-token': this.formToken,
      ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
    });
    if (method !== 'GET') this.wrote();
    return answer;
  }
}

interface SessionBody {
  csrfToken: string;
  organization: { name: string };
  memberships: { organizationId: string; organizationName: string }[];
}
interface Answer<T> {
  body: T;
  cookie: string | undefined;
}

export async function send<T>(
  origin: string,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  // A form with a file names its own type.
  const isForm = body instanceof FormData;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`demo: ${method} ${path} answered ${response.status}: ${text.slice(0, 600)}`);
  return {
    body: (text ? JSON.parse(text) : undefined) as T,
    cookie: response.headers.getSetCookie()[0]?.split(';')[0],
  };
}
