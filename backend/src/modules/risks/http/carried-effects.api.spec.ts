import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionView } from '../action.schemas.js';
import type { AssessmentView } from '../assessment.schemas.js';
import type { FindingView } from '../finding.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import {
  approve,
  makeAction,
  makeRisk,
  memberId,
  move,
  RATED,
  readyAssessment,
  seen,
  submit,
  uuid,
} from '../register.spec-kit.js';
import type { RiskView } from '../risk.schemas.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
let staff: Agent;
let signed: AssessmentView;
let risk: RiskView;
let planned: ActionView;
let finding: FindingView;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  admin = await test.signIn('org-admin');
  staff = await test.signIn('staff');
});
afterAll(() => test.close());

const LOWER = { expectedLikelihood: 'very-low', expectedImpact: 'low' };
const ownerId = () => memberId(test.a, 'staff');
const get = async <T>(path: string): Promise<T> =>
  (await officer.get(`/api/v1${path}`).expect(200)).body as T;
const follow = (more: object = {}) =>
  startAssessment(officer, { title: 'The next one', previousId: signed.id, ...more });
const decisionsOn = ({ effects }: ActionView) => ({
  note: 'Seen on all of them',
  risks: effects.map(({ risk: { id }, riskVersion }) => ({ riskId: id, riskVersion, decision: 'move' })),
});

beforeEach(async () => {
  const ready = await readyAssessment(test, officer);
  risk = await makeRisk(officer, ready.assessment.id, {
    ratingReason: 'Two doors are locked',
    ...RATED,
    treatment: 'mitigate',
    ownerId: ownerId(),
  });
  planned = await makeAction(officer, {
    riskId: risk.id,
    ownerId: ownerId(),
    dueOn: '2027-03-01',
    ...LOWER,
  });
  finding = (
    await officer
      .post(`/api/v1/assessments/${ready.assessment.id}/findings`)
      .send({ title: 'Nobody knows where the old laptops are', standing: 'gap' })
      .expect(201)
  ).body as FindingView;
  signed = await approve(admin, await submit(officer, ready.assessment));
});

describe('a fix that lowers no risk', () => {
  it('goes on while it is not finished, and none is planned in the analysis that was left', async () => {
    const found = await makeAction(officer, { findingId: finding.id });
    const whole = await makeAction(officer, { assessmentId: signed.id });
    const given = await makeAction(officer, { assessmentId: signed.id });
    await move(officer, given, 'cancellation', { reason: 'Not needed' });
    const next = await follow();
    const homeOf = async ({ id }: ActionView) => (await get<ActionView>(`/actions/${id}`)).assessment.id;
    expect(await Promise.all([found, whole, given].map(homeOf))).toEqual([next.id, next.id, signed.id]);
    expect(next.counts.actionsOpen).toBe(4);
    for (const subject of [{ assessmentId: signed.id }, { findingId: finding.id }]) {
      const refused = await officer.post('/api/v1/actions').send({ title: 'Too late', ...subject });
      expect([refused.status, refused.body]).toMatchObject([
        409,
        { code: 'assessment.carried-on', detail: expect.stringContaining('Add the action there') as string },
      ]);
    }
  });
});

