// @vitest-environment node
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  aGet,
  aPost,
  argumentsOf,
  aSession,
  startFakeBackend,
  thrownBy,
  type FakeBackend,
} from '~/test/fake-backend';
import * as asset from './_app.inventory.assets.$assetId';
import * as removal from './_app.inventory.assets.$assetId_.sanitization';
import * as newAsset from './_app.inventory.assets.new';
import * as assets from './_app.inventory._index';
import * as flow from './_app.inventory.flows.$flowId';
import * as newFlow from './_app.inventory.flows.new';
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
const empty = { items: [], nextCursor: null, total: 0, totalIsCapped: false };
const places = {
  'GET /api/v1/sites': [200, { items: [] }] as [number, unknown],
  'GET /api/v1/colleagues': [200, { items: [] }] as [number, unknown],
};
const lastBody = () => backend?.calls.at(-1)?.body;

describe('the list of assets', () => {
  it('asks the backend for the filters of the address and leaves out those at any', async () => {
    const wanted = 'GET /api/v1/assets?kind=device&sort=-name';
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      ...places,
      [wanted]: [200, empty],
      'GET /api/v1/assets?limit=1': [200, { ...empty, total: 4 }],
      'GET /api/v1/assets?holdsEphi=true&encryptionAtRest=unknown&lifecycle=in-service&limit=1': [200, empty],
      'GET /api/v1/data-flows?limit=1': [200, empty],
    });
    const data = await assets.loader(argumentsOf(aGet('/inventory?kind=device&q=&sort=-name')));
    expect(backend.calls.map(({ what }) => what)).toContain(wanted);
    expect(data).toMatchObject({
      filters: { kind: 'device' },
      counts: { assets: 4, encryptionUnknown: 0, flows: 0 },
    });
  });

  it('is not for those whose role does not read it', async () => {
    backend = await startFakeBackend({ 'GET /api/v1/session': [200, aSession({ permissions: [] })] });
    const thrown = await thrownBy(() => assets.loader(argumentsOf(aGet('/inventory'))));
    expect(thrown.init?.status).toBe(403);
  });
});

const assetForm = {
  csrf,
  name: 'Laptop',
  kind: 'device',
  hosting: 'portable',
  holdsEphi: 'yes',
  phiTypes: 'images',
  phiRecordCount: '1,200',
  portable: 'on',
  siteId: '',
  tag: '',
};

describe('the form of an asset', () => {
  it('is sent as the API takes it: boxes, numbers, nothing where nothing was chosen', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/assets': [201, { id: 'ast_1', name: 'Laptop', tag: 'DEV-001' }],
    });
    const done = (await newAsset.action(argumentsOf(aPost('/inventory/assets/new', assetForm)))) as Response;
    expect(done.headers.get('location')).toBe('/inventory/assets/ast_1');
    expect(lastBody()).toMatchObject({
      name: 'Laptop',
      holdsEphi: true,
      phiTypes: ['images'],
      phiRecordCount: 1200,
      portable: true,
      internetFacing: false,
      siteId: null,
      encryptionAtRest: 'unknown',
    });
  });

  it('leaves an unanswered yes or no out, so that the backend asks for it', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/assets': [
        400,
        { status: 400, code: 'request.invalid', title: 'x', fieldErrors: { holdsEphi: ['Say it.'] } },
      ],
    });
    const fields = { ...assetForm, holdsEphi: '', phiRecordCount: 'many' };
    const answer = await newAsset.action(argumentsOf(aPost('/inventory/assets/new', fields)));
    expect(lastBody()).not.toHaveProperty('holdsEphi');
    expect(lastBody()).toMatchObject({ phiRecordCount: 'many' });
    expect(answer).toMatchObject({
      data: {
        problem: { fieldErrors: { holdsEphi: ['Say it.'] } },
        values: { portable: 'on', internetFacing: 'off', phiTypes: 'images', phiRecordCount: 'many' },
      },
    });
    expect(JSON.stringify(answer)).not.toContain(csrf);
  });

  it('begins again when the person wants to add another', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/assets': [201, { id: 'ast_1', name: 'Laptop', tag: 'DEV-001' }],
    });
    const request = aPost('/inventory/assets/new', { ...assetForm, then: 'another' });
    const done = (await newAsset.action(argumentsOf(request))) as Response;
    expect(done.headers.get('location')).toBe('/inventory/assets/new');
  });

  it('changes the version that it showed', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'PATCH /api/v1/assets/ast_1': [200, { name: 'Laptop' }],
    });
    await asset.action(
      argumentsOf(aPost('/inventory/assets/ast_1?edit', { ...assetForm, version: '7' }), {
        assetId: 'ast_1',
      }),
    );
    expect(backend.calls.at(-1)?.headers['if-match']).toBe('"v7"');
  });
});

