import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { ActionView } from '../action.schemas.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { showAssessment, startAssessment } from '../assessments.spec-kit.js';
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
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { HeatMapView, RiskPage, RiskView } from '../risk.schemas.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
beforeAll(async () => {
  test = await startTestApp();
  [officer, admin] = [await test.signIn('compliance-officer'), await test.signIn('org-admin')];
});
afterAll(() => test.close());

const withdraw = (
  assessment: { id: string; version: number },
  reason = 'Begun by mistake',
  agent = officer,
) => seen(agent, 'post', `/assessments/${assessment.id}/withdrawal`, assessment.version).send({ reason });
const withdrawn = async ({ id }: { id: string }) =>
  (await withdraw(await showAssessment(officer, id)).expect(200)).body as AssessmentView;
const blocked = async ({ id }: { id: string }): Promise<string> => {
  const answer = await withdraw(await showAssessment(officer, id)).expect(409);
  const { code, detail } = answer.body as { code: string; detail: string };
  expect(code).toBe('assessment.withdrawal-blocked');
  expect((await showAssessment(officer, id)).status).toBe('draft');
  return detail;
};
const risk = async (id: string) => (await officer.get(`/api/v1/risks/${id}`).expect(200)).body as RiskView;
const action = async (id: string) =>
  (await officer.get(`/api/v1/actions/${id}`).expect(200)).body as ActionView;
const inRegister = async (query = '') =>
  ((await officer.get(`/api/v1/risks?limit=100${query}`).expect(200)).body as RiskPage).items.map(
    ({ id }) => id,
  );
const mapped = async () =>
  ((await officer.get('/api/v1/risks/heat-map').expect(200)).body as HeatMapView).assessmentId;
const events = async (id: string) =>
  (
    await test.database.asSuperuser<{ action: string }>(
      'select action from audit.event where target_id = $1 order by id',
      [uuid(id)],
    )
  ).map((event) => event.action);

/** A signed analysis with one rated risk and an action against it, and the draft that follows it. */
async function followed(more: object = {}) {
  const ready = await readyAssessment(test, officer);
  const signed = await approve(admin, await submit(officer, ready.assessment));
  const next = await startAssessment(officer, { title: 'Begun twice', previousId: signed.id, ...more });
  return { ...ready, signed, next };
}

