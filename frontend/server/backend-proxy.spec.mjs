// @vitest-environment node
import { createServer, get } from 'node:http';
import { connect } from 'node:net';
import express from 'express';
import { afterEach, expect, it } from 'vitest';
import { createBackendProxy } from './backend-proxy.mjs';
import { securityHeaders } from './security-headers.mjs';

const open = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(handler) {
  const server = createServer(handler);
  open.push(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

async function frontOf(backend, publicUrl = 'http://localhost:3164') {
  const app = express();
  app.set('trust proxy', ['loopback']);
  app.use(securityHeaders({ development: false, publicUrl }));
  app.use(createBackendProxy(new URL(backend)));
  app.use((request, response) => response.send('page'));
  return listen(app);
}

it('carries the API and the health checks, and nothing else', async () => {
  const front = await frontOf(await listen((request, response) => response.end(`backend ${request.url}`)));
  const said = async (path) => (await fetch(front + path)).text();
  expect(await said('/api/v1/risks?sort=title')).toBe('backend /api/v1/risks?sort=title');
  expect(await said('/healthz')).toBe('backend /healthz');
  expect(await said('/readyz')).toBe('backend /readyz');
  expect(await said('/api/v10')).toBe('page');
  expect(await said('/risks')).toBe('page');
});

it('tells the backend who called and drops what only concerns one connection or ourselves', async () => {
  let seen;
  const front = await frontOf(
    await listen((request, response) => {
      seen = request.headers;
      response.end();
    }),
  );
  await fetch(`${front}/api/v1/x`, {
    headers: {
      'x-forwarded-for': '203.0.113.9',
      'x-part164-nonce': 'forged',
      cookie: 'sid=abc',
      te: 'trailers',
    },
  });
  expect(seen).toMatchObject({
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'http',
    cookie: 'sid=abc',
  });
  expect(seen['x-part164-nonce']).toBeUndefined();
  expect(seen.te).toBeUndefined();
});

it('asks a person whose session ended to sign in, and leads back to the page; a program gets the answer', async () => {
  const front = await frontOf(
    await listen((request, response) => {
      response.statusCode = 401;
      response.end('{"code":"session.none"}');
    }),
  );
  const file = `${front}/api/v1/risks/export.csv?purpose=audit`;
  // `fetch` says itself by which mode it asks.
  const ask = (headers) =>
    new Promise((resolve) => {
      get(file, { headers }, (answer) => resolve([answer.statusCode, answer.headers.location]));
    });
  const person = await ask({ 'sec-fetch-mode': 'navigate', referer: `${front}/risks?status=open` });
  expect(person).toEqual([303, '/login?next=%2Frisks%3Fstatus%3Dopen&reason=expired']);
  const stranger = await ask({ 'sec-fetch-mode': 'navigate', referer: 'https://elsewhere.example/risks' });
  expect(stranger).toEqual([303, '/login?next=%2F&reason=expired']);
  const behind = await ask({
    'sec-fetch-mode': 'navigate',
    'x-forwarded-host': 'app.clinic.example',
    referer: 'https://app.clinic.example/risks',
  });
  expect(behind).toEqual([303, '/login?next=%2Frisks&reason=expired']);
  const program = await fetch(file, { redirect: 'manual' });
  expect([program.status, await program.json()]).toEqual([401, { code: 'session.none' }]);
});

it('asks to sign in also where neither a page nor a host is named', async () => {
  const front = await frontOf(
    await listen((request, response) => {
      response.statusCode = 401;
      response.end();
    }),
  );
  const { port } = new URL(front);
  const answer = await new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write('GET /api/v1/x HTTP/1.0\r\nX-Forwarded-Host: x\r\nSec-Fetch-Mode: navigate\r\n\r\n'),
    );
    let text = '';
    socket.on('data', (piece) => (text += piece)).on('end', () => resolve(text));
  });
  expect(answer).toContain('303 See Other');
  expect(answer.toLowerCase()).toContain('location: /login?next=%2f&reason=expired');
});

it('passes a body on and every cookie back', async () => {
  const front = await frontOf(
    await listen((request, response) => {
      response.setHeader('set-cookie', ['sid=1; HttpOnly', 'flash=2']);
      request.pipe(response);
    }),
  );
  const body = 'x'.repeat(1_000_000);
  const answer = await fetch(`${front}/api/v1/echo`, { method: 'POST', body });
  expect(await answer.text()).toBe(body);
  expect(answer.headers.getSetCookie()).toEqual(['sid=1; HttpOnly', 'flash=2']);
});

it('lets events through one by one, as passive as they are', async () => {
  let seen;
  const front = await frontOf(
    await listen((request, response) => {
      seen = request.headers;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
    }),
  );
  const answer = await fetch(`${front}/api/v1/jobs/1/events`, { headers: { accept: 'text/event-stream' } });
  const { value } = await answer.body.getReader().read();
  expect(new TextDecoder().decode(value)).toBe('data: 1\n\n');
  expect(seen['x-part164-passive']).toBe('1');
});

it('answers with a problem when the backend is away', async () => {
  const front = await frontOf('http://127.0.0.1:9');
  const answer = await fetch(`${front}/api/v1/risks`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ code: 'backend.unreachable', status: 503 });
});

/** A backend that ends its connection unanswered, once one is used again: as if it had just been closing it. */
async function closingBackend() {
  const seen = new Set();
  const asked = [];
  const url = await listen((request, response) => {
    asked.push(request.method);
    if (seen.has(request.socket)) return void request.socket.destroy();
    seen.add(request.socket);
    response.end('said');
  });
  return { url, asked };
}

it('asks again when the kept connection ends unanswered, and sends nothing twice that changes something', async () => {
  const { url, asked } = await closingBackend();
  const front = await frontOf(url);
  expect(await (await fetch(`${front}/api/v1/risks`)).text()).toBe('said');
  expect(await (await fetch(`${front}/api/v1/risks`)).text()).toBe('said');
  expect(asked).toEqual(['GET', 'GET', 'GET']);

  expect((await fetch(`${front}/api/v1/risks`)).status).toBe(200);
  const answer = await fetch(`${front}/api/v1/risks`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(502);
  expect(answer.headers.get('retry-after')).toBeNull();
  expect(await answer.json()).toMatchObject({
    code: 'backend.interrupted',
    detail: 'This may have been saved or not. Look before you do it again.',
  });
  expect(asked.filter((method) => method === 'POST')).toHaveLength(1);
});

it('says that nothing was changed when a change was never sent', async () => {
  const front = await frontOf('http://127.0.0.1:9');
  const answer = await fetch(`${front}/api/v1/risks`, { method: 'POST', body: '{}' });
  expect(await answer.json()).toMatchObject({ code: 'backend.unreachable', status: 503 });
});

it('sets the security headers on every answer, and HSTS only where there is TLS', async () => {
  const backend = await listen((request, response) => response.end());
  for (const path of ['/risks', '/api/v1/x']) {
    const { headers } = await fetch((await frontOf(backend)) + path);
    expect(headers.get('content-security-policy')).toMatch(
      /script-src 'self' 'nonce-[^']+'; style-src-elem 'self' 'nonce-/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
  }
  const { headers } = await fetch(`${await frontOf(backend, 'https://compliance.example')}/`);
  expect(headers.get('strict-transport-security')).toContain('max-age=');
});
