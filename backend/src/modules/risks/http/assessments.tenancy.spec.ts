import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { answerAs, showAssessment, startAssessment } from '../assessments.spec-kit.js';
import type { FindingView } from '../finding.schemas.js';
import type { SpecificationList } from '../specification.schemas.js';

let test: TestApp;
let ours: Agent;
let theirs: Agent;
const a = {
  assessment: '',
  answer: '',
  finding: '',
  evidence: '',
  decision: '',
  proof: '',
  asset: '',
  flow: '',
};
let before: unknown;
beforeAll(async () => {
  test = await startTestApp();
  ours = await test.signIn('compliance-officer');
  theirs = await test.signIn('compliance-officer', test.b);
  a.asset = (
    await makeAsset(ours, {
      name: 'CANARY asset',
      kind: 'device',
      hosting: 'portable',
      portable: true,
      encryptionAtRest: 'no',
    })
  ).id;
  a.flow = (
    await makeFlow(ours, { name: 'CANARY flow', from: { assetId: a.asset }, transportSecurity: 'none' })
  ).id;
  a.assessment = (await startAssessment(ours, { title: 'CANARY title', scope: 'CANARY scope' })).id;
  const answer = await answerAs(ours, a.assessment, 'S1-Q1', 'gap', 'CANARY notes');
  [a.answer, a.finding] = [answer.id, answer.finding!.id];
  const evidence = await ours
    .post(`/api/v1/answers/${a.answer}/evidence`)
    .field('title', 'CANARY proof')
    .attach('file', Buffer.from('CANARY file'), 'canary.txt');
  a.evidence = (evidence.body as { id: string }).id;
  const decided = await ours
    .put(`/api/v1/assessments/${a.assessment}/specifications/HSR-164-312-a-2-iv`)
    .send({ decision: 'alternative', measure: 'CANARY measure', reasoning: 'CANARY reason' })
    .expect(200);
  a.decision = (decided.body as SpecificationList).items.flatMap(({ decision }) => decision?.id ?? [])[0]!;
  const proof = await ours
    .post(`/api/v1/addressable-decisions/${a.decision}/evidence`)
    .field('title', 'CANARY proof of the decision')
    .attach('file', Buffer.from('CANARY decision'), 'canary.txt');
  a.proof = (proof.body as { id: string }).id;
  const earlier = { fileName: 'CANARY.csv', content: 'Question id,Answer,Notes\nS1-Q3,a,CANARY earlier' };
  const looked = await ours.post(`/api/v1/assessments/${a.assessment}/earlier-answers/preview`).send(earlier);
  const { seen } = looked.body as { seen: string };
  await ours
    .post(`/api/v1/assessments/${a.assessment}/earlier-answers?seen=${seen}`)
    .send(earlier)
    .expect(201);
  before = await whatIsOurs();
});
afterAll(() => test.close());

async function whatIsOurs(): Promise<unknown> {
  const finding = (await ours.get(`/api/v1/findings/${a.finding}`).expect(200)).body as FindingView;
  const section = await ours.get(`/api/v1/assessments/${a.assessment}/sections/S1`).expect(200);
  const decisions = await ours.get(`/api/v1/assessments/${a.assessment}/specifications`).expect(200);
  return [await showAssessment(ours, a.assessment), finding, section.body, decisions.body];
}