describe('a draft that was begun by mistake', () => {
  it('stays on record with who withdrew it and why', async () => {
    const draft = await startAssessment(officer, { title: 'A mistake' });
    expect(draft.allowedActions).toContain('withdraw');
    await withdraw(draft, ' x ').expect(400);
    await withdraw(draft, 'Not mine to say', admin).expect(403);
    await withdraw({ ...draft, version: draft.version + 1 }).expect(412);
    const gone = (await withdraw(draft).expect(200)).body as AssessmentView;
    expect(gone).toMatchObject({
      status: 'withdrawn',
      title: 'A mistake',
      withdrawn: { reason: 'Begun by mistake', by: { id: memberId(test.a, 'compliance-officer') } },
      allowedActions: ['export'],
    });
    expect(await events(draft.id)).toContain('assessment.withdrawn');
    const [told] = await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where action = 'assessment.withdrawn' and target_id = $1`,
      [uuid(draft.id)],
    );
    expect(told!.detail).toMatchObject({ reasonGiven: true });
    const report = (await officer.get(`/api/v1/assessments/${draft.id}/report`).expect(200))
      .body as AssessmentReport;
    expect(report.assessment.withdrawn).toMatchObject({
      by: 'compliance-officer of Alder Family Clinic',
      reason: 'Begun by mistake',
    });
    const { items } = (await officer.get('/api/v1/assessments?status=withdrawn').expect(200)).body as {
      items: { id: string }[];
    };
    expect(items.map(({ id }) => id)).toContain(draft.id);
  });

  it('leaves register, map, trend and desk with its risks, which are read where they are', async () => {
    const kept = await startAssessment(officer, { title: 'Kept' });
    const keptRisk = await makeRisk(officer, kept.id, RATED);
    const draft = await startAssessment(officer, { title: 'With a risk' });
    const found = await makeRisk(officer, draft.id, {
      ...RATED,
      residualLikelihood: 'very-high',
      residualImpact: 'very-high',
      ratingReason: 'Nothing helps here',
      title: 'Found by mistake',
      treatment: 'accept',
      treatmentReason: 'For now',
    });
    await seen(officer, 'post', `/risks/${found.id}/acceptances`, found.version)
      .send({ reason: 'For now', untilOn: `${Number(draft.startedOn.slice(0, 4)) + 1}-01-02` })
      .expect(201);
    expect(await mapped()).toBe(draft.id);
    await withdrawn(draft);
    expect(await mapped()).not.toBe(draft.id);
    expect(await inRegister()).toContain(keptRisk.id);
    expect(await inRegister()).not.toContain(found.id);
    expect(await inRegister(`&assessmentId=${draft.id}`)).toEqual([found.id]);
    expect(await inRegister(`&q=R-${found.number}`)).toEqual([found.id]);
    const trend = JSON.stringify((await officer.get('/api/v1/risks/trend').expect(200)).body);
    expect(trend).not.toContain(found.id);
    expect(trend).not.toContain('Very high","rank":100,"inherent":0,"residual":1');
    for (const agent of [officer, admin])
      expect(JSON.stringify((await agent.get('/api/v1/my-work').expect(200)).body)).not.toContain(found.id);
    const shown = await risk(found.id);
    expect(shown).toMatchObject({ title: 'Found by mistake', allowedActions: [], acceptanceApprovers: null });
    const refused = await seen(officer, 'patch', `/risks/${found.id}`, shown.version).send({ title: 'x' });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'assessment.withdrawn']);
    const late = await officer.post('/api/v1/risks').send({ assessmentId: draft.id, title: 'Late' });
    expect((late.body as { code: string }).code).toBe('assessment.withdrawn');
    const next = await officer
      .post('/api/v1/assessments')
      .send({ title: 'After a mistake', previousId: draft.id, scope: '' });
    expect([next.status, Object.keys((next.body as { fieldErrors: object }).fieldErrors)]).toEqual([
      400,
      ['previousId'],
    ]);
  });

  it('is not withdrawn while another follows it, or while what it plans is not finished', async () => {
    const draft = await startAssessment(officer, { title: 'First' });
    const follower = await startAssessment(officer, { title: 'Second', previousId: draft.id });
    const planned = await makeAction(officer, { riskId: (await makeRisk(officer, draft.id)).id });
    const words = await blocked(draft);
    expect(words).toContain('“Second” follows this analysis');
    expect(words).toContain(`A-${planned.number}. Cancel them`);
    await withdrawn(follower);
    const cancelled = await move(officer, planned, 'cancellation', { reason: 'A mistake' });
    expect((await withdrawn(draft)).status).toBe('withdrawn');
    const reopened = await seen(admin, 'post', `/actions/${planned.id}/reopening`, cancelled.version).send({
      reason: 'After all',
    });
    expect((reopened.body as { code: string }).code).toBe('assessment.withdrawn');
  });
});

describe('a draft that took over a register', () => {
  it('gives it back as it was: risks, actions, and the way on into another analysis', async () => {
    const { risk: before, action: planned, signed, next } = await followed();
    const own = await makeRisk(officer, next.id, { title: 'Found here' });
    expect((await risk(before.id)).assessment.id).toBe(next.id);
    await withdrawn(next);
    const { version: _, updatedAt: __, carried: ___, allowedActions: ____, ...as } = before;
    expect(await risk(before.id)).toMatchObject({
      ...as,
      assessment: { id: signed.id, status: 'signed' },
      actions: [{ id: planned.id }],
      carried: null,
    });
    expect(await action(planned.id)).toMatchObject({ assessment: { id: signed.id }, carried: null });
    expect(await events(before.id)).toContain('risk.given-back');
    expect(await events(planned.id)).toContain('action.given-back');
    expect((await risk(own.id)).assessment.id).toBe(next.id);
    expect(await showAssessment(officer, signed.id)).toMatchObject({ carriedOnTo: null, followedBy: null });
    expect((await showAssessment(officer, next.id)).counts).toMatchObject({ risksCarried: 0, risks: 1 });
    const list = (await officer.get('/api/v1/assessments?limit=100').expect(200)).body as {
      items: { id: string; risks: number }[];
    };
    expect(list.items.find(({ id }) => id === signed.id)!.risks).toBe(1);
    // It is worked on where it is, and goes on into the next one that follows.
    await seen(officer, 'patch', `/risks/${before.id}`, (await risk(before.id)).version)
      .send({ title: 'Still ours' })
      .expect(200);
    const again = await startAssessment(officer, { title: 'The right one', previousId: signed.id });
    expect((await risk(before.id)).assessment.id).toBe(again.id);
    expect((await action(planned.id)).carried).toMatchObject({ from: { id: signed.id } });
  });

  it('leaves the changes that were taken into it undecided again', async () => {
    const { signed } = await followed();
    const name = 'Bought meanwhile';
    await makeAsset(officer, { name, holdsEphi: true });
    const next = await startAssessment(officer, { title: 'Takes it in', previousId: signed.id });
    const found = async (state: string) =>
      (
        (await officer.get(`/api/v1/environment-changes?state=${state}&limit=100`).expect(200)).body as {
          items: { id: string; version: number; subject: { name: string } }[];
        }
      ).items.filter(({ subject }) => subject.name === name);
    const [change] = await found('undecided');
    await officer
      .post('/api/v1/environment-changes/decisions')
      .send({
        changes: [{ id: change!.id, version: change!.version }],
        decision: 'taken-in',
        assessmentId: next.id,
      })
      .expect(201);
    expect(await found('undecided')).toEqual([]);
    await withdrawn(next);
    expect(await found('undecided')).toHaveLength(1);
    expect(await events(change!.id)).toContain('change.given-back');
  });

  it('keeps it where somebody changed a risk or an action of it since, and names them', async () => {
    const { risk: before, action: planned, next } = await followed();
    const seenRisk = await risk(before.id);
    await seen(officer, 'patch', `/risks/${before.id}`, seenRisk.version)
      .send({ title: 'Renamed' })
      .expect(200);
    await move(officer, await action(planned.id), 'start');
    expect(await blocked(next)).toContain(`changed since: R-${before.number}, A-${planned.number}.`);
    expect((await risk(before.id)).assessment.id).toBe(next.id);
  });

  it('gives ratings and expectations back that another scale had cleared', async () => {
    const ready = await readyAssessment(test, officer);
    const expected = { expectedLikelihood: 'very-low', expectedImpact: 'low' };
    await officer
      .put(`/api/v1/actions/${ready.action.id}/risks/${ready.risk.id}`)
      .set('If-Match', `"v${ready.action.version}"`)
      .send(expected)
      .expect(200);
    const assessment = await showAssessment(officer, ready.assessment.id);
    const signed = await approve(admin, await submit(officer, assessment));
    const before = await risk(ready.risk.id);
    const next = await startAssessment(officer, {
      title: 'By another scale',
      previousId: signed.id,
      scaleId: 'sra-three-level',
    });
    expect(await risk(before.id)).toMatchObject({ inherent: null, residual: null });
    await withdrawn(next);
    const { inherent, residual, ratedBy, ratedAt } = before;
    expect(await risk(before.id)).toMatchObject({ inherent, residual, ratedBy, ratedAt });
    expect((await action(ready.action.id)).effects).toMatchObject([
      { expected: { likelihood: 'very-low', impact: 'low' } },
    ]);
  });

  it('keeps a register whose risks were joined with its own', async () => {
    const ready = await readyAssessment(test, officer);
    const twin = await makeRisk(officer, ready.assessment.id, {
      title: 'Doors stand open',
      ...RATED,
      treatment: 'avoid',
      ownerId: memberId(test.a, 'staff'),
    });
    const draft = await startAssessment(officer, { title: 'Too early', previousId: ready.assessment.id });
    await makeRisk(officer, draft.id, { title: 'Doors stand open', ...RATED });
    await approve(admin, await submit(officer, await showAssessment(officer, ready.assessment.id)));
    const { version } = await showAssessment(officer, draft.id);
    await seen(officer, 'post', `/assessments/${draft.id}/register-takeover`, version).send().expect(200);
    expect((await risk(twin.id)).status).toBe('closed');
    expect(await blocked(draft)).toContain(`joined with ones here: R-${twin.number}.`);
  });
});

it('the register is about the analysis that has open risks, not about an empty one that was only begun', async () => {
  const kept = await startAssessment(officer, { title: 'With a risk' });
  await makeRisk(officer, kept.id, RATED);
  await startAssessment(officer, { title: 'Only begun' });
  expect(await mapped()).toBe(kept.id);
});
