import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import type { VendorView } from '../vendor.schemas.js';
import { makeVendor } from '../vendors.spec-kit.js';

let test: TestApp;
let manager: Agent;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  manager = await test.signIn('vendor-manager');
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

interface Problem {
  code: string;
  fieldErrors: Record<string, string[]>;
}
const today = () => calendarDateIn('America/Denver', new Date());
const names = async (query: string) =>
  ((await manager.get(`/api/v1/vendors${query}`).expect(200)).body as { items: VendorView[] }).items.map(
    ({ name }) => name,
  );
const patch = (id: string, version: number, body: object) =>
  manager.patch(`/api/v1/vendors/${id}`).set('If-Match', `"v${version}"`).send(body);

describe('a vendor', () => {
  it('is added with what they do and how the agreement stands, and changed with the version that was seen', async () => {
    const made = await makeVendor(manager, {
      name: 'Cascade Billing',
      service: 'Claims',
      contactEmail: 'Ana@Cascade.example',
      agreementEndsOn: '2099-12-31',
      agreementStatus: 'signed',
      agreementSignedOn: '2024-01-02',
    });
    expect(made).toMatchObject({
      contactEmail: 'ana@cascade.example',
      agreementStatus: 'signed',
      agreement: 'signed',
      agreementSignedOn: '2024-01-02',
      agreementEndsOn: '2099-12-31',
      active: true,
      flows: 0,
      version: 1,
    });
    await manager.patch(`/api/v1/vendors/${made.id}`).send({ service: 'x' }).expect(428);
    expect((await patch(made.id, 1, { service: 'Claims and statements' }).expect(200)).body).toMatchObject({
      service: 'Claims and statements',
      agreementEndsOn: '2099-12-31',
      version: 2,
    });
    await patch(made.id, 1, { service: 'late' }).expect(412);
    const events = await test.database.asSuperuser<{ action: string; changed_fields: string[] }>(
      `select action, changed_fields from audit.event where target_type = 'vendor' order by id desc limit 2`,
    );
    expect(events).toMatchObject([
      { action: 'vendor.updated', changed_fields: ['service'] },
      { action: 'vendor.created' },
    ]);
  });

  it('stands on the list once, whatever the case', async () => {
    const { id, version } = await makeVendor(manager, { name: 'Pear Health' });
    const twice = await manager
      .post('/api/v1/vendors')
      .send({ name: 'PEAR HEALTH', agreementStatus: 'none' })
      .expect(409);
    expect(twice.body as Problem).toMatchObject({
      code: 'vendor.name-taken',
      fieldErrors: { name: ['“Pear Health” is on the list already.'] },
    });
    await patch(id, version, { name: 'Pear HEALTH' }).expect(200);
  });

  it('is refused by field where the agreement does not fit together', async () => {
    const answer = await manager
      .post('/api/v1/vendors')
      .send({ name: 'x', agreementStatus: 'signed', agreementSignedOn: addDays(today(), 2) })
      .expect(400);
    expect((answer.body as Problem).fieldErrors).toEqual({
      agreementSignedOn: ['This day has not come yet.'],
    });
    const { id } = await makeVendor(manager);
    const reason = await patch(id, 1, { agreementStatus: 'not-required', agreementSignedOn: null }).expect(
      400,
    );
    expect((reason.body as Problem).fieldErrors).toEqual({
      agreementNotRequiredReason: ['Say why this vendor needs no agreement.'],
    });
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ contactEmail: 'no address' }, 'contactEmail'],
    [{ agreementStatus: 'maybe' }, 'agreementStatus'],
    [{ agreementSignedOn: '2024-02-30' }, 'agreementSignedOn'],
  ])('with %j is refused at %s', async (wrong, field) => {
    const answer = await manager
      .post('/api/v1/vendors')
      .send({ name: 'Fine', agreementStatus: 'none', ...wrong })
      .expect(400);
    expect(Object.keys((answer.body as Problem).fieldErrors)).toEqual([field]);
  });
});

