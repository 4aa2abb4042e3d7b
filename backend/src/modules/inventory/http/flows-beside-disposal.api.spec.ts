import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { holding, soon } from '../held.spec-kit.js';
import { anAsset, makeAsset, makeFlow, type Made } from '../inventory.spec-kit.js';

let test: TestApp;
let officer: Agent;
let ehr: { assetId: string };
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  ehr = { assetId: (await makeAsset(officer, { name: 'EHR' })).id };
});
afterAll(() => test.close());

/** Nothing on it has to be removed, so that a plain change disposes of it. */
const printer = () => makeAsset(officer, anAsset({ name: 'Old desk', kind: 'process', holdsEphi: false }));
const patch = (path: string, version: number, body: object) =>
  officer.patch(`/api/v1/${path}`).set('If-Match', `"v${version}"`).send(body);
const dispose = ({ id, version }: Made) => patch(`assets/${id}`, version, { lifecycle: 'disposed' });
const begin = (ends: object) =>
  officer.post('/api/v1/data-flows').send({ name: 'Copies', counterparty: 'internal', ...ends });
const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const GONE = ['Old desk was disposed of, so that nothing flows there any more. Choose another asset.'];

describe('a data flow of an asset that was disposed of', () => {
  it('does not begin, at either end, nor in use again; the answer names the field', async () => {
    const asset = await printer();
    const ended = await makeFlow(officer, { from: ehr, to: { assetId: asset.id }, active: false });
    await dispose(asset).expect(200);
    const to = await begin({ from: ehr, to: { assetId: asset.id } }).expect(400);
    expect(to.body).toMatchObject({ code: 'request.invalid', fieldErrors: { 'to.assetId': GONE } });
    const from = await begin({ from: { assetId: asset.id }, to: ehr }).expect(400);
    expect(from.body).toMatchObject({ fieldErrors: { 'from.assetId': GONE } });
    const resumed = await patch(`data-flows/${ended.id}`, 1, { active: true }).expect(400);
    expect(resumed.body).toMatchObject({ fieldErrors: { 'to.assetId': GONE } });
    const other = await makeFlow(officer, { from: ehr, to: { party: 'State' } });
    await patch(`data-flows/${other.id}`, 1, { to: { assetId: asset.id } }).expect(400);
  });

  it('stays to be read and put right once it has ended', async () => {
    const asset = await printer();
    const ended = await makeFlow(officer, { from: ehr, to: { assetId: asset.id }, active: false });
    await dispose(asset).expect(200);
    await patch(`data-flows/${ended.id}`, 1, { purpose: 'Payment' }).expect(200);
    await begin({ from: ehr, to: { assetId: asset.id }, active: false }).expect(201);
  });
});

describe('a disposal at the moment when a data flow begins', () => {
  it('waits for the flow, and is then refused', async () => {
    const asset = await printer();
    const release = await holding(test, 'lock table data_flow in share mode');
    const begun = begin({ from: ehr, to: { assetId: asset.id } }).then(outcome);
    expect(await soon(begun)).toBe('waits');
    const disposed = dispose(asset).then(outcome);
    expect(await soon(disposed)).toBe('waits');
    await release();
    expect(await Promise.all([begun, disposed])).toEqual([
      [201, expect.any(String)],
      [409, 'asset.in-use'],
    ]);
  });

  it('that came first is waited for, and the flow is refused', async () => {
    const asset = await printer();
    const release = await holding(test, `update asset set lifecycle = 'disposed' where tag = '${asset.tag}'`);
    const begun = begin({ from: { assetId: asset.id }, to: ehr }).then(outcome);
    expect(await soon(begun)).toBe('waits');
    await release();
    expect(await begun).toEqual([400, 'request.invalid']);
  });
});
