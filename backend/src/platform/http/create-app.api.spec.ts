import { request, Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/test-app.js';

/** Seconds after which the UI's server ends an idle connection (frontend/server/backend-proxy.mjs). */
const PROXY_IDLE = 20;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  await test.app.listen(0, '127.0.0.1');
});
afterAll(() => test.close());

it('keeps an idle connection well longer than the server before it does', async () => {
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const announced = await new Promise<string | undefined>((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path: '/healthz', agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.headers['keep-alive'] as string | undefined));
    });
    call.on('error', reject).end();
  });
  agent.destroy();
  expect(Number(announced?.replace('timeout=', ''))).toBeGreaterThanOrEqual(PROXY_IDLE * 3);
});
