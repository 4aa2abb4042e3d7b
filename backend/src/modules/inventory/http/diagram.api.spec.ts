import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../inventory.spec-kit.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('the diagram', () => {
  it('has a node for each end, one for a party however often it is named, and names what is not connected', async () => {
    const agent = await test.signIn('org-admin');
    const [ehr, lab, lonely] = [
      await makeAsset(agent, { name: 'Chart' }),
      await makeAsset(agent, { name: 'Lab box' }),
      await makeAsset(agent, { name: 'Lonely' }),
    ];
    const paper = await makeAsset(agent, { name: 'No ePHI', holdsEphi: false });
    const one = await makeFlow(agent, {
      name: 'one',
      from: { assetId: ehr.id },
      to: { party: 'State Registry' },
    });
    const two = await makeFlow(agent, {
      name: 'two',
      from: { party: 'STATE registry' },
      to: { assetId: lab.id },
    });
    const ended = await makeFlow(agent, {
      name: 'ended',
      from: { assetId: lonely.id },
      to: { assetId: ehr.id },
      active: false,
    });
    const { body } = (await agent.get('/api/v1/inventory/diagram').expect(200)) as {
      body: {
        nodes: { id: string }[];
        edges: { flow: { id: string }; from: string; to: string }[];
        unconnected: { id: string }[];
        matching: number;
      };
    };
    const edge = (id: string) => body.edges.find(({ flow }) => flow.id === id);
    expect(edge(one.id)).toMatchObject({ from: ehr.id, to: 'party:state registry' });
    expect(edge(two.id)).toMatchObject({ from: 'party:state registry', to: lab.id });
    expect(edge(ended.id)).toBeUndefined();
    expect(body.nodes.filter(({ id }) => id === 'party:state registry')).toHaveLength(1);
    // Of each no more than the picture and its table say.
    expect(JSON.stringify(body)).not.toMatch(/"(purpose|citations|hosting|siteName|updatedAt)"/);
    const waiting = body.unconnected.map(({ id }) => id);
    expect(waiting).toContain(lonely.id);
    expect(waiting).not.toContain(paper.id);
    expect(waiting).not.toContain(ehr.id);

    const drawn = async (query: string) => {
      const narrowed = await agent.get(`/api/v1/inventory/diagram?${query}`).expect(200);
      const { edges, matching } = narrowed.body as typeof body;
      return { flows: edges.map(({ flow }) => flow.id).sort(), matching };
    };
    expect(await drawn(`assetId=${lab.id}`)).toEqual({ flows: [two.id], matching: 1 });
    expect(await drawn(`assetId=${lonely.id}`)).toEqual({ flows: [], matching: 0 });
  });

  it('shows five hundred at most, those with a concern first', async () => {
    const agent = await test.signIn('org-admin');
    const asset = await makeAsset(agent, { name: 'Where many begin' });
    const sound = { counterparty: 'patient', purpose: 'Care', transportSecurity: 'encrypted' };
    const fine = await makeFlow(agent, { ...sound, name: 'Many', from: { assetId: asset.id } });
    const open = await makeFlow(agent, {
      ...sound,
      name: 'The last by its name',
      from: { assetId: asset.id },
      transportSecurity: 'none',
    });
    await test.database.asSuperuser(
      `insert into data_flow select (jsonb_populate_record(f, jsonb_build_object('id', uuidv7(), 'code', 'MANY-' || n, 'name', 'Many ' || n))).*
       from data_flow f, generate_series(1, 500) n where f.name = 'Many'`,
    );
    const { body } = (await agent.get(`/api/v1/inventory/diagram?assetId=${asset.id}`).expect(200)) as {
      body: { edges: { flow: { id: string } }[]; matching: number; concerned: number };
    };
    const concerned = async () => {
      const list = await agent.get('/api/v1/data-flows?hasConcerns=true&limit=1').expect(200);
      return (list.body as { total: number }).total;
    };
    expect(body.concerned).toBe(await concerned());
    await test.database.asSuperuser(
      `update data_flow set transport_security = 'none' where name like 'Many%'`,
    );
    const all = await agent.get(`/api/v1/inventory/diagram?assetId=${asset.id}`).expect(200);
    expect((all.body as typeof body).concerned).toBe(await concerned());
    expect((all.body as typeof body).concerned).toBeGreaterThan(500);
    expect(body.matching).toBe(502);
    expect(body.edges).toHaveLength(500);
    expect(body.edges[0]!.flow.id).toBe(open.id);
    expect(body.edges.map(({ flow }) => flow.id)).toContain(fine.id);
  });
});
