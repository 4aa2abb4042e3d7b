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
import * as vendor from './_app.vendors.$vendorId';
import * as newVendor from './_app.vendors.new';
import * as vendors from './_app.vendors._index';

let backend: FakeBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const csrf = 'csrf-1';
const session = [200, aSession({ permissions: ['vendor:read', 'vendor:write', 'data-flow:read'] })] as [
  number,
  unknown,
];
const empty = { items: [], nextCursor: null, total: 0, totalIsCapped: false };
const form = {
  csrf,
  name: 'Cascade',
  service: 'Claims',
  contactEmail: '',
  agreementStatus: 'signed',
  agreementSignedOn: '2024-01-02',
  agreementEndsOn: '',
};

describe('the list of vendors', () => {
  it('asks for the filters of the address, and counts who needs an agreement', async () => {
    const wanted = 'GET /api/v1/vendors?agreement=expired&sort=-name';
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      [wanted]: [200, empty],
      'GET /api/v1/vendors?limit=1': [200, { ...empty, total: 4 }],
      'GET /api/v1/vendors?limit=1&needsAgreement=true': [200, { ...empty, total: 2 }],
    });
    const data = await vendors.loader(argumentsOf(aGet('/vendors?agreement=expired&q=&sort=-name')));
    expect(backend.calls.map(({ what }) => what)).toContain(wanted);
    expect(data).toMatchObject({ all: 4, needing: 2 });
  });

  it('is not for those whose role does not read it', async () => {
    backend = await startFakeBackend({ 'GET /api/v1/session': [200, aSession({ permissions: [] })] });
    const thrown = await thrownBy(() => vendors.loader(argumentsOf(aGet('/vendors'))));
    expect(thrown.init?.status).toBe(403);
  });
});

describe('the form of a vendor', () => {
  it('is sent as the API takes it, and leads to the vendor', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'POST /api/v1/vendors': [201, { id: 'ven_1', name: 'Cascade' }],
    });
    const done = (await newVendor.action(argumentsOf(aPost('/vendors/new', form)))) as Response;
    expect(done.headers.get('location')).toBe('/vendors/ven_1');
    expect(backend.calls.at(-1)?.body).toEqual({
      name: 'Cascade',
      service: 'Claims',
      contactEmail: null,
      agreementStatus: 'signed',
      agreementNotRequiredReason: '',
      agreementSignedOn: '2024-01-02',
      agreementEndsOn: null,
      active: true,
    });
  });

  it('ends the work where the tick was taken away, and keeps it so when it comes back refused', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'PATCH /api/v1/vendors/ven_1': [
        409,
        { status: 409, code: 'vendor.in-use', title: 'x', fieldErrors: { active: ['End them first.'] } },
      ],
    });
    const request = aPost('/vendors/ven_1?edit', { ...form, asksActive: 'yes', version: '3' });
    const answer = await vendor.action(argumentsOf(request, { vendorId: 'ven_1' }));
    expect(backend.calls.at(-1)?.body).toMatchObject({ active: false });
    expect(answer).toMatchObject({
      data: { problem: { fieldErrors: { active: ['End them first.'] } }, values: { active: 'off' } },
    });
    expect(JSON.stringify(answer)).not.toContain(csrf);
  });
});
