import fc from 'fast-check';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { COUNTERPARTIES, TRANSPORT_SECURITIES } from '../domain/data-flow.js';
import { assetsInInventory, concernedDataFlows, dataFlowsInInventory, flowConcerns } from '../index.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import { makeAsset, makeFlow } from '../inventory.spec-kit.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

interface Problem {
  fieldErrors: Record<string, string[]>;
}

describe('a data flow', () => {
  it('leads from an asset to a party outside, and tells its concerns with their citations', async () => {
    const asset = await makeAsset(officer, { name: 'EHR', tag: 'EHR' });
    const flow = await makeFlow(officer, {
      from: { assetId: asset.id },
      transportSecurity: 'none',
      offshore: true,
    });
    expect(flow).toMatchObject({
      from: { assetId: asset.id, tag: 'EHR', name: 'EHR', party: null },
      to: { assetId: null, party: 'Cascade Billing', tag: null, name: 'Cascade Billing' },
      concerns: [
        { kind: 'unencrypted' },
        { kind: 'offshore' },
        { kind: 'no-purpose' },
        { kind: 'no-minimum-necessary' },
      ],
    });
  });

  it.each([
    [{ from: {} }, 'from.assetId', /Choose an asset or a vendor, or name/],
    [{ from: { party: ' ' } }, 'from.assetId', /Choose an asset or a vendor, or name/],
    [{ from: { party: 'Lab' } }, 'to.assetId', /At least one end/],
    [
      { from: { assetId: typedId('asset', '01900000-0000-7000-8000-000000000000') } },
      'from.assetId',
      /one of your assets/,
    ],
  ])('with the end %j is refused at %s', async (ends, field, message) => {
    const answer = await officer
      .post('/api/v1/data-flows')
      .send({ name: 'x', counterparty: 'vendor', to: { party: 'Out' }, ...ends })
      .expect(400);
    expect((answer.body as Problem).fieldErrors[field]?.[0]).toMatch(message);
  });

  it('cannot lead to where it begins, also after a change', async () => {
    const [a, b] = [await makeAsset(officer), await makeAsset(officer)];
    const flow = await makeFlow(officer, { from: { assetId: a.id }, to: { assetId: b.id } });
    const answer = await officer
      .patch(`/api/v1/data-flows/${flow.id}`)
      .set('If-Match', '"v1"')
      .send({ to: { assetId: a.id } })
      .expect(400);
    expect((answer.body as Problem).fieldErrors['to.assetId']?.[0]).toMatch(/from one place to another/);
  });

  it('needs the version that was seen, and its end is recorded as such', async () => {
    const asset = await makeAsset(officer);
    const { id } = await makeFlow(officer, { from: { assetId: asset.id }, transportSecurity: 'none' });
    await officer.patch(`/api/v1/data-flows/${id}`).send({ active: false }).expect(428);
    const ended = await officer
      .patch(`/api/v1/data-flows/${id}`)
      .set('If-Match', '"v1"')
      .send({ active: false })
      .expect(200);
    expect(ended.body).toMatchObject({ active: false, concerns: [], version: 2 });
    await officer
      .patch(`/api/v1/data-flows/${id}`)
      .set('If-Match', '"v1"')
      .send({ active: true })
      .expect(412);
    const events = await test.database.asSuperuser<{ action: string }>(
      `select action from audit.event where target_type = 'data-flow' order by id desc limit 2`,
    );
    expect(events.map(({ action }) => action)).toEqual(['data-flow.ended', 'data-flow.created']);
  });
});

interface End {
  ends: object;
  vendors: { allowsEphi: boolean }[];
  /** The vendor is reached by the asset that it runs, and only where the flow is said to go to a vendor. */
  byAsset?: true;
}

