import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Agent, Test } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRoutes } from '../../../platform/access/route-table.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { questionOf, startAssessment } from '../assessments.spec-kit.js';
import type { ProposalPage } from '../proposal.schemas.js';
import {
  answerEverything,
  approve,
  makeRisk,
  decideSpecifications,
  meetChecklist,
  memberId,
  RATED,
  seen,
  submit,
} from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { SpecificationList } from '../specification.schemas.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
let closed: AssessmentView;
let asClosed: AssessmentReport;
const ids = { answer: '', evidence: '', finding: '', asset: '', excluded: '', decision: '' };
/** A threat and weak point that are proposed for the asset. */
let pair = '';
let decided: object;
let undecided: object;

/** How an analysis ends: as it is then it stays. */
type End = 'signed' | 'withdrawn';

/** An analysis with one of everything in it, signed or withdrawn. */
async function closedAnalysis(end: End): Promise<void> {
  test = await startTestApp();
  [officer, admin] = [await test.signIn('compliance-officer'), await test.signIn('org-admin')];
  const draft = await startAssessment(officer);
  const base = `/api/v1/assessments/${draft.id}`;
  ids.asset = (await makeAsset(officer, { kind: 'device', hosting: 'portable', portable: true })).id;
  ids.excluded = (await makeAsset(officer, { name: 'Music player', holdsEphi: false })).id;
  await officer.put(`${base}/exclusions/${ids.excluded}`).send({ reason: 'Holds nothing' }).expect(200);
  await answerEverything(test, draft);
  ids.answer = (await questionOf(officer, draft.id, 'S1-Q1')).answer!.id;
  const evidence = await officer
    .post(`/api/v1/answers/${ids.answer}/evidence`)
    .send({ title: 'Binder', note: 'Shelf 3' });
  ids.evidence = (evidence.body as { id: string }).id;
  ids.finding = (
    (await officer.post(`${base}/findings`).send({ title: 'Badges' }).expect(201)).body as { id: string }
  ).id;
  const { items } = (await officer.get(`${base}/proposals?assetId=${ids.asset}`).expect(200))
    .body as ProposalPage;
  const [first, second] = items[0]!.proposals.map(({ pairId }) => ({
    pairId,
    subject: { assetId: ids.asset },
  }));
  [decided, undecided] = [first!, second!];
  pair = second!.pairId;
  await officer.post(`${base}/proposals/dismissal`).send({ ...decided, reason: 'Locked away' });
  await makeRisk(officer, draft.id, { ...RATED, treatment: 'avoid', ownerId: memberId(test.a, 'staff') });
  await decideSpecifications(officer, draft.id);
  const specifications = (await officer.get(`${base}/specifications`).expect(200)).body as SpecificationList;
  ids.decision = specifications.items[0]!.decision!.id;
  const { version } = await meetChecklist(officer, draft.id);
  closed =
    end === 'signed'
      ? await approve(admin, await submit(officer, { ...draft, version }))
      : ((
          await seen(officer, 'post', `/assessments/${draft.id}/withdrawal`, version)
            .send({ reason: 'Begun by mistake' })
            .expect(200)
        ).body as AssessmentView);
  asClosed = (await officer.get(`${base}/report`).expect(200)).body as AssessmentReport;
}

