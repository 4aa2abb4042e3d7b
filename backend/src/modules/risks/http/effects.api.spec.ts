import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionView } from '../action.schemas.js';
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
import type { RiskPage, RiskView } from '../risk.schemas.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
let staff: Agent;
let assessmentId: string;
beforeAll(async () => {
  test = await startTestApp();
  [officer, admin, staff] = [
    await test.signIn('compliance-officer'),
    await test.signIn('org-admin'),
    await test.signIn('staff'),
  ];
  assessmentId = (await startAssessment(officer)).id;
});
afterAll(() => test.close());

const LOWER = { expectedLikelihood: 'very-low', expectedImpact: 'low' };
const showRisk = async (id: string): Promise<RiskView> =>
  (await officer.get(`/api/v1/risks/${id}`).expect(200)).body as RiskView;
const residualOf = async (id: string) => (await showRisk(id)).residual;
const auditOf = async (id: string) =>
  (
    await test.database.asSuperuser<{ action: string }>(
      `select action from audit.event where target_id = $1 order by id`,
      [uuid(id)],
    )
  ).map(({ action }) => action);
const put = (action: ActionView, riskId: string, body: object, version = action.version) =>
  officer.put(`/api/v1/actions/${action.id}/risks/${riskId}`).set('If-Match', `"v${version}"`).send(body);

/** A rated risk and an action of the staff member against it, done, with what is expected after it. */
async function doneAction(
  more: Record<string, unknown> = {},
): Promise<{ risk: RiskView; action: ActionView }> {
  const risk = await makeRisk(officer, assessmentId, { ...RATED, treatment: 'mitigate', ...more });
  const planned = await makeAction(officer, {
    riskId: risk.id,
    ownerId: memberId(test.a, 'staff'),
    ...LOWER,
  });
  return { risk, action: await move(staff, planned, 'completion', { completedOn: '2026-01-05' }) };
}
const decisionOn = ({ effects }: ActionView, more: object = {}) =>
  effects.map(({ risk, riskVersion }) => ({ riskId: risk.id, riskVersion, decision: 'move', ...more }));

describe('what an action lowers', () => {
  it('is the risk that it is planned against, with what is expected to remain, on both pages', async () => {
    const risk = await makeRisk(officer, assessmentId, RATED);
    const action = await makeAction(officer, { riskId: risk.id, ...LOWER });
    expect(action.effects).toMatchObject([
      {
        risk: { id: risk.id, number: risk.number },
        isMain: true,
        isToDecide: false,
        now: { likelihood: 'low', impact: 'high' },
        expected: { likelihood: 'very-low', impact: 'low', level: { id: 'very-low' } },
        outcomes: [],
      },
    ]);
    expect((await showRisk(risk.id)).actions).toMatchObject([
      { id: action.id, expected: { likelihood: 'very-low', level: { label: 'Very low' } } },
    ]);
    expect((await showRisk(risk.id)).version).toBe(risk.version);
  });

  it('may be several risks: each counts the action as its own', async () => {
    const [main, other] = [
      await makeRisk(officer, assessmentId, RATED),
      await makeRisk(officer, assessmentId, { ...RATED, treatment: 'mitigate' }),
    ];
    const action = await makeAction(officer, { riskId: main.id });
    const both = (await put(action, other.id, LOWER).expect(200)).body as ActionView;
    expect(both.effects.map(({ risk, isMain }) => [risk.id, isMain])).toEqual([
      [main.id, true],
      [other.id, false],
    ]);
    expect((await officer.get(`/api/v1/actions?riskId=${other.id}`).expect(200)).body).toMatchObject({
      total: 1,
    });
    expect((await officer.get(`/api/v1/risks?q=R-${other.number}`).expect(200)).body).toMatchObject({
      items: [{ openActions: 1 }],
    });
    const early = await seen(officer, 'patch', `/risks/${other.id}`, other.version).send({
      status: 'closed',
    });
    expect(early.body).toMatchObject({ fieldErrors: { status: [expect.stringContaining('not finished')] } });
    const gone = await seen(officer, 'delete', `/actions/${action.id}/risks/${other.id}`, both.version);
    expect((gone.body as ActionView).effects).toHaveLength(1);
    const stays = await seen(officer, 'delete', `/actions/${action.id}/risks/${main.id}`, 3);
    expect(stays.body).toMatchObject({ code: 'effect.main-stays' });
    expect(await auditOf(action.id)).toEqual(['action.created', 'effect.planned', 'effect.removed']);
  });

  it('counts among the open ones until somebody has checked it, in the list, the file and the analysis', async () => {
    const own = (await startAssessment(officer, { title: 'Open until checked' })).id;
    const { action } = await doneAction({ assessmentId: own });
    const counted = async (): Promise<unknown[]> => {
      const query = `assessmentId=${own}`;
      const list = (await officer.get(`/api/v1/risks?${query}`).expect(200)).body as RiskPage;
      const file = (await officer.get(`/api/v1/risks/export.json?${query}`).expect(200)).body as object[];
      const { counts } = await showAssessment(officer, own);
      return [
        list.items[0]!.openActions,
        (file[0] as { openActions: number }).openActions,
        counts.actionsOpen,
      ];
    };
    expect(await counted()).toEqual([1, 1, 1]);
    await move(admin, action, 'validation', { note: 'Seen', risks: decisionOn(action) });
    expect(await counted()).toEqual([0, 0, 0]);
  });

  it.each([
    ['half a rating', { expectedLikelihood: 'low', expectedImpact: null }, 'expectedImpact'],
    [
      'a step that the scale has not',
      { expectedLikelihood: 'never', expectedImpact: 'low' },
      'expectedLikelihood',
    ],
    [
      'what is no lower than today',
      { expectedLikelihood: 'low', expectedImpact: 'high' },
      'expectedLikelihood',
    ],
  ])('refuses %s, and changes nothing', async (_, body, field) => {
    const risk = await makeRisk(officer, assessmentId, RATED);
    const action = await makeAction(officer, { riskId: risk.id });
    const refused = await put(action, risk.id, body).expect(400);
    expect(refused.body).toMatchObject({ fieldErrors: { [field]: [expect.any(String)] } });
    expect((await officer.get(`/api/v1/actions/${action.id}`)).body).toMatchObject({ version: 1 });
    await officer
      .post('/api/v1/actions')
      .send({ title: 'x', riskId: risk.id, ...body })
      .expect(400);
  });

  it('refuses a risk that nobody rated, one of another analysis, and an old version', async () => {
    const unrated = await makeRisk(officer, assessmentId);
    const action = await makeAction(officer, { riskId: unrated.id });
    expect((await put(action, unrated.id, LOWER).expect(400)).body).toMatchObject({ code: 'effect.invalid' });
    const elsewhere = await makeRisk(officer, (await startAssessment(officer)).id, RATED);
    expect((await put(action, elsewhere.id, LOWER).expect(400)).body).toMatchObject({
      fieldErrors: { riskId: [expect.any(String)] },
    });
    await put(action, unrated.id, {}, 7).expect(412);
  });

  it('is told to its owner without any rating, who may not see the register', async () => {
    const { action } = await doneAction();
    const own = (await staff.get(`/api/v1/actions/${action.id}`).expect(200)).body as ActionView;
    expect(own).toMatchObject({ scale: null, effects: [{ now: null, expected: null }] });
  });
});

