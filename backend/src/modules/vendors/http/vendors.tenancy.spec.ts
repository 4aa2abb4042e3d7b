import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidOf } from '../../../platform/kernel/typed-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { makeVendor } from '../vendors.spec-kit.js';

let test: TestApp;
let ours: Agent;
let theirs: Agent;
let vendor: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  ours = await test.signIn('compliance-officer', test.a);
  theirs = await test.signIn('compliance-officer', test.b);
  vendor = await makeVendor(ours, { name: 'Hidden vendor', agreementStatus: 'none' });
});
afterAll(() => test.close());

describe('organization B', () => {
  it.each(['get', 'patch'] as const)('finds nothing by %s on a vendor of ours', async (method) => {
    const answer = await theirs[method](`/api/v1/vendors/${vendor.id}`).set('If-Match', '"v1"').send({});
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'vendor.not-found' });
  });

  it('sees none of them in its list, its search, its flows and its diagram', async () => {
    const asset = await makeAsset(ours);
    await makeFlow(ours, { from: { assetId: asset.id }, to: { vendorId: vendor.id } });
    for (const path of [
      '/vendors',
      '/search?q=Hidden',
      `/data-flows?vendorId=${vendor.id}`,
      '/inventory/diagram',
    ]) {
      const answer = await theirs.get(`/api/v1${path}`).expect(200);
      expect(answer.text, path).not.toMatch(/Hidden/);
    }
  });

  it('may have a vendor of the same name, whose agreement is its own', async () => {
    const [desk, run] = [await makeAsset(theirs), await makeAsset(theirs, { vendorName: 'Hidden vendor' })];
    const flow = { from: { assetId: desk.id }, to: { assetId: run.id }, counterparty: 'vendor' };
    expect(await makeFlow(theirs, flow)).toMatchObject({ vendors: [] });
    const own = await makeVendor(theirs, { name: 'Hidden vendor' });
    expect(await makeFlow(theirs, flow)).toMatchObject({ vendors: [{ id: own.id, agreement: 'signed' }] });
  });

  it('cannot lead a flow to a vendor of ours', async () => {
    const asset = await makeAsset(theirs);
    const answer = await theirs
      .post('/api/v1/data-flows')
      .send({ name: 'x', counterparty: 'vendor', from: { assetId: asset.id }, to: { vendorId: vendor.id } })
      .expect(400);
    expect((answer.body as { fieldErrors: object }).fieldErrors).toEqual({
      'to.vendorId': ['Choose one of your vendors.'],
    });
  });
});

describe('the database itself', () => {
  it('forces the walls between organizations, and refuses a flow across two', async () => {
    const [row] = await test.database.asSuperuser<{ forced: boolean }>(
      `select relforcerowsecurity and relrowsecurity as forced from pg_class where relname = 'vendor'`,
    );
    expect(row?.forced).toBe(true);
    const crossing = test.database.asSuperuser(
      `insert into data_flow (organization_id, id, code, name, from_party, to_vendor_id, counterparty, transport_security)
       values ($1, gen_random_uuid(), 'X-1', 'x', 'y', $2, 'vendor', 'none')`,
      [test.b.id, uuidOf(vendor.id)],
    );
    await expect(crossing).rejects.toThrow('foreign key');
  });

  it('refuses an end that is two things at once, or none', async () => {
    const insert = (columns: string, values: string) =>
      test.database.asSuperuser(
        `insert into data_flow (organization_id, id, code, name, to_party, counterparty, transport_security${columns})
         values ($1, gen_random_uuid(), 'X-2', 'x', 'y', 'vendor', 'none'${values})`,
        [test.a.id],
      );
    await expect(insert('', '')).rejects.toThrow('data_flow_from_one_place');
    await expect(insert(', from_party, from_vendor_id', `, 'z', '${uuidOf(vendor.id)}'`)).rejects.toThrow(
      'data_flow_from_one_place',
    );
    await expect(insert(', from_party', `, 'z'`)).resolves.toBeDefined();
  });
});
