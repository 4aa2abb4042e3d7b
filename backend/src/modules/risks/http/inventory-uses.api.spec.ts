import type { Agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { upload, uploadFlows } from '../../inventory/inventory.spec-kit.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { approve, makeRisk, readyAssessment, seen, submit } from '../register.spec-kit.js';

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  worker = await startTestWorker(test);
  officer = await test.signIn('compliance-officer');
});
afterAll(async () => {
  await worker.close();
  await test.close();
});

async function takeOver(
  tags: string[],
): Promise<{ id: string; version: number; assets: { id: string; tag: string }[] }> {
  const rows = tags.map((tag) => `${tag},Pump,device,cloud,yes`).join('\n');
  const list = (await upload(officer, `Tag,Name,Kind,Hosting,Holds ePHI\n${rows}`).expect(201)).body as {
    id: string;
    version: number;
  };
  await officer
    .post(`/api/v1/asset-imports/${list.id}/commit`)
    .set('If-Match', `"v${list.version}"`)
    .send({ skipBadRows: false })
    .expect(202);
  await worker.work();
  const { items } = (await officer.get('/api/v1/assets?limit=100').expect(200)).body as {
    items: { id: string; tag: string }[];
  };
  return { ...list, assets: tags.map((tag) => items.find((asset) => asset.tag === tag)!) };
}
const planOf = async (id: string) =>
  (await officer.get(`/api/v1/asset-imports/${id}/undo`).expect(200)).body as {
    withdraw: number;
    kept: { tag: string; because: string }[];
  };

it('the history of what came with an import names who brought it', async () => {
  const { assets } = await takeOver(['AU-0']);
  const { body } = await officer.get(`/api/v1/records/asset/${assets[0]!.id}/history`).expect(200);
  const member = test.a.members['compliance-officer'];
  expect((body as { items: object[] }).items).toMatchObject([
    {
      action: 'asset.created',
      actor: { type: 'system', id: `mem_${member.memberId.replaceAll('-', '')}`, name: member.name },
    },
  ]);
});

it('an undone import leaves what a risk is about, and what an assessment leaves out with a reason', async () => {
  const assessment = await startAssessment(officer);
  const list = await takeOver(['AU-1', 'AU-2', 'AU-3', 'AU-4']);
  const risk = await makeRisk(officer, assessment.id, { assetId: list.assets[0]!.id });
  await seen(officer, 'post', `/risks/${risk.id}/subjects`, risk.version)
    .send({ add: [{ assetId: list.assets[3]!.id }] })
    .expect(200);
  await officer
    .put(`/api/v1/assessments/${assessment.id}/exclusions/${list.assets[1]!.id}`)
    .send({ reason: 'Not ours' })
    .expect(200);
  const plan = await planOf(list.id);
  expect(plan.withdraw).toBe(1);
  expect(plan.kept.map(({ tag, because }) => [tag, because]).sort()).toEqual([
    ['AU-1', 'in-use'],
    ['AU-2', 'in-use'],
    ['AU-4', 'in-use'],
  ]);
});

it('an undone import leaves what a signed analysis names, and not what came later', async () => {
  const before = await takeOver(['AU-10']);
  const { assessment } = await readyAssessment(test, officer);
  await approve(await test.signIn('org-admin'), await submit(officer, assessment));
  const after = await takeOver(['AU-11']);
  expect((await planOf(before.id)).kept).toMatchObject([{ tag: 'AU-10', because: 'assessed' }]);
  expect(await planOf(after.id)).toMatchObject({ withdraw: 1, kept: [] });
});

it('an undone import of data flows leaves the flow that a risk is about, and takes the others out', async () => {
  await takeOver(['AU-20']);
  const rows = ['AU-F1,Claims,AU-20,outside: Payer,other', 'AU-F2,Letters,AU-20,outside: Patients,patient'];
  const list = (await uploadFlows(officer, `Code,Name,From,To,Other end\n${rows.join('\n')}`).expect(201))
    .body as { id: string; version: number };
  await officer
    .post(`/api/v1/data-flow-imports/${list.id}/commit`)
    .set('If-Match', `"v${list.version}"`)
    .send({ skipBadRows: false })
    .expect(202);
  await worker.work();
  const { items } = (await officer.get('/api/v1/data-flows?q=AU-F1').expect(200)).body as {
    items: { id: string }[];
  };
  const assessment = await startAssessment(officer);
  await makeRisk(officer, assessment.id, { dataFlowId: items[0]!.id });
  const brought = (await officer.get(`/api/v1/data-flow-imports/${list.id}`).expect(200)).body as {
    version: number;
  };
  await officer
    .post(`/api/v1/data-flow-imports/${list.id}/undo`)
    .set('If-Match', `"v${brought.version}"`)
    .expect(202);
  await worker.work();
  const plan = await officer.get(`/api/v1/data-flow-imports/${list.id}/undo`).expect(200);
  expect(plan.body).toMatchObject({ kept: [{ tag: 'AU-F1', because: 'in-use', recordId: items[0]!.id }] });
  expect((await officer.get('/api/v1/data-flows?q=AU-F2').expect(200)).body).toMatchObject({ items: [] });
});