describe('retiring an asset', () => {
  const retire = { csrf, intent: 'lifecycle', lifecycle: 'retired', before: 'planned', version: '3' };

  it('changes nothing else and goes back to the page', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'PATCH /api/v1/assets/ast_1': [200, { name: 'Laptop', version: 4 }],
    });
    const done = (await asset.action(
      argumentsOf(aPost('/inventory/assets/ast_1', retire), { assetId: 'ast_1' }),
    )) as Response;
    expect(lastBody()).toEqual({ lifecycle: 'retired' });
    expect(done.headers.get('location')).toBe('/inventory/assets/ast_1');
    expect(flashOf(done)).toMatchObject({ undo: { fields: { lifecycle: 'planned', version: '4' } } });
  });

  it('that comes too late says so and offers nothing to take back', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'PATCH /api/v1/assets/ast_1': [412, { status: 412, code: 'asset.stale', title: 'x' }],
    });
    const done = (await asset.action(
      argumentsOf(aPost('/inventory/assets/ast_1', retire), { assetId: 'ast_1' }),
    )) as Response;
    expect(flashOf(done)).toMatchObject({ tone: 'warning' });
    expect(flashOf(done)).not.toHaveProperty('undo');
  });
});

describe('the removal of ePHI', () => {
  const form = {
    csrf,
    version: '3',
    assetName: 'Laptop',
    purpose: 'disposal',
    method: 'destroy',
    doneOn: '2026-01-05',
    doneBy: 'ShredRight',
    notNeededReason: '',
    certificate: '',
  };
  const page = { assetId: 'ast_1' };

  it('is recorded with the version that was seen, and leads back to the asset', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/assets/ast_1/sanitizations': [201, { corrects: null, purpose: 'disposal' }],
    });
    const done = (await removal.action(argumentsOf(aPost('/x', form), page))) as Response;
    expect(done.headers.get('location')).toBe('/inventory/assets/ast_1');
    expect(flashOf(done)).toMatchObject({ text: 'Laptop is disposed of.' });
    expect(backend.calls.at(-1)?.headers['if-match']).toBe('"v3"');
    expect(lastBody()).toMatch(/name="method"\s+destroy/);
    expect(lastBody()).not.toContain('certificate');
    expect(lastBody()).not.toContain(csrf);
  });

  it('that is refused comes back as it was typed', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/assets/ast_1/sanitizations': [
        400,
        { status: 400, code: 'request.invalid', title: 'x', fieldErrors: { doneOn: ['Not yet.'] } },
      ],
    });
    const answer = await removal.action(argumentsOf(aPost('/x', form), page));
    expect(answer).toMatchObject({
      data: { problem: { fieldErrors: { doneOn: ['Not yet.'] } }, values: { doneBy: 'ShredRight' } },
    });
  });

  it.each([
    ['', 'in-service', { purpose: 'disposal', record: null }],
    ['?purpose=reuse', 'retired', { purpose: 'reuse', record: null }],
    ['?corrects=san_1', 'disposed', { purpose: 'reuse', record: { id: 'san_1' } }],
  ])('is asked for what the address says: %j', async (search, lifecycle, expected) => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/assets/ast_1': [200, { id: 'ast_1', name: 'Laptop', lifecycle }],
      'GET /api/v1/assets/ast_1/sanitizations': [200, { items: [{ id: 'san_1', purpose: 'reuse' }] }],
    });
    expect(await removal.loader(argumentsOf(aGet(`/x${search}`), page))).toMatchObject(expected);
  });
});