describe('the end of an agreement', () => {
  it('makes it expired the day after, whatever was written down', async () => {
    const signed = { agreementStatus: 'signed', agreementSignedOn: '2020-01-01' };
    const last = await makeVendor(manager, { name: 'Ends today', ...signed, agreementEndsOn: today() });
    const past = await makeVendor(manager, {
      name: 'Ended',
      ...signed,
      agreementEndsOn: addDays(today(), -1),
    });
    expect(last).toMatchObject({ agreement: 'signed' });
    expect(past).toMatchObject({ agreementStatus: 'signed', agreement: 'expired' });
    expect(await names('?agreement=expired')).toEqual(['Ended']);
    expect(await names('?agreement=signed')).toContain('Ends today');
  });
});

describe('the list of vendors', () => {
  it('is filtered, sorted and turned by page', async () => {
    const agent = await test.signIn('compliance-officer', test.b);
    for (const name of ['Beta', 'alpha', 'Gamma']) await makeVendor(agent, { name, service: `${name} work` });
    const list = async (query: string) =>
      (await agent.get(`/api/v1/vendors${query}`).expect(200)).body as {
        items: VendorView[];
        nextCursor: string | null;
        total: number;
      };
    const first = await list('?limit=2');
    expect(first.items.map(({ name }) => name)).toEqual(['alpha', 'Beta']);
    expect(first.total).toBe(3);
    expect((await list(`?limit=2&cursor=${first.nextCursor}`)).items.map(({ name }) => name)).toEqual([
      'Gamma',
    ]);
    expect((await list('?q=beta w')).items.map(({ name }) => name)).toEqual(['Beta']);
    expect((await list('?active=false')).total).toBe(0);
    expect((await list('?sort=-name')).items[0]?.name).toBe('Gamma');
  });

  it('tells who gets ePHI without an agreement', async () => {
    const asset = await makeAsset(officer);
    const without = await makeVendor(officer, { name: 'Gets it', agreementStatus: 'none' });
    await makeVendor(officer, { name: 'Gets nothing', agreementStatus: 'none' });
    const covered = await makeVendor(officer, { name: 'Gets it by right' });
    for (const { id } of [without, covered])
      await makeFlow(officer, { from: { assetId: asset.id }, to: { vendorId: id } });
    const ended = await makeVendor(officer, { name: 'Got it once', agreementStatus: 'none' });
    await makeFlow(officer, { from: { assetId: asset.id }, to: { vendorId: ended.id }, active: false });
    expect(await names('?needsAgreement=true')).toEqual(['Gets it']);
    expect(await names('?needsAgreement=false&limit=100')).toEqual(
      expect.arrayContaining(['Gets nothing', 'Gets it by right', 'Got it once']),
    );
  });

  it('comes as a file, with its filters, and it is on record who took it out', async () => {
    const noteAfter = '=cmd()';
    await makeVendor(officer, { name: '+Plus Billing', service: noteAfter });
    const { body } = await officer.get('/api/v1/vendors/export.json?q=plus').expect(200);
    expect(body).toEqual([
      expect.objectContaining({
        name: '+Plus Billing',
        service: noteAfter,
        agreement: 'signed',
        agreementSignedOn: '2024-01-02',
        flows: 0,
        active: true,
      }),
    ]);
    const { text } = await officer.get('/api/v1/vendors/export.csv?q=plus').expect(200);
    expect(text).toContain(`'+Plus Billing,'=cmd()`);
    await officer.get('/api/v1/vendors/export.xlsx').expect(200);
    await officer.get('/api/v1/vendors/export.pdf').expect(400);
    const seen = await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where action = 'vendor.exported' order by id`,
    );
    expect(seen.map(({ detail }) => detail)).toEqual([
      { rows: 1, totalIsCapped: false, format: 'json', filter: { q: 'not kept' } },
      { rows: 1, totalIsCapped: false, format: 'csv', filter: { q: 'not kept' } },
      expect.objectContaining({ format: 'xlsx' }),
    ]);
  });
});