/** Every way in which a flow reaches a vendor, or none. */
async function endsOf(agent: Agent): Promise<Record<string, End>> {
  const asset = await makeAsset(agent);
  const from = { assetId: asset.id };
  const ended = { agreementSignedOn: '2020-01-01', agreementEndsOn: '2021-01-01' };
  const covered = await makeVendor(agent, { name: 'Covered' });
  const none = await makeVendor(agent, { name: 'Uncovered', agreementStatus: 'none' });
  const past = await makeVendor(agent, { name: 'Past', agreementStatus: 'signed', ...ended });
  const needless = await makeVendor(agent, {
    name: 'Needless',
    agreementStatus: 'not-required',
    agreementNotRequiredReason: 'Sees none',
  });
  const runBy = async (vendorName: string) => ({
    from,
    to: { assetId: (await makeAsset(agent, { vendorName })).id },
  });
  return {
    party: { ends: { from, to: { party: 'Out' } }, vendors: [] },
    covered: { ends: { from, to: { vendorId: covered.id } }, vendors: [{ allowsEphi: true }] },
    none: { ends: { from: { vendorId: none.id }, to: from }, vendors: [{ allowsEphi: false }] },
    past: { ends: { from, to: { vendorId: past.id } }, vendors: [{ allowsEphi: false }] },
    needless: { ends: { from, to: { vendorId: needless.id } }, vendors: [{ allowsEphi: true }] },
    run: { ends: await runBy('COVERED'), vendors: [{ allowsEphi: true }], byAsset: true },
    runWithout: { ends: await runBy('uncovered'), vendors: [{ allowsEphi: false }], byAsset: true },
    runByNobody: { ends: await runBy('Nobody we know'), vendors: [] },
  };
}

describe('the filter by concerns', () => {
  it('finds exactly the flows for which the rule finds some', async () => {
    const agent = await test.signIn('compliance-officer', test.b);
    const ends = await endsOf(agent);
    const end = fc.constantFrom(...Object.keys(ends));
    const word = fc.constantFrom('', 'said');
    const facts = fc.record({
      counterparty: fc.constantFrom(...COUNTERPARTIES),
      transportSecurity: fc.constantFrom(...TRANSPORT_SECURITIES),
      offshore: fc.boolean(),
      active: fc.boolean(),
      purpose: word,
      minimumNecessary: word,
      end,
    });
    const samples = fc.sample(facts, { numRuns: 160, seed: 164 });
    for (const [index, { end, ...sample }] of samples.entries())
      await makeFlow(agent, { name: `flow ${index}`, ...ends[end]!.ends, ...sample });
    const found = async (value: boolean) => {
      const answer = await agent.get(`/api/v1/data-flows?limit=100&hasConcerns=${value}`).expect(200);
      const { items, nextCursor } = answer.body as { items: { name: string }[]; nextCursor: string | null };
      const rest = nextCursor
        ? await agent
            .get(`/api/v1/data-flows?limit=100&hasConcerns=${value}&cursor=${nextCursor}`)
            .expect(200)
        : { body: { items: [] } };
      return [...items, ...rest.body.items].map(({ name }) => name).sort();
    };
    const expected = (value: boolean) =>
      samples
        .flatMap(({ end, ...sample }, index) => {
          const runs = ends[end]!.byAsset && sample.counterparty !== 'vendor' ? [] : ends[end]!.vendors;
          return flowConcerns({ ...sample, vendors: runs }).length > 0 === value ? [`flow ${index}`] : [];
        })
        .sort();
    expect(await found(true)).toEqual(expected(true));
    expect(await found(false)).toEqual(expected(false));
    expect(expected(false).length).toBeGreaterThan(5);
  });
});