describe('a data flow', () => {
  it('is sent with its two ends, each an asset or somebody outside', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/data-flows': [201, { id: 'flw_1', name: 'Claims' }],
    });
    const fields = {
      csrf,
      name: 'Claims',
      'from.place': 'ast_1',
      'from.party': '',
      'to.place': '',
      'to.party': 'Insurer',
      counterparty: 'other',
    };
    await newFlow.action(argumentsOf(aPost('/inventory/flows/new', fields)));
    expect(lastBody()).toMatchObject({
      from: { assetId: 'ast_1', party: null },
      to: { assetId: null, vendorId: null, party: 'Insurer' },
      offshore: false,
      active: true,
    });
  });

  it('ends with the vendor that was chosen, and hears at that choice what is wrong with it', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/data-flows': [
        400,
        {
          status: 400,
          code: 'request.invalid',
          title: 'x',
          fieldErrors: { 'to.vendorId': ['Not this one.'] },
        },
      ],
    });
    const fields = {
      csrf,
      name: 'Claims',
      'from.place': 'ast_1',
      'to.place': 'ven_1',
      counterparty: 'vendor',
    };
    const answer = await newFlow.action(argumentsOf(aPost('/inventory/flows/new', fields)));
    expect(lastBody()).toMatchObject({ to: { assetId: null, vendorId: 'ven_1', party: null } });
    expect(answer).toMatchObject({
      data: {
        problem: { fieldErrors: { 'to.place': ['Not this one.'] } },
        values: { 'to.place': 'ven_1' },
      },
    });
  });

  it('keeps its standing when its form is saved, and ends by another door', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'PATCH /api/v1/data-flows/flw_1': [200, { name: 'Claims', version: 3 }],
    });
    const save = aPost('/inventory/flows/flw_1?edit', {
      csrf,
      version: '1',
      name: 'Claims',
      counterparty: 'other',
    });
    await flow.action(argumentsOf(save, { flowId: 'flw_1' }));
    expect(lastBody()).not.toHaveProperty('active');
    const end = aPost('/inventory/flows/flw_1', { csrf, version: '2', intent: 'active', active: 'false' });
    const done = (await flow.action(argumentsOf(end, { flowId: 'flw_1' }))) as Response;
    expect(lastBody()).toEqual({ active: false });
    expect(flashOf(done)).toMatchObject({ undo: { fields: { active: 'true', version: '3' } } });
  });

  it('offers every asset to choose from, page after page, and the vendors', async () => {
    const item = (id: string) => ({ id, tag: id, name: id, kind: 'device' });
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/assets?limit=100&sort=name': [200, { ...empty, items: [item('a')], nextCursor: 'next' }],
      'GET /api/v1/assets?limit=100&sort=name&cursor=next': [200, { ...empty, items: [item('b')] }],
      'GET /api/v1/vendors?limit=100&sort=name&active=true': [
        200,
        { ...empty, items: [{ id: 'ven_1', name: 'Cascade' }] },
      ],
    });
    const { places } = await newFlow.loader(argumentsOf(aGet('/inventory/flows/new?to=ven_1')));
    expect(places.assets.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(places.vendors).toEqual([{ id: 'ven_1', name: 'Cascade' }]);
  });
});

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
    };
    await list.action(argumentsOf(aPost('/inventory/import/imp_1', fields), { importId: 'imp_1' }));
    expect(lastBody()).toEqual({
      columns: ['name', null],
      fixed: { kind: 'device', hosting: null, holdsEphi: null },
    });
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
});

/** The word that goes with the redirect, out of its signed cookie. */
function flashOf(response: Response): unknown {
  const value = /flash=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return JSON.parse(Buffer.from(decodeURIComponent(value).split('.')[0] ?? '', 'base64').toString('utf8'));
}