/** Every attempt is a request that a draft would take. */
const ATTEMPTS: Record<string, () => Test> = {
  'PATCH /assessments/:id': () => change('patch', '', { title: 'Renamed' }),
  'PUT /assessments/:id/exclusions/:assetId': () =>
    officer.put(`${base()}/exclusions/${ids.asset}`).send({ reason: 'Left out after all' }),
  'DELETE /assessments/:id/exclusions/:assetId': () =>
    officer.delete(`${base()}/exclusions/${ids.excluded}`).send(),
  'PUT /assessments/:id/answers/:questionId': () =>
    officer.put(`${base()}/answers/S1-Q1`).set('If-Match', '"v1"').send({ optionId: 'd', notes: '' }),
  'POST /assessments/:id/specifications/as-answered': () =>
    officer.post(`${base()}/specifications/as-answered`).send(),
  'PUT /assessments/:id/specifications/:requirementId': () =>
    officer
      .put(`${base()}/specifications/HSR-164-312-a-2-iv`)
      .set('If-Match', '"v1"')
      .send({ decision: 'not-reasonable', reasoning: 'Changed after all' }),
  'POST /assessments/:id/earlier-answers/preview': () => earlier('post', '/preview'),
  'POST /assessments/:id/earlier-answers': () => earlier('post', `?seen=${'0'.repeat(64)}`),
  'DELETE /assessments/:id/earlier-answers': () => officer.delete(`${base()}/earlier-answers`).send(),
  'POST /answers/:id/evidence': () =>
    officer.post(`/api/v1/answers/${ids.answer}/evidence`).send({ title: 'Late', note: 'Shelf 4' }),
  'POST /evidence/:id/withdrawal': () =>
    officer.post(`/api/v1/evidence/${ids.evidence}/withdrawal`).send({ reason: 'It was the wrong one' }),
  'POST /assessments/:id/findings': () => officer.post(`${base()}/findings`).send({ title: 'New' }),
  'POST /assessments/:id/findings/refresh': () => officer.post(`${base()}/findings/refresh`).send(),
  'PATCH /findings/:id': () =>
    seen(officer, 'patch', `/findings/${ids.finding}`, 1).send({
      status: 'dismissed',
      reason: 'Nothing to see',
    }),
  'POST /assessments/:id/proposals/acceptance': () =>
    officer.post(`${base()}/proposals/acceptance`).send(undecided),
  'POST /assessments/:id/proposals/acceptance/bulk': () =>
    officer.post(`${base()}/proposals/acceptance/bulk`).send({ items: [undecided] }),
  'POST /assessments/:id/proposals/dismissal': () =>
    officer.post(`${base()}/proposals/dismissal`).send({ ...undecided, reason: 'Not ours' }),
  'POST /assessments/:id/proposals/dismissal/bulk': () =>
    officer.post(`${base()}/proposals/dismissal/bulk`).send({ items: [undecided], reason: 'Not ours' }),
  'POST /assessments/:id/proposals/restoration': () =>
    officer.post(`${base()}/proposals/restoration`).send(decided),
  'POST /assessments/:id/proposals/pairs/:pairId/acceptance': () =>
    officer.post(`${base()}/proposals/pairs/${pair}/acceptance`).send({ expected: 1 }),
  'POST /assessments/:id/proposals/pairs/:pairId/dismissal': () =>
    officer.post(`${base()}/proposals/pairs/${pair}/dismissal`).send({ expected: 1, reason: 'Not ours' }),
  'POST /assessments/:id/proposals/pairs/:pairId/restoration': () =>
    officer.post(`${base()}/proposals/pairs/${pair}/restoration`).send({ expected: 1 }),
  'POST /assessments/:id/register-takeover': () => change('post', '/register-takeover', {}),
  'POST /assessments/:id/specifications/:requirementId/confirmation': () =>
    officer.post(`${base()}/specifications/HSR-164-312-a-2-iv/confirmation`).send({ earlierVersion: 1 }),
  'POST /addressable-decisions/:id/evidence': () =>
    officer
      .post(`/api/v1/addressable-decisions/${ids.decision}/evidence`)
      .send({ title: 'Late', note: 'Shelf 5' }),
  'POST /assessments/:id/checklist/:testId': () => change('post', '/checklist/scope', { met: false }),
  'POST /assessments/:id/submission': () => change('post', '/submission', {}),
  'POST /assessments/:id/return': () => change('post', '/return', { reason: 'On second thought' }, admin),
  'POST /assessments/:id/approval': () => change('post', '/approval', { statement: 'Again' }, admin),
  'POST /assessments/:id/withdrawal': () => change('post', '/withdrawal', { reason: 'Not this one' }),
};

function earlier(method: 'post', path: string): Test {
  const list = 'Question id,Answer\r\nS1-Q1,a\r\n';
  return officer[method](`${base()}/earlier-answers${path}`).attach('file', Buffer.from(list), 'earlier.csv');
}

function base(): string {
  return `/api/v1/assessments/${closed.id}`;
}

function change(method: 'patch' | 'post', path: string, body: object, agent = officer): Test {
  return seen(agent, method, `/assessments/${closed.id}${path}`, closed.version).send(body);
}

describe.each<End>(['signed', 'withdrawn'])('a %s analysis', (end) => {
  beforeAll(() => closedAnalysis(end));
  afterAll(() => test.close());

  it('offers nothing but its export', () => {
    expect(closed.allowedActions).toEqual(['export']);
  });

  it('is tried through every route that could change an analysis', () => {
    const about = /^\/(assessments\/:|answers\/|findings\/|evidence\/|addressable-decisions\/)/;
    const routes = listRoutes(test.app.get(DiscoveryService), test.app.get(Reflector))
      .filter(({ method, path }) => method !== 'GET' && about.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(ATTEMPTS).sort()).toEqual(routes.sort());
  });

  it.each(Object.keys(ATTEMPTS))('is not changed by %s', async (name) => {
    const answer = await ATTEMPTS[name]!();
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, `assessment.${end}`]);
  });

  it('is after all these attempts what it was', async () => {
    const { body } = await officer.get(`${base()}/report`).expect(200);
    // Of a withdrawn one it is a draft's, made when it is asked for.
    const generatedAt = end === 'signed' ? asClosed.generatedAt : expect.any(String);
    expect(body).toEqual({ ...asClosed, generatedAt });
    const [rows] = await test.database.asSuperuser(
      `select (select count(*)::int from assessment_exclusion) as excluded, (select count(*)::int from proposal_dismissal) as dismissed,
         (select count(*)::int from evidence where withdrawn_at is null) as evidence, (select count(*)::int from finding where status = 'open') as findings,
         (select count(*)::int from risk) as risks, (select count(*)::int from answer) as answers`,
    );
    expect(rows).toEqual({ excluded: 1, dismissed: 1, evidence: 1, findings: 1, risks: 1, answers: 125 });
  });
});

describe('a signed analysis', () => {
  beforeAll(() => closedAnalysis('signed'));
  afterAll(() => test.close());

  it('says when it is looked at again, by whom, and why; a draft says nothing of it', async () => {
    const approvedOn = closed.signOff!.approvedOn;
    expect(closed.nextReview).toEqual({
      dueOn: `${Number(approvedOn.slice(0, 4)) + 1}${approvedOn.slice(4)}`,
      owner: closed.preparedBy,
      citation: expect.stringContaining('164.308(a)(8)'),
    });
    expect((await startAssessment(officer, { title: 'Next year' })).nextReview).toBeNull();
  });
});
