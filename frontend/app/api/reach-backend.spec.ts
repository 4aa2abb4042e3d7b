// @vitest-environment node
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from './client.server';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(): Promise<{ asked: string[] }> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(request.method ?? '');
    if (asked.length === 1) return void request.socket.destroy();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[]}');
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  process.env.BACKEND_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked };
}

const anApi = () => createApi(new Request('http://localhost/risks'));

describe('a connection that ends unanswered', () => {
  it('is not noticed by who only asks', async () => {
    const { asked } = await listen();
    const { response } = await anApi().GET('/api/v1/sites');
    expect(response.status).toBe(200);
    expect(asked).toEqual(['GET', 'GET']);
  });

  it('is told to who wanted to change something: nothing is sent twice, nothing is promised', async () => {
    const { asked } = await listen();
    const { error } = await anApi().POST('/api/v1/sites', { body: {} as never });
    expect(error).toMatchObject({ status: 502, code: 'backend.interrupted' });
    expect(asked).toEqual(['POST']);
  });
});

it('says that nothing was changed when a change was never sent', async () => {
  await listen();
  await new Promise((resolve) => server!.close(resolve));
  const { error } = await anApi().POST('/api/v1/sites', { body: {} as never });
  expect(error).toMatchObject({ status: 503, code: 'backend.unreachable' });
});
