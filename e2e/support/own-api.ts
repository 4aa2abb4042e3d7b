import type { APIResponse, Page } from '@playwright/test';
import type { Schemas } from './schemas.js';

export type { Schemas };

/** What a person may do over the API, with the session of their browser: for the parts that need no looking at. */
export class OwnApi {
  private csrf: string | undefined;

  constructor(private readonly page: Page) {}

  get<T>(path: string): Promise<T> {
    return this.said(this.ask('GET', path));
  }

  post<T>(path: string, body: object = {}, version?: number): Promise<T> {
    return this.said(this.ask('POST', path, body, version));
  }

  put<T>(path: string, body: object, version?: number): Promise<T> {
    return this.said(this.ask('PUT', path, body, version));
  }

  patch<T>(path: string, body: object, version: number): Promise<T> {
    return this.said(this.ask('PATCH', path, body, version));
  }

  /** The bare answer, for what is expected to be refused. */
  async ask(method: string, path: string, body?: object, version?: number): Promise<APIResponse> {
    return this.page.request.fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(method === 'GET' ? {} : { 'x-csrf-token': await this.csrfToken() }),
        ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
      },
      ...(body ? { data: body } : {}),
    });
  }

  private async csrfToken(): Promise<string> {
    this.csrf ??= (await this.get<Schemas['Session']>('/session')).csrfToken;
    return this.csrf;
  }

  private async said<T>(asked: Promise<APIResponse>): Promise<T> {
    const answer = await asked;
    if (!answer.ok()) throw new Error(`${answer.status()} of ${answer.url()}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
