import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import type { ActionPage } from '../action.schemas.js';
import type { LessonPage } from '../lesson.schemas.js';
import type { PlanSummaryView } from '../plan.schemas.js';
import { answerAs, startAssessment } from '../assessments.spec-kit.js';
import { makeAction, makeRisk, memberId, move, RATED } from '../register.spec-kit.js';
import type { RiskPage } from '../risk.schemas.js';

let test: TestApp;
let theirs: Agent;
let ours: Agent;
const a = {
  assessment: '',
  risk: '',
  action: '',
  milestone: '',
  finding: '',
  asset: '',
  flow: '',
  lesson: '',
};
beforeAll(async () => {
  test = await startTestApp();
  ours = await test.signIn('compliance-officer');
  theirs = await test.signIn('compliance-officer', test.b);
  a.assessment = (await startAssessment(ours)).id;
  a.asset = (await makeAsset(ours)).id;
  a.flow = (await makeFlow(ours, { from: { assetId: a.asset } })).id;
  a.finding = (await answerAs(ours, a.assessment, 'S1-Q1', 'gap')).finding!.id;
  a.risk = (await makeRisk(ours, a.assessment, RATED)).id;
  const action = await makeAction(ours, {
    riskId: a.risk,
    budgetCents: 5,
    milestones: [{ title: 'Order', dueOn: '2027-01-01' }],
  });
  [a.action, a.milestone] = [action.id, action.milestones[0]!.id];
  const done = await makeAction(ours, { assessmentId: a.assessment, title: 'Done' });
  await move(ours, done, 'completion', { completedOn: '2026-01-05' });
  await ours
    .post(`/api/v1/actions/${done.id}/lessons`)
    .send({ kind: 'document', title: 'Policy', ownerId: memberId(test.a, 'staff'), dueOn: '2027-01-01' })
    .expect(201);
  a.lesson = ((await ours.get('/api/v1/lessons').expect(200)).body as LessonPage).items[0]!.id;
});
afterAll(() => test.close());

type Call = [method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: () => string, body?: object];
const CALLS: Call[] = [
  ['get', () => `/risks/${a.risk}`],
  ['get', () => `/risks/heat-map?assessmentId=${a.assessment}`],
  ['get', () => `/risks/scales?assessmentId=${a.assessment}`],
  ['patch', () => `/risks/${a.risk}`, { title: 'Taken over' }],
  ['post', () => `/risks/${a.risk}/review`, { reason: 'Taken over' }],
  ['post', () => `/risks/${a.risk}/acceptances`, { reason: 'Taken over', untilOn: '2027-01-01' }],
  ['post', () => `/risks/${a.risk}/acceptances/acc_${'0'.repeat(32)}/decision`, { decision: 'approve' }],
  ['get', () => `/actions/${a.action}`],
  ['patch', () => `/actions/${a.action}`, { title: 'Taken over' }],
  ['post', () => `/actions/${a.action}/start`],
  ['post', () => `/actions/${a.action}/completion`, { completedOn: '2026-01-01' }],
  ['post', () => `/actions/${a.action}/evidence`, { title: 'x', note: 'Taken over' }],
  ['post', () => `/actions/${a.action}/validation`, { note: 'Taken over' }],
  ['post', () => `/actions/${a.action}/cancellation`, { reason: 'Taken over' }],
  ['post', () => `/actions/${a.action}/reopening`, { reason: 'Taken over' }],
  ['post', () => `/actions/${a.action}/milestones`, { title: 'x', dueOn: '2027-01-01' }],
  ['patch', () => `/actions/${a.action}/milestones/${a.milestone}`, { doneOn: '2026-01-01' }],
  ['delete', () => `/actions/${a.action}/milestones/${a.milestone}`],
  ['put', () => `/actions/${a.action}/risks/${a.risk}`, {}],
  ['delete', () => `/actions/${a.action}/risks/${a.risk}`],
  ['post', () => `/actions/${a.action}/dependencies`, { waitsForId: `act_${'0'.repeat(32)}` }],
  ['delete', () => `/actions/${a.action}/dependencies/act_${'0'.repeat(32)}`],
  [
    'post',
    () => `/actions/${a.action}/lessons`,
    { kind: 'document', title: 'Taken over', ownerId: `mem_${'0'.repeat(32)}`, dueOn: '2027-01-01' },
  ],
  ['get', () => `/lessons/${a.lesson}`],
  ['patch', () => `/lessons/${a.lesson}`, { title: 'Taken over' }],
  ['delete', () => `/lessons/${a.lesson}`],
  ['get', () => `/plan/summary?assessmentId=${a.assessment}`],
  ['get', () => `/plan/summary/export.csv?assessmentId=${a.assessment}`],
  ['get', () => `/assessments/${a.assessment}/sign-off`],
  ['post', () => `/assessments/${a.assessment}/checklist/scope`, { met: true }],
  ['post', () => `/assessments/${a.assessment}/submission`],
  ['post', () => `/assessments/${a.assessment}/return`, { reason: 'Taken over' }],
  ['post', () => `/assessments/${a.assessment}/approval`, { statement: 'Taken over' }],
  ['get', () => `/assessments/${a.assessment}/report`],
  ['get', () => `/assessments/${a.assessment}/report?purpose=export`],
  ['get', () => `/assessments/${a.assessment}/signed-content`],
];

