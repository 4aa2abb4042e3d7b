import { setTimeout } from 'node:timers/promises';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionView } from '../action.schemas.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { answerAs, showAssessment, startAssessment } from '../assessments.spec-kit.js';
import type { FindingPage } from '../finding.schemas.js';
import {
  approve,
  makeRisk,
  memberId,
  RATED,
  readyAssessment,
  seen,
  submit,
  uuid,
} from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { RiskView } from '../risk.schemas.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

const get = async <T>(path: string): Promise<T> =>
  (await officer.get(`/api/v1${path}`).expect(200)).body as T;

it('a risk that was made of a finding answers the same finding of the next analysis, and evidence goes with its action', async () => {
  const { assessment, action } = await readyAssessment(test, officer);
  const { finding } = await answerAs(officer, assessment.id, 'S1-Q1', 'gap');
  const risk = await makeRisk(officer, assessment.id, {
    findingId: finding!.id,
    ...RATED,
    treatment: 'avoid',
    ownerId: memberId(test.a, 'staff'),
  });
  await seen(officer, 'post', `/actions/${action.id}/evidence`, action.version)
    .send({ title: 'Order of the keys', note: 'Bill of 3 May' })
    .expect(201);
  const signed = await approve(
    await test.signIn('org-admin'),
    await submit(officer, await showAssessment(officer, assessment.id)),
  );
  const next = await startAssessment(officer, { previousId: signed.id });
  const again = (await answerAs(officer, next.id, 'S1-Q1', 'gap')).finding!;
  expect(again.id).not.toBe(finding!.id);
  for (const id of [signed.id, next.id]) {
    const { items } = await get<FindingPage>(`/assessments/${id}/findings`);
    expect(
      items.find(({ id: found }) => found === (id === signed.id ? finding! : again).id)?.risk,
    ).toMatchObject({ id: risk.id });
  }
  const refused = await officer.post('/api/v1/risks').send({ findingId: again.id }).expect(409);
  expect(refused.body).toMatchObject({ code: 'risk.exists' });
  const report = await get<AssessmentReport>(`/assessments/${next.id}/report`);
  expect(report.actions).toMatchObject([
    { number: action.number, evidence: [{ title: 'Order of the keys', note: 'Bill of 3 May' }] },
  ]);
});

it('what is planned against a risk while it moves on is planned where the risk is', async () => {
  const ready = await readyAssessment(test, officer);
  const signed = await approve(
    await test.signIn('org-admin'),
    await submit(officer, await showAssessment(officer, ready.assessment.id)),
  );
  // Its action is held, so that the risk is on its way while somebody plans against it.
  const held = test.database.asSuperuser(
    'select pg_sleep(1.5) from (select 1 from remediation_action where id = $1 for update) held',
    [uuid(ready.action.id)],
  );
  await setTimeout(300);
  const carrying = officer
    .post('/api/v1/assessments')
    .send({ title: 'Next', scope: 'All', previousId: signed.id })
    .then((answer) => answer);
  await setTimeout(500);
  const planning = officer.post('/api/v1/actions').send({ riskId: ready.risk.id, title: 'Step 2' });
  const [next, planned] = await Promise.all([carrying, planning, held]);
  expect([next.status, planned.status]).toEqual([201, 201]);
  const { id } = next.body as AssessmentView;
  expect((await get<RiskView>(`/risks/${ready.risk.id}`)).assessment.id).toBe(id);
  expect((await get<ActionView>(`/actions/${(planned.body as ActionView).id}`)).assessment.id).toBe(id);
});

it('thousands of risks move on in one go, each recorded', async () => {
  const ready = await readyAssessment(test, officer);
  const signed = await approve(
    await test.signIn('org-admin'),
    await submit(officer, await showAssessment(officer, ready.assessment.id)),
  );
  await test.database.asSuperuser(
    `insert into risk (organization_id, id, assessment_id, number, title)
     select organization_id, uuidv7(), id, 100000 + n, 'Many ' || n from assessment, generate_series(1, 2999) n where id = $1`,
    [uuid(signed.id)],
  );
  const next = await startAssessment(officer, { previousId: signed.id });
  expect(next.counts).toMatchObject({ risks: 3_000, risksToReview: 3_000 });
  const [row] = await test.database.asSuperuser<{ count: number }>(
    `select count(*)::int as count from audit.event where action = 'risk.carried' and parent_id = $1`,
    [uuid(next.id)],
  );
  expect(row!.count).toBe(3_000);
}, 60_000);