const of = (rest: string) => () => `/assessments/${a.assessment}${rest}`;
const pair = () => ({ pairId: 'P-001', subject: { assetId: a.asset } });
const earlierFile = () => ({ fileName: 'a.csv', content: 'Question id,Answer\nS1-Q1,a' });
type Call = [method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: () => string, body?: () => object];
const CALLS: Call[] = [
  ['get', of('')],
  ['patch', of(''), () => ({ title: 'Taken over' })],
  ['post', of('/register-takeover')],
  ['get', of('/exclusions')],
  ['get', of('/exclusions/export.csv')],
  ['put', () => `/assessments/${a.assessment}/exclusions/${a.asset}`, () => ({ reason: 'Taken over' })],
  ['delete', () => `/assessments/${a.assessment}/exclusions/${a.asset}`],
  ['get', of('/sections/S1')],
  ['get', of('/answers/export.csv')],
  ['get', of('/earlier-answers')],
  ['post', of('/earlier-answers/preview'), earlierFile],
  ['post', of(`/earlier-answers?seen=${'0'.repeat(64)}`), earlierFile],
  ['delete', of('/earlier-answers')],
  ['put', of('/answers/S1-Q1'), () => ({ optionId: 'a' })],
  ['put', of('/answers/S1-Q2'), () => ({ optionId: 'a' })],
  ['post', () => `/answers/${a.answer}/evidence`, () => ({ title: 'Taken over', note: 'x' })],
  ['get', () => `/evidence/${a.evidence}/file`],
  ['post', () => `/evidence/${a.evidence}/withdrawal`, () => ({ reason: 'Taken over' })],
  ['post', () => `/addressable-decisions/${a.decision}/evidence`, () => ({ title: 'Taken over', note: 'x' })],
  ['get', () => `/evidence/${a.proof}/file`],
  ['post', () => `/evidence/${a.proof}/withdrawal`, () => ({ reason: 'Taken over' })],
  ['get', of('/findings')],
  ['get', of('/findings/export.csv')],
  ['post', of('/findings'), () => ({ title: 'Taken over' })],
  ['post', of('/findings/refresh')],
  ['get', () => `/findings/${a.finding}`],
  ['patch', () => `/findings/${a.finding}`, () => ({ status: 'dismissed', reason: 'Taken over' })],
  ['get', of('/proposals')],
  ['get', of('/proposals/export.csv')],
  ['get', of('/proposals/pairs')],
  ['get', of('/proposals/pairs/P-001')],
  ['post', of('/proposals/pairs/P-001/dismissal'), () => ({ expected: 1, reason: 'Taken over' })],
  ['post', of('/proposals/pairs/P-001/restoration'), () => ({ expected: 1 })],
  ['post', of('/proposals/acceptance'), pair],
  ['post', of('/proposals/acceptance/bulk'), () => ({ items: [pair()] })],
  ['post', of('/proposals/dismissal'), () => ({ ...pair(), reason: 'Taken over' })],
  ['post', of('/proposals/dismissal/bulk'), () => ({ items: [pair()], reason: 'Taken over' })],
  ['post', of('/proposals/restoration'), pair],
  ['get', of('/changes')],
  ['get', of('/changes/export.csv')],
  ['get', of('/specifications')],
  ['get', of('/specifications/export.csv')],
  ['post', of('/specifications/as-answered')],
  ['put', of('/specifications/HSR-164-312-a-2-iv'), () => ({ decision: 'implemented' })],
  ['post', of('/specifications/HSR-164-312-a-2-iv/confirmation'), () => ({ earlierVersion: 1 })],
];

describe("what is another organization's", () => {
  it.each(CALLS.map(([method, path, body]) => ({ method, path, body })))(
    'is not found at call $#',
    async ({ method, path, body }) => {
      const request = theirs[method](`/api/v1${path()}`).set('If-Match', '"v1"');
      const answer = await (body ? request.send(body()) : request);
      expect({ call: `${method} ${path()}`, status: answer.status }).toEqual({
        call: `${method} ${path()}`,
        status: 404,
      });
      expect(answer.text).not.toContain('CANARY');
    },
  );

  it('is in no list, and nothing of it is proposed or counted', async () => {
    const own = await startAssessment(theirs, { title: 'Their own' });
    expect((await showAssessment(theirs, own.id)).counts).toMatchObject({
      assetsInScope: 0,
      dataFlows: 0,
      findings: 0,
    });
    for (const path of [
      '/assessments',
      `/assessments/${own.id}/proposals`,
      `/assessments/${own.id}/proposals/pairs`,
      `/assessments/${own.id}/findings`,
    ]) {
      expect((await theirs.get(`/api/v1${path}`).expect(200)).text).not.toContain('CANARY');
    }
  });

  it("cannot be reached from an assessment of one's own", async () => {
    const own = await startAssessment(theirs);
    await theirs
      .put(`/api/v1/assessments/${own.id}/exclusions/${a.asset}`)
      .send({ reason: 'Not mine' })
      .expect(404);
    await theirs.post(`/api/v1/assessments/${own.id}/proposals/acceptance`).send(pair()).expect(409);
    await theirs.post('/api/v1/assessments').send({ title: 'x', previousId: a.assessment }).expect(400);
  });

  it('is as it was afterwards', async () => {
    expect(await whatIsOurs()).toEqual(before);
  });
});
