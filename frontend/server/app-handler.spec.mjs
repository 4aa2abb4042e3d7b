// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attachApp } from './app-handler.mjs';
import { securityHeaders } from './security-headers.mjs';

let root;
let server;
let address;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'part164-client-'));
  mkdirSync(join(root, 'build/client/assets'), { recursive: true });
  mkdirSync(join(root, 'build/server'));
  writeFileSync(join(root, 'build/client/assets/page-1a2b.js'), 'export {};');
  writeFileSync(join(root, 'build/client/icon.svg'), '<svg/>');
  writeFileSync(join(root, 'build/server/index.js'), 'export {};');
  const app = express();
  app.use(securityHeaders({ development: false, publicUrl: 'http://localhost' }));
  await attachApp(app, { root, development: false });
  app.use((_error, _request, response, _next) => response.status(404).end());
  server = app.listen(0);
  address = `http://localhost:${server.address().port}`;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

const ruleOf = async (path) => (await fetch(`${address}${path}`)).headers.get('cache-control');

it('lets browsers keep the built files for good, since their names change with them', async () => {
  expect(await ruleOf('/assets/page-1a2b.js')).toBe('public, max-age=31536000, immutable');
  expect(await ruleOf('/icon.svg')).toBe('public, max-age=3600');
});

it('lets nobody keep the answer that there is no such file', async () => {
  expect(await ruleOf('/assets/gone.js')).toBe('no-store');
});