describe('a flow to a vendor', () => {
  it('names the vendor, tells how the agreement stands, and raises what is missing', async () => {
    const asset = await makeAsset(officer);
    const vendor = await makeVendor(officer, { name: 'Orchard Hosting', agreementStatus: 'in-negotiation' });
    const flow = await makeFlow(officer, { from: { assetId: asset.id }, to: { vendorId: vendor.id } });
    expect(flow).toMatchObject({
      to: { assetId: null, vendorId: vendor.id, party: null, name: 'Orchard Hosting' },
      vendors: [{ id: vendor.id, name: 'Orchard Hosting', agreement: 'in-negotiation' }],
    });
    expect(kindsOf(flow)).toContain('no-agreement');
    await officer
      .patch(`/api/v1/vendors/${vendor.id}`)
      .set('If-Match', '"v1"')
      .send({ agreementStatus: 'signed', agreementSignedOn: '2025-01-01' })
      .expect(200);
    expect(kindsOf((await officer.get(`/api/v1/data-flows/${flow.id}`).expect(200)).body)).not.toContain(
      'no-agreement',
    );
  });

  it('reaches the vendor who runs the asset at its end, by the name that the asset gives', async () => {
    const [desk, ehr] = [
      await makeAsset(officer),
      await makeAsset(officer, { vendorName: 'PEAR health systems' }),
    ];
    const flow = await makeFlow(officer, {
      from: { assetId: desk.id },
      to: { assetId: ehr.id },
      counterparty: 'vendor',
    });
    expect(kindsOf(flow)).toContain('agreement-unknown');
    const vendor = await makeVendor(officer, { name: 'Pear Health Systems' });
    const { body } = (await officer.get(`/api/v1/data-flows/${flow.id}`).expect(200)) as { body: object };
    expect(body).toMatchObject({ vendors: [{ id: vendor.id, agreement: 'signed' }] });
    expect(kindsOf(body)).not.toContain('agreement-unknown');
    const list = await officer.get(`/api/v1/data-flows?vendorId=${vendor.id}`).expect(200);
    expect(list.body).toMatchObject({ total: 1, items: [{ id: flow.id }] });
    expect((await officer.get(`/api/v1/vendors/${vendor.id}`).expect(200)).body).toMatchObject({ flows: 1 });
  });

  it.each([
    [{ assetId: true, vendorId: true }, 'to.vendorId', /Either an asset or a vendor/],
    [{ vendorId: true, party: 'x' }, 'to.party', /Either a choice or a party/],
  ])('has one end only: %j', async (chosen, field, message) => {
    const [a, b] = [await makeAsset(officer), await makeAsset(officer)];
    const vendor = await makeVendor(officer);
    const to = {
      ...chosen,
      ...('assetId' in chosen ? { assetId: b.id } : {}),
      vendorId: vendor.id,
    };
    const answer = await officer
      .post('/api/v1/data-flows')
      .send({ name: 'x', counterparty: 'vendor', from: { assetId: a.id }, to })
      .expect(400);
    expect((answer.body as Problem).fieldErrors[field]?.[0]).toMatch(message);
  });

  it('keeps the work with the vendor going: it ends first', async () => {
    const asset = await makeAsset(officer);
    const vendor = await makeVendor(officer, { name: 'Still used' });
    const flow = await makeFlow(officer, { from: { assetId: asset.id }, to: { vendorId: vendor.id } });
    const end = () =>
      officer.patch(`/api/v1/vendors/${vendor.id}`).set('If-Match', '"v1"').send({ active: false });
    const refused = await end().expect(409);
    expect(refused.body).toMatchObject({ code: 'vendor.in-use' });
    expect((refused.body as Problem).fieldErrors['active']?.[0]).toContain('“Claims out”');
    const change = (version: number, body: object) =>
      officer.patch(`/api/v1/data-flows/${flow.id}`).set('If-Match', `"v${version}"`).send(body);
    await change(1, { active: false }).expect(200);
    await end().expect(200);
    const resumed = await change(2, { active: true }).expect(400);
    expect((resumed.body as Problem).fieldErrors['to.vendorId']?.[0]).toMatch(
      /no longer work with Still used/,
    );
    await change(2, { purpose: 'Said at last' }).expect(200);
  });

  it('is a node of the diagram with its agreement, and stands in the export by name', async () => {
    const asset = await makeAsset(officer);
    const vendor = await makeVendor(officer, { name: 'Drawn vendor', agreementStatus: 'none' });
    const flow = await makeFlow(officer, {
      name: 'Drawn flow',
      from: { vendorId: vendor.id },
      to: { assetId: asset.id },
    });
    const { body } = (await officer.get('/api/v1/inventory/diagram').expect(200)) as {
      body: { nodes: { id: string }[]; edges: { flow: { id: string }; from: string }[] };
    };
    expect(body.nodes.find(({ id }) => id === vendor.id)).toMatchObject({
      name: 'Drawn vendor',
      asset: null,
      vendor: { id: vendor.id, agreement: 'none' },
    });
    expect(body.edges.find((edge) => edge.flow.id === flow.id)?.from).toBe(vendor.id);
    const { text } = await officer.get('/api/v1/data-flows/export.csv?q=Drawn').expect(200);
    expect(text).toContain('Drawn flow,vendor: Drawn vendor,');
    expect(text).toContain('Drawn vendor (agreement: None)');
    expect(text).toContain('No agreement (45 CFR 164.308(b)(1)');
  });
});