describe("what is another organization's", () => {
  it.each(CALLS.map(([method, path, body]) => ({ method, path, body })))(
    'is not found at call $#',
    async ({ method, path, body }) => {
      const request = theirs[method](`/api/v1${path()}`).set('If-Match', '"v1"');
      expect((await (body ? request.send(body) : request)).status).toBe(404);
    },
  );

  it('is not found when a risk or an action is made from it, or reviewed', async () => {
    const own = await startAssessment(theirs);
    const attempts = [
      ['/risks', { assessmentId: a.assessment, title: 'x' }, 404],
      ['/risks', { findingId: a.finding }, 404],
      ['/risks', { assessmentId: own.id, title: 'x', assetId: a.asset }, 400],
      ['/risks', { assessmentId: own.id, title: 'x', dataFlowId: a.flow }, 400],
      ['/risks', { assessmentId: own.id, title: 'x', ownerId: memberId(test.a, 'staff') }, 400],
      ['/risks/reviews', { reason: 'Taken over', risks: [{ id: a.risk, version: 2 }] }, 404],
      ['/actions', { riskId: a.risk, title: 'x' }, 404],
      ['/actions', { findingId: a.finding, title: 'x' }, 404],
      ['/actions', { assessmentId: a.assessment, title: 'x' }, 404],
      ['/actions', { assessmentId: own.id, title: 'x', ownerId: memberId(test.a, 'staff') }, 400],
    ] as const;
    for (const [path, body, status] of attempts) {
      expect({ path, body, status: (await theirs.post(`/api/v1${path}`).send(body)).status }).toEqual({
        path,
        body,
        status,
      });
    }
  });

  it('is in no list, no sum and no search', async () => {
    const lists = await Promise.all(
      [`/risks`, `/risks?assessmentId=${a.assessment}`, `/risks?q=laptop`].map((path) =>
        theirs.get(`/api/v1${path}`),
      ),
    );
    expect(lists.map(({ body }) => (body as RiskPage).total)).toEqual([0, 0, 0]);
    for (const path of ['/actions', '/lessons', '/plan/timeline'])
      expect(((await theirs.get(`/api/v1${path}`)).body as ActionPage).total).toBe(0);
    for (const path of ['/risks/export.json', '/actions/export.json', '/lessons/export.json'])
      expect((await theirs.get(`/api/v1${path}`).expect(200)).body).toEqual([]);
    expect((await theirs.get('/api/v1/plan/summary')).body as PlanSummaryView).toMatchObject({
      count: 0,
      budgetCents: 0,
      openLessons: 0,
    });
  });

  it('is as it was afterwards', async () => {
    expect((await ours.get(`/api/v1/risks/${a.risk}`)).body).toMatchObject({
      title: 'A laptop is lost',
      version: 2,
    });
    expect((await ours.get(`/api/v1/actions/${a.action}`)).body).toMatchObject({
      status: 'planned',
      version: 1,
      milestones: [{ doneOn: null }],
    });
  });
});

describe('numbers of register and plan', () => {
  it('are counted by each organization for itself', async () => {
    const own = await startAssessment(theirs);
    const risk = await makeRisk(theirs, own.id);
    expect(risk.number).toBe(1);
    expect((await makeAction(theirs, { riskId: risk.id })).number).toBe(1);
  });
});
