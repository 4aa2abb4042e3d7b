import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow, sanitize, upload, uploadFlows } from '../inventory.spec-kit.js';

let test: TestApp;
let ours: Agent;
let theirs: Agent;
let asset: { id: string; tag: string };
let flow: { id: string };
let record: { id: string };
let list: { id: string };
let flowList: { id: string };
const LIST = 'Tag,Name,Kind,Hosting,ePHI\nSECRET-1,Hidden thing,device,cloud,yes';

beforeAll(async () => {
  test = await startTestApp();
  ours = await test.signIn('compliance-officer', test.a);
  theirs = await test.signIn('org-admin', test.b);
  asset = await makeAsset(ours, { tag: 'SECRET-1', name: 'Hidden thing', notes: 'of ours' });
  const gone = await makeAsset(ours, { name: 'Hidden and gone' });
  record = (await sanitize(ours, gone).expect(201)).body as { id: string };
  flow = await makeFlow(ours, { name: 'Hidden flow', from: { assetId: asset.id } });
  list = (await upload(ours, LIST).expect(201)).body as { id: string };
  flowList = (await uploadFlows(ours, 'Code,Name\nSECRET-2,Hidden flow').expect(201)).body as { id: string };
});
afterAll(() => test.close());

describe('organization B', () => {
  it.each([
    ['get', () => `/assets/${asset.id}`, 'asset.not-found'],
    ['patch', () => `/assets/${asset.id}`, 'asset.not-found'],
    ['get', () => `/assets/${asset.id}/sanitizations`, 'asset.not-found'],
    ['get', () => `/assets/${asset.id}/sanitizations/export.csv`, 'asset.not-found'],
    ['get', () => `/asset-sanitizations/${record.id}/file`, 'sanitization.not-found'],
    ['get', () => `/data-flows/${flow.id}`, 'data-flow.not-found'],
    ['patch', () => `/data-flows/${flow.id}`, 'data-flow.not-found'],
    ['get', () => `/asset-imports/${list.id}`, 'import.not-found'],
    ['get', () => `/data-flow-imports/${flowList.id}`, 'import.not-found'],
    ['delete', () => `/data-flow-imports/${flowList.id}`, 'import.not-found'],
    ['get', () => `/asset-imports/${list.id}/rows`, 'import.not-found'],
    ['get', () => `/asset-imports/${list.id}/rows/export.csv`, 'import.not-found'],
    ['get', () => `/asset-imports/${list.id}/undo`, 'import.not-found'],
    ['get', () => `/asset-imports/${list.id}/problems.csv`, 'import.not-found'],
    ['delete', () => `/asset-imports/${list.id}`, 'import.not-found'],
  ] as const)('finds nothing by %s on what is ours', async (method, path, code) => {
    const answer = await theirs[method](`/api/v1${path()}`).set('If-Match', '"v1"').send({});
    expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({
      status: 404,
      code,
    });
  });

  it.each([
    [
      'put',
      () => `/asset-imports/${list.id}/mapping`,
      { columns: ['tag', 'name', 'kind', 'hosting', 'holdsEphi'] },
    ],
    ['put', () => `/asset-imports/${list.id}/sheet`, { sheet: 'Sheet1' }],
    ['post', () => `/asset-imports/${list.id}/undo`, {}],
    ['post', () => `/asset-imports/${list.id}/commit`, { skipBadRows: false }],
  ] as const)('cannot %s our import', async (method, path, body) => {
    const answer = await theirs[method](`/api/v1${path()}`).set('If-Match', '"v1"').send(body);
    expect(answer.status).toBe(404);
  });

  it('sees none of our records in lists, diagrams, exports', async () => {
    for (const path of [
      '/assets',
      '/assets?q=Hidden',
      '/data-flows',
      `/data-flows?assetId=${asset.id}`,
      '/inventory/diagram',
      '/asset-imports',
      '/data-flow-imports',
      '/asset-imports/export.csv',
      '/data-flow-imports/export.csv',
      '/assets/export.csv',
      '/data-flows/export.csv',
    ]) {
      const answer = await theirs.get(`/api/v1${path}`).expect(200);
      expect(answer.text, path).not.toMatch(/Hidden|SECRET|of ours/);
    }
  });

  it('cannot record what was done with our asset', async () => {
    const answer = await sanitize(theirs, { ...asset, version: 1 });
    expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({
      status: 404,
      code: 'asset.not-found',
    });
    const own = await makeAsset(theirs);
    expect((await sanitize(theirs, own, { corrects: record.id })).status).toBe(404);
  });

  it('may use our tag for its own asset, and learns nothing by it', async () => {
    const made = await makeAsset(theirs, { tag: asset.tag });
    expect(made.tag).toBe('SECRET-1');
    const preview = await upload(theirs, LIST).expect(201);
    expect(preview.body).toMatchObject({ counts: { change: 1, create: 0 } });
  });

  it('cannot join a flow to our asset', async () => {
    const answer = await theirs
      .post('/api/v1/data-flows')
      .send({ name: 'x', counterparty: 'vendor', from: { assetId: asset.id }, to: { party: 'us' } })
      .expect(400);
    expect((answer.body as { fieldErrors: object }).fieldErrors).toEqual({
      'from.assetId': ['Choose one of your assets.'],
    });
  });
});

describe('the database itself', () => {
  it('shows the application no row without the name of an organization, and refuses a foreign key across two', async () => {
    const [row] = await test.database.asSuperuser<{ forced: boolean }>(
      `select bool_and(relforcerowsecurity and relrowsecurity) as forced from pg_class where relkind = 'r' and relname in ('asset', 'asset_sanitization', 'data_flow', 'import_batch')`,
    );
    expect(row?.forced).toBe(true);
    const crossing = test.database.asSuperuser(
      `insert into data_flow (organization_id, id, code, name, from_asset_id, to_party, counterparty, transport_security)
       values ($1, gen_random_uuid(), 'X-1', 'x', $2, 'y', 'vendor', 'none')`,
      [test.b.id, asset.id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')],
    );
    await expect(crossing).rejects.toThrow('foreign key');
  });
});