describe('a risk', () => {
  it('does not move when an action is done, only when somebody else has checked it', async () => {
    const { risk, action } = await doneAction();
    expect(action.status).toBe('done');
    expect(await residualOf(risk.id)).toMatchObject({ likelihood: 'low', impact: 'high' });
    const before = (await officer.get(`/api/v1/actions/${action.id}`)).body as ActionView;
    expect(before.effects).toMatchObject([{ isToDecide: true }]);
    const validated = await move(admin, before, 'validation', { note: 'Seen', risks: decisionOn(before) });
    expect(await showRisk(risk.id)).toMatchObject({
      residual: { likelihood: 'very-low', impact: 'low', level: { id: 'very-low' } },
      ratedBy: { id: memberId(test.a, 'org-admin') },
      version: risk.version + 1,
    });
    expect(validated.effects).toMatchObject([
      {
        isToDecide: false,
        outcomes: [
          {
            outcome: 'moved',
            from: { likelihood: 'low', impact: 'high' },
            to: { likelihood: 'very-low', impact: 'low' },
            by: { id: memberId(test.a, 'org-admin') },
          },
        ],
      },
    ]);
    expect((await auditOf(action.id)).slice(-2)).toEqual(
      expect.arrayContaining(['effect.moved', 'action.validated']),
    );
    expect((await auditOf(risk.id)).slice(-2)).toEqual(['risk.updated', 'risk.rated']);
  });

  it('is not validated past: each one asks for a decision, and to leave it for a reason', async () => {
    const { risk, action } = await doneAction();
    const post = (risks: object[]) =>
      seen(admin, 'post', `/actions/${action.id}/validation`, action.version).send({ note: 'Seen', risks });
    expect((await post([]).expect(400)).body).toMatchObject({
      code: 'effect.undecided',
      fieldErrors: { risks: [expect.stringContaining(`R-${risk.number}`)] },
    });
    const decision = { riskId: risk.id, riskVersion: risk.version };
    expect((await post([{ ...decision, decision: 'leave', reason: ' ' }]).expect(400)).body).toMatchObject({
      fieldErrors: { 'risks.0.reason': [expect.any(String)] },
    });
    expect((await post([decision]).expect(400)).body).toMatchObject({
      fieldErrors: { 'risks.0.decision': [expect.stringContaining('Say whether it moves')] },
    });
    await post([{ ...decision, decision: 'move', riskVersion: 99 }]).expect(412);
    expect((await officer.get(`/api/v1/actions/${action.id}`)).body).toMatchObject({
      status: 'done',
      version: 2,
    });
    const left = (await post([{ ...decision, decision: 'leave', reason: 'Half of them only' }]).expect(200))
      .body as ActionView;
    expect(left.effects).toMatchObject([{ outcomes: [{ outcome: 'left', reason: 'Half of them only' }] }]);
    expect(await showRisk(risk.id)).toMatchObject({ residual: { likelihood: 'low' }, version: risk.version });
  });

  it('moves without a safeguard named: the fix that was checked is what protects, also later', async () => {
    const { risk, action } = await doneAction({ safeguards: '', residualLikelihood: 'high' });
    await move(admin, action, 'validation', {
      note: 'Seen',
      risks: decisionOn(action),
    });
    const moved = await showRisk(risk.id);
    expect(moved.residual).toMatchObject({ likelihood: 'very-low', impact: 'low' });
    await seen(officer, 'patch', `/risks/${risk.id}`, moved.version)
      .send({ residualLikelihood: 'low', ratingReason: 'One tablet is old' })
      .expect(200);
  });

  it('that moved makes its acceptance stale, as any change does', async () => {
    const { risk, action } = await doneAction({
      treatment: 'accept',
      treatmentReason: 'Until the new laptops',
    });
    const asked = (
      await seen(officer, 'post', `/risks/${risk.id}/acceptances`, risk.version)
        .send({ reason: 'Until the new laptops', untilOn: inHalfAYear() })
        .expect(201)
    ).body as RiskView;
    const { id, version } = asked.acceptances[0]!;
    await seen(admin, 'post', `/risks/${risk.id}/acceptances/${id}/decision`, version)
      .send({ decision: 'approve' })
      .expect(200);
    const now = (await officer.get(`/api/v1/actions/${action.id}`)).body as ActionView;
    await move(admin, now, 'validation', { note: 'Seen', risks: decisionOn(now) });
    expect((await showRisk(risk.id)).acceptances).toMatchObject([
      { standing: 'stale', changedFields: expect.arrayContaining(['residualLikelihood']) as unknown },
    ]);
  });

  it('stands still while its analysis is read to be signed, and what was decided is in the report', async () => {
    const { assessment, risk, action } = await readyAssessment(test, officer);
    const expected = (await put(action, risk.id, LOWER).expect(200)).body as ActionView;
    const submitted = await submit(officer, assessment);
    const done = await move(staff, expected, 'completion', { completedOn: '2026-01-05' });
    const refused = await seen(admin, 'post', `/actions/${action.id}/validation`, done.version).send({
      note: 'Seen',
      risks: [{ riskId: risk.id, riskVersion: risk.version, decision: 'move' }],
    });
    expect(refused.body).toMatchObject({ code: 'assessment.in-review' });
    expect((await officer.get(`/api/v1/actions/${action.id}`)).body).toMatchObject({ status: 'done' });
    await approve(admin, submitted);
    const now = (await officer.get(`/api/v1/actions/${action.id}`)).body as ActionView;
    await move(admin, now, 'validation', { note: 'Seen', risks: decisionOn(now) });
    expect((await residualOf(risk.id))?.likelihood).toBe('very-low');
    const report = (await officer.get(`/api/v1/assessments/${assessment.id}/report`).expect(200))
      .body as AssessmentReport;
    expect(report.actions[0]!.lowers).toMatchObject([
      { riskNumber: risk.number, expected: { level: 'very-low' }, outcomes: [] },
    ]);
  });

  it('is decided about again when the action is opened and checked again; the first decision stays', async () => {
    const { risk, action } = await doneAction();
    const left = { decision: 'leave', reason: 'Half of them only' };
    const first = await move(admin, action, 'validation', {
      note: 'Seen',
      risks: [{ riskId: risk.id, riskVersion: risk.version, ...left }],
    });
    const open = await move(admin, first, 'reopening', { reason: 'Do the other half' });
    const again = await move(staff, open, 'completion', { completedOn: '2026-02-05' });
    const second = await move(admin, again, 'validation', {
      note: 'All of them',
      risks: [{ riskId: risk.id, riskVersion: risk.version, decision: 'move' }],
    });
    expect(second.effects[0]!.outcomes.map(({ outcome }) => outcome)).toEqual(['left', 'moved']);
  });
});

function inHalfAYear(): string {
  const DAYS = 180;
  return new Date(Date.now() + DAYS * 86_400_000).toISOString().slice(0, 10);
}