describe('a fix of a signed analysis, after the next one began', () => {
  it('moves its risk there once somebody else has checked it, and that is the review', async () => {
    const next = await follow();
    const done = await move(staff, await get<ActionView>(`/actions/${planned.id}`), 'completion', {
      completedOn: '2026-01-05',
    });
    expect(done).toMatchObject({ assessment: { id: next.id }, effects: [{ isToDecide: true }] });
    await move(admin, await get<ActionView>(`/actions/${planned.id}`), 'validation', decisionsOn(done));
    expect(await get<RiskView>(`/risks/${risk.id}`)).toMatchObject({
      residual: { likelihood: 'very-low', impact: 'low' },
      ratingReason: expect.stringMatching(
        /^The fix A-\d+ .* was checked .*\. Before that: Two doors are locked$/,
      ),
      carried: {
        review: {
          outcome: 'rated-anew',
          reason: `The fix A-${planned.number} “${planned.title}” was checked and lowers it to what was expected.`,
        },
      },
    });
  });

  it('goes with a risk that it lowers, also where the one that it was planned against is closed', async () => {
    const main = await makeRisk(officer, signed.id, { ...RATED, treatment: 'avoid' });
    const action = await makeAction(officer, { riskId: main.id, ownerId: ownerId(), dueOn: '2027-03-01' });
    await officer
      .put(`/api/v1/actions/${action.id}/risks/${risk.id}`)
      .set('If-Match', `"v${action.version}"`)
      .send(LOWER)
      .expect(200);
    await test.database.asSuperuser(`update risk set status = 'closed' where number = $1`, [main.number]);
    const next = await follow();
    expect(await get<ActionView>(`/actions/${action.id}`)).toMatchObject({ assessment: { id: next.id } });
  });

  it('expects nothing any more where the next analysis rates by another scale', async () => {
    await follow({ scaleId: 'sra-three-level' });
    expect((await get<ActionView>(`/actions/${planned.id}`)).effects).toMatchObject([
      { risk: { id: risk.id }, expected: null, isToDecide: false },
    ]);
  });

  it('that was checked before and is opened again goes where its risk is now, moves it there, and never while it is in review', async () => {
    await staff
      .post(`/api/v1/actions/${planned.id}/evidence`)
      .send({ title: 'List', note: 'Half of them' })
      .expect(201);
    const done = await move(staff, await get<ActionView>(`/actions/${planned.id}`), 'completion', {
      completedOn: '2026-01-05',
    });
    const left = {
      note: 'Half of them',
      risks: done.effects.map(({ risk: { id }, riskVersion }) => ({
        riskId: id,
        riskVersion,
        decision: 'leave',
        reason: 'Only half of the laptops',
      })),
    };
    const validated = await move(admin, await get<ActionView>(`/actions/${planned.id}`), 'validation', left);
    const next = await follow();
    await move(admin, validated, 'reopening', { reason: 'The rest is to be done' });
    const again = await move(staff, await get<ActionView>(`/actions/${planned.id}`), 'completion', {
      completedOn: '2026-01-06',
    });
    expect(again.assessment.id).toBe(next.id);
    expect(
      await test.database.asSuperuser('select assessment_id from evidence where subject_id = $1::uuid', [
        uuid(planned.id),
      ]),
    ).toEqual([{ assessment_id: uuid(next.id) }]);
    await test.database.asSuperuser(`update assessment set status = 'in-review' where title = $1`, [
      next.title,
    ]);
    const refused = await seen(admin, 'post', `/actions/${planned.id}/validation`, again.version).send(
      decisionsOn(again),
    );
    expect(refused.body).toMatchObject({ code: 'assessment.in-review' });
    await test.database.asSuperuser(`update assessment set status = 'draft' where title = $1`, [next.title]);
    await move(admin, again, 'validation', decisionsOn(again));
    expect(await get<RiskView>(`/risks/${risk.id}`)).toMatchObject({
      assessment: { id: next.id },
      residual: { likelihood: 'very-low' },
      carried: { review: { outcome: 'rated-anew' } },
    });
  });
});

describe('what is opened again after the next analysis began', () => {
  it('goes there too where it lowers no open risk, and stays where it is while that one is in review', async () => {
    const whole = await makeAction(officer, { assessmentId: signed.id });
    const given = await move(officer, whole, 'cancellation', { reason: 'Not needed' });
    const next = await follow();
    const setStatus = (status: string) =>
      test.database.asSuperuser('update assessment set status = $2 where id = $1::uuid', [
        uuid(next.id),
        status,
      ]);
    const reopen = () =>
      seen(admin, 'post', `/actions/${given.id}/reopening`, given.version).send({
        reason: 'Needed after all',
      });
    await setStatus('in-review');
    expect((await reopen().expect(409)).body).toMatchObject({ code: 'assessment.in-review' });
    expect(await get<ActionView>(`/actions/${given.id}`)).toMatchObject({
      status: 'cancelled',
      version: given.version,
      assessment: { id: signed.id },
    });
    await setStatus('draft');
    expect((await reopen().expect(200)).body).toMatchObject({
      status: 'planned',
      assessment: { id: next.id },
      carried: { from: { id: signed.id } },
    });
  });
});

describe('a validation while somebody holds its risk', () => {
  it('waits before it holds the analysis, as who carries the register on does', async () => {
    const done = await move(staff, planned, 'completion', { completedOn: '2026-01-05' });
    const held = test.database.asSuperuser(
      `with held as materialized (select 1 from risk where id = $1::uuid for no key update)
       select pg_sleep(2) from held`,
      [uuid(risk.id)],
    );
    await pause(300);
    const validation = seen(admin, 'post', `/actions/${done.id}/validation`, done.version)
      .send(decisionsOn(done))
      .then(({ status }) => status);
    await pause(900);
    const analysis = 'select id from assessment where id = $1::uuid for update nowait';
    expect(await test.database.asSuperuser(analysis, [uuid(signed.id)])).toHaveLength(1);
    await held;
    expect(await validation).toBe(200);
  });
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
