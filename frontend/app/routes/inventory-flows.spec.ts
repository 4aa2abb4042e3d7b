// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { aGet, aPost, argumentsOf, aSession, startFakeBackend, type FakeBackend } from '~/test/fake-backend';
import * as flow from './_app.inventory.flows.$flowId';
import * as newFlow from './_app.inventory.flows.new';

let backend: FakeBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const permissions = ['asset:read', 'asset:write', 'data-flow:read', 'data-flow:write'];
const session = [200, aSession({ permissions })] as [number, unknown];
const csrf = 'csrf-1';
const empty = { items: [], nextCursor: null, total: 0, totalIsCapped: false };
/** What is found by a name that somebody typed. */
const named = {
  'GET /api/v1/assets?named=srv%20server&limit=100': [
    200,
    { ...empty, items: [{ id: 'ast_1', tag: 'SRV', name: 'Server' }] },
  ],
  'GET /api/v1/assets?named=cascade%20(vendor)&limit=100': [200, empty],
  'GET /api/v1/assets?named=nobody&limit=100': [200, empty],
  'GET /api/v1/vendors?named=SRV%20Server&limit=1': [200, empty],
  'GET /api/v1/vendors?named=nobody&limit=1': [200, empty],
  'GET /api/v1/vendors?named=Cascade&limit=1': [200, { ...empty, items: [{ id: 'ven_1', name: 'Cascade' }] }],
} satisfies Record<string, [number, unknown]>;
const lastBody = () => backend?.calls.at(-1)?.body;

describe('a data flow', () => {
  it('is sent with its two ends, each an asset or somebody outside', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      ...named,
      'POST /api/v1/data-flows': [201, { id: 'flw_1', name: 'Claims' }],
    });
    const fields = {
      csrf,
      name: 'Claims',
      'from.place': 'SRV Server',
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
      ...named,
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
      'from.place': 'SRV Server',
      'to.place': 'Cascade (vendor)',
      counterparty: 'vendor',
    };
    const answer = await newFlow.action(argumentsOf(aPost('/inventory/flows/new', fields)));
    expect(lastBody()).toMatchObject({ to: { assetId: null, vendorId: 'ven_1', party: null } });
    expect(answer).toMatchObject({
      data: {
        problem: { fieldErrors: { 'to.place': ['Not this one.'] } },
        values: { 'to.place': 'Cascade (vendor)' },
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

  it('whose end is nobody is not sent; the field says so and keeps what was typed', async () => {
    backend = await startFakeBackend({ 'GET /api/v1/session': session, ...named });
    const fields = {
      csrf,
      name: 'Claims',
      'from.place': 'nobody',
      'to.place': 'SRV Server',
      counterparty: 'other',
    };
    const answer = await newFlow.action(argumentsOf(aPost('/inventory/flows/new', fields)));
    expect(answer).toMatchObject({
      data: {
        problem: {
          status: 400,
          fieldErrors: { 'from.place': [expect.stringContaining('Nothing has this name')] },
        },
        values: { 'from.place': 'nobody', 'to.place': 'SRV Server' },
      },
    });
    expect(backend.calls.some(({ what }) => what.startsWith('POST'))).toBe(false);
  });

  it('offers a few assets and vendors to begin with, and names the one whose page the person comes from', async () => {
    const item = (id: string) => ({ id, tag: id, name: id, kind: 'device' });
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/assets?limit=30&sort=name': [200, { ...empty, items: [item('a')], nextCursor: 'next' }],
      'GET /api/v1/vendors?limit=30&sort=name&active=true': [
        200,
        { ...empty, items: [{ id: 'ven_1', name: 'Cascade' }] },
      ],
      'GET /api/v1/vendors/ven_1': [200, { id: 'ven_1', name: 'Cascade' }],
    });
    const { places } = await newFlow.loader(argumentsOf(aGet('/inventory/flows/new?to=ven_1')));
    expect(places).toEqual({
      choices: [
        { reference: 'a', title: 'a' },
        { reference: 'Cascade', title: '(vendor)' },
      ],
      from: '',
      to: 'Cascade (vendor)',
    });
  });
});

/** The word that goes with the redirect, out of its signed cookie. */
function flashOf(response: Response): unknown {
  const value = /flash=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return JSON.parse(Buffer.from(decodeURIComponent(value).split('.')[0] ?? '', 'base64').toString('utf8'));
}