const kindsOf = (flow: object) => (flow as { concerns: { kind: string }[] }).concerns.map(({ kind }) => kind);

describe('the export of data flows', () => {
  it('names every field and runs no formula', async () => {
    const agent = await test.signIn('auditor');
    const writer = await test.signIn('org-admin');
    const asset = await makeAsset(writer, { tag: 'FX', name: 'From here' });
    await makeFlow(writer, {
      name: '=evil()',
      from: { assetId: asset.id },
      to: { party: '@party' },
      purpose: 'Purpose text',
      minimumNecessary: 'Minimum text',
      transportMethod: 'SFTP',
      transportSecurity: 'partial',
      phiTypes: ['billing'],
      offshore: true,
    });
    const { text } = await agent.get('/api/v1/data-flows/export.csv?q=evil').expect(200);
    for (const value of [
      "'=evil()",
      'From here',
      'FX',
      'outside: @party',
      'Purpose text',
      'Minimum text',
      'SFTP',
      'In part',
      'Claims and bills',
      'Leaves the country (45 CFR 164.308',
    ])
      expect(text).toContain(value);
    const [event] = await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where action = 'data-flow.exported' order by id desc limit 1`,
    );
    expect(event?.detail).toEqual({ rows: 1, format: 'csv', filter: { q: 'not kept' } });
  });
});

describe('what other modules see', () => {
  it('is every asset with its notes, and the flows in use with their concerns', async () => {
    const writer = await test.signIn('org-admin');
    const asset = await makeAsset(writer, {
      name: 'Seen by others',
      notes: 'a note',
      ownerId: typedId('member', test.a.members.staff.memberId),
    });
    await makeFlow(writer, { name: 'Seen flow', from: { assetId: asset.id } });
    await makeFlow(writer, {
      name: 'Sound flow',
      from: { assetId: asset.id },
      counterparty: 'patient',
      purpose: 'Care',
      transportSecurity: 'encrypted',
    });
    const { assets, flows, concerned } = await test.as(test.a.members.auditor, () =>
      test.app.get(TenantDb).read(async (tx) => ({
        assets: await assetsInInventory(tx),
        flows: await dataFlowsInInventory(tx),
        concerned: await concernedDataFlows(tx),
      })),
    );
    expect(assets.find(({ name }) => name === 'Seen by others')).toMatchObject({
      notes: 'a note',
      ownerName: 'staff of Alder Family Clinic',
      hosting: 'cloud',
      lifecycle: 'in-service',
    });
    const seen = flows.find(({ name }) => name === 'Seen flow');
    expect(seen).toMatchObject({
      fromName: 'Seen by others',
      toName: 'Cascade Billing',
      from: { party: null },
      to: { assetId: null },
    });
    const standsOut = concerned.find(({ id }) => id === seen?.id);
    expect(standsOut?.concerns.map(({ kind }) => kind)).toContain('no-purpose');
    expect(concerned.filter(({ concerns }) => concerns.length === 0)).toEqual([]);
    expect(concerned.length).toBeLessThan(flows.length);
    const one = await test.as(test.a.members.auditor, () =>
      test.app.get(TenantDb).read((tx) => assetsInInventory(tx, [seen!.from.assetId!])),
    );
    expect(one.map(({ name }) => name)).toEqual(['Seen by others']);
  });
});
