// @vitest-environment node
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { aPost, argumentsOf, aSession, startFakeBackend, type FakeBackend } from '~/test/fake-backend';
import * as flowList from './_app.inventory.flows.import.$importId';
import * as list from './_app.inventory.import.$importId';
import * as upload from './_app.inventory.import._index';

let backend: FakeBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const permissions = ['asset:read', 'asset:write', 'data-flow:read', 'data-flow:write'];
const session = [200, aSession({ permissions })] as [number, unknown];
const csrf = 'csrf-1';
const lastBody = () => backend?.calls.at(-1)?.body;

describe('an import', () => {
  it('hands the file on as it came', async () => {
    const received: { type?: string; body: string }[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const known = request.url === '/api/v1/session';
        if (!known)
          received.push({
            type: request.headers['content-type'],
            body: Buffer.concat(chunks).toString('latin1'),
          });
        response.writeHead(known ? 200 : 201, { 'content-type': 'application/json' });
        response.end(JSON.stringify(known ? session[1] : { id: 'imp_1' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.BACKEND_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = new FormData();
    body.set('csrf', csrf);
    body.set('file', new File([new Uint8Array([0xff, 0xfe, 0x41, 0])], 'list.csv'));
    const request = new Request('http://localhost:3164/inventory/import', {
      method: 'POST',
      headers: { cookie: 'sid=abc' },
      body,
    });
    const done = (await upload.action(argumentsOf(request))) as Response;
    server.close();
    expect(done.headers.get('location')).toBe('/inventory/import/imp_1');
    expect(received[0]?.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(received[0]?.body).toContain('filename="list.csv"');
    expect(received[0]?.body).toContain('\xff\xfeA\0');
    expect(received[0]?.body).not.toContain(csrf);
  });

  const view = { id: 'imp_1', columns: [{ index: 0 }, { index: 1 }], jobId: null, version: 2 };

  it('says of every column what it means, those left out included', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/asset-imports/imp_1': [200, view],
      'PUT /api/v1/asset-imports/imp_1/mapping': [200, view],
    });
    const fields = {
      csrf,
      intent: 'map',
      version: '2',
      'columns.0': 'name',
      'columns.1': '',
      'fixed.kind': 'device',
      'fixed.vendorName': ' Acme ',
      'fixed.site': '',
    };
    await list.action(argumentsOf(aPost('/inventory/import/imp_1', fields), { importId: 'imp_1' }));
    expect(lastBody()).toEqual({
      columns: ['name', null],
      fixed: { kind: 'device', vendorName: 'Acme' },
    });
  });

  it('says several words of one value, and gives all of them back when they are refused', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/asset-imports/imp_1': [200, view],
      'PUT /api/v1/asset-imports/imp_1/mapping': [400, { status: 400, code: 'request.invalid', title: 'x' }],
    });
    const body = new FormData();
    for (const [name, value] of Object.entries({ csrf, intent: 'map', version: '2', 'columns.0': 'name' }))
      body.set(name, value);
    for (const type of ['billing', 'images']) body.append('fixed.phiTypes', type);
    const request = new Request('http://localhost:3164/inventory/import/imp_1', {
      method: 'POST',
      headers: { cookie: 'sid=abc' },
      body,
    });
    const answer = await list.action(argumentsOf(request, { importId: 'imp_1' }));
    expect(lastBody()).toMatchObject({ fixed: { phiTypes: 'billing,images' } });
    expect(answer).toMatchObject({ data: { intent: 'map', values: { 'fixed.phiTypes': 'billing,images' } } });
  });

  it.each([
    ['good', true],
    ['all', false],
  ])('takes over %s rows as the person chose', async (which, skipBadRows) => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/asset-imports/imp_1/commit': [202, view],
    });
    await list.action(
      argumentsOf(aPost('/inventory/import/imp_1', { csrf, intent: 'commit', version: '2', which }), {
        importId: 'imp_1',
      }),
    );
    expect(lastBody()).toEqual({ skipBadRows });
  });

  it('gives a refusal back to the form that asked', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/asset-imports/imp_1/commit': [
        409,
        { status: 409, code: 'asset-import.bad-rows', title: 'x' },
      ],
    });
    const answer = await list.action(
      argumentsOf(aPost('/inventory/import/imp_1', { csrf, intent: 'commit', version: '2' }), {
        importId: 'imp_1',
      }),
    );
    expect(answer).toMatchObject({ data: { intent: 'commit', problem: { code: 'asset-import.bad-rows' } } });
  });

  it('of data flows is kept where flows are, with what a flow needs', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/data-flow-imports/imp_2': [200, { ...view, id: 'imp_2' }],
      'PUT /api/v1/data-flow-imports/imp_2/mapping': [200, view],
    });
    const fields = { csrf, intent: 'map', version: '2', 'columns.0': 'code', 'fixed.counterparty': 'vendor' };
    const done = (await flowList.action(
      argumentsOf(aPost('/inventory/flows/import/imp_2', fields), { importId: 'imp_2' }),
    )) as Response;
    expect(lastBody()).toEqual({ columns: ['code', null], fixed: { counterparty: 'vendor' } });
    expect(done.headers.get('location')).toBe('/inventory/flows/import/imp_2');
  });
});
