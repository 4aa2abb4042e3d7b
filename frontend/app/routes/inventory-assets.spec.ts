// @vitest-environment node
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

/** The word that goes with the redirect, out of its signed cookie. */
function flashOf(response: Response): unknown {
  const value = /flash=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return JSON.parse(Buffer.from(decodeURIComponent(value).split('.')[0] ?? '', 'base64').toString('utf8'));
}
