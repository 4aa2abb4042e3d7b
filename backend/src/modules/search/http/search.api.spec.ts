import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { makeRisk, readyAssessment, type ReadyAssessment } from '../../risks/register.spec-kit.js';
import type { SearchResults } from '../search.schemas.js';

describe('the search of records', () => {
  let app: TestApp;
  let officer: Agent;
  let ready: ReadyAssessment;

  beforeAll(async () => {
    app = await startTestApp();
    officer = await app.signIn('compliance-officer');
    ready = await readyAssessment(app, officer);
    const asset = await makeAsset(officer, { name: 'Laptop of the front desk', tag: 'DEV-031' });
    await makeFlow(officer, { name: 'Laptop to backup', from: { assetId: asset.id } });
  });
  afterAll(() => app.close());

  const search = async (agent: Agent, q: string): Promise<SearchResults['items']> =>
    ((await agent.get('/api/v1/search').query({ q }).expect(200)).body as SearchResults).items;
  const found = async (agent: Agent, q: string) =>
    (await search(agent, q)).map(({ kind, title }) => `${kind}: ${title}`);

  it('finds records of every kind by a part of their name', async () => {
    expect(await found(officer, 'laptop')).toEqual([
      'asset: Laptop of the front desk',
      'data-flow: Laptop to backup',
      `risk: ${ready.risk.title}`,
      `action: ${ready.action.title}`,
    ]);
    expect(await found(officer, 'analysis')).toContain(`assessment: ${ready.assessment.title}`);
  });

  it('finds an asset by its tag, a risk and an action by their numbers, with their pages', async () => {
    expect(await search(officer, 'dev-03')).toEqual([
      expect.objectContaining({ kind: 'asset', reference: 'DEV-031', title: 'Laptop of the front desk' }),
    ]);
    const { id, number } = ready.risk;
    expect(await search(officer, `r-${number}`)).toEqual([
      expect.objectContaining({ id, kind: 'risk', reference: `R-${number}`, href: `/risks/${id}` }),
    ]);
    expect(await search(officer, `A-${ready.action.number}`)).toEqual([
      expect.objectContaining({ id: ready.action.id, href: `/plan/${ready.action.id}` }),
    ]);
  });

  it('names five of a kind and no more', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await makeRisk(officer, ready.assessment.id, { title: `Flooded cellar ${n}` });
    }
    expect(await found(officer, 'flooded')).toHaveLength(5);
  });

  it('takes signs of a pattern as signs', async () => {
    expect(await found(officer, '%%')).toEqual([]);
    expect(await found(officer, '__')).toEqual([]);
  });

  it('shows staff their own actions and nothing else', async () => {
    expect(await found(await app.signIn('staff'), 'laptop')).toEqual([`action: ${ready.action.title}`]);
    const other = await app.addMember(app.a, 'staff', 'Lena Ortiz');
    expect(other.memberId).not.toBe(app.a.members.staff.memberId);
    await app.database.asSuperuser('update remediation_action set owner_id = $1', [other.memberId]);
    expect(await found(await app.signIn('staff'), 'laptop')).toEqual([]);
  });

  it('shows nothing of it to another organization', async () => {
    expect(await found(await app.signIn('compliance-officer', app.b), 'laptop')).toEqual([]);
  });

  it('asks for two letters at least', async () => {
    await officer.get('/api/v1/search').query({ q: 'l' }).expect(400);
  });
});
