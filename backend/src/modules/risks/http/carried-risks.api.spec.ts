import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionView } from '../action.schemas.js';
import type { AssessmentPage, AssessmentView } from '../assessment.schemas.js';
import { showAssessment, startAssessment } from '../assessments.spec-kit.js';
import type { ChangesView } from '../changes.schemas.js';
import {
  approve,
  makeRisk,
  RATED,
  readyAssessment,
  seen,
  submit,
  uuid,
  type ReadyAssessment,
} from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { HeatMapView, RiskPage, RiskView } from '../risk.schemas.js';
import type { SignOffView } from '../sign-off.schemas.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
let ready: ReadyAssessment;
let signed: AssessmentView;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  admin = await test.signIn('org-admin');
});
afterAll(() => test.close());
beforeEach(async () => {
  ready = await readyAssessment(test, officer);
  signed = await approve(admin, await submit(officer, ready.assessment));
});

const riskOf = async (id = ready.risk.id): Promise<RiskView> =>
  (await officer.get(`/api/v1/risks/${id}`).expect(200)).body as RiskView;
const get = async <T>(path: string): Promise<T> =>
  (await officer.get(`/api/v1${path}`).expect(200)).body as T;
const follow = (more: object = {}): Promise<AssessmentView> =>
  startAssessment(officer, { title: 'The next one', previousId: signed.id, ...more });

describe('a new analysis after a signed one', () => {
  it('takes over its open risks under their numbers, with what is not finished', async () => {
    const closed = await makeRisk(officer, signed.id, { ...RATED, treatment: 'avoid' });
    await seen(officer, 'patch', `/risks/${closed.id}`, closed.version)
      .send({ status: 'closed' })
      .expect(200);
    const next = await follow();
    const risk = await riskOf();
    expect(risk).toMatchObject({
      number: ready.risk.number,
      // Who had it open before is told that it is another one now.
      version: ready.risk.version + 1,
      assessment: { id: next.id },
      inherent: ready.risk.inherent,
      residual: ready.risk.residual,
      carried: { identifiedIn: { id: signed.id }, from: { id: signed.id }, review: null },
    });
    expect(risk.allowedActions).toContain('review');
    expect(await get<ActionView>(`/actions/${ready.action.id}`)).toMatchObject({
      version: ready.action.version + 1,
      assessment: { id: next.id },
      carried: { from: { id: signed.id, title: signed.title }, at: expect.any(String) },
    });
    const told = await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where action = 'action.carried' and target_id = $1`,
      [uuid(ready.action.id)],
    );
    expect(told).toEqual([{ detail: { fromId: uuid(signed.id) } }]);
    expect((await riskOf(closed.id)).assessment.id).toBe(signed.id);
    expect(next.counts).toMatchObject({ risks: 1, risksCarried: 1, risksToReview: 1, actionsOpen: 1 });
    expect(await get<RiskPage>(`/risks?assessmentId=${next.id}&review=due`)).toMatchObject({
      total: 1,
      items: [{ id: risk.id, carried: { from: signed.title, reviewedAt: null } }],
    });
  });

  it('leaves the signed one as it was signed, wherever it is shown', async () => {
    const before = {
      shown: await showAssessment(officer, signed.id),
      report: await get<AssessmentReport>(`/assessments/${signed.id}/report`),
      map: await get<HeatMapView>(`/risks/heat-map?assessmentId=${signed.id}`),
      signOff: await get<SignOffView>(`/assessments/${signed.id}/sign-off`),
      proposals: await get<{ counts: object }>(`/assessments/${signed.id}/proposals`),
    };
    const next = await follow();
    const after = await showAssessment(officer, signed.id);
    expect(after.counts).toMatchObject({ risks: 1, actions: 1, actionsOpen: 1, risksUnrated: 0 });
    expect(after.counts.assetsInScope).toBe(before.shown.counts.assetsInScope);
    expect(after).toMatchObject({
      carriedOnTo: { id: next.id, title: 'The next one' },
      followedBy: { id: next.id, title: 'The next one' },
      nextStep: { href: `/assessments/${next.id}` },
    });
    expect(await get(`/assessments/${signed.id}/report`)).toEqual(before.report);
    expect(await get(`/risks/heat-map?assessmentId=${signed.id}`)).toEqual(before.map);
    expect(before.map.residual.flat().reduce((sum, n) => sum + n, 0)).toBe(1);
    const signOff = await get<SignOffView>(`/assessments/${signed.id}/sign-off`);
    expect(signOff).toEqual(before.signOff);
    expect(signOff.missing).toEqual({});
    expect((await get<typeof before.proposals>(`/assessments/${signed.id}/proposals`)).counts).toEqual(
      before.proposals.counts,
    );
    const list = await get<AssessmentPage>('/assessments');
    expect(list.items.find(({ id }) => id === signed.id)).toMatchObject({
      risks: 1,
      carriedOnTo: { id: next.id },
      scaleId: signed.scale.id,
    });
    expect(before.shown.followedBy).toBeNull();
  });

  it('takes the register once, and nothing from a draft', async () => {
    const next = await follow();
    const second = await follow();
    expect(second.counts.risks).toBe(0);
    const [begun] = await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where action = 'assessment.created' and target_id = $1::uuid`,
      [uuid(second.id)],
    );
    expect(begun!.detail).toMatchObject({ registerStaysIn: next.id });
    expect((await startAssessment(officer, { previousId: next.id })).counts.risks).toBe(0);
    expect((await riskOf()).assessment.id).toBe(next.id);
  });

  it('records it once for the analysis and once for each risk', async () => {
    const next = await follow();
    const rows = await test.database.asSuperuser<{ action: string; target_type: string }>(
      `select action, target_type from audit.event where action in ('assessment.register-carried', 'risk.carried')
         and (target_id = $1::uuid or parent_id = $1::uuid)`,
      [uuid(next.id)],
    );
    expect(rows.map(({ action }) => action).sort()).toEqual(['assessment.register-carried', 'risk.carried']);
  });

  it('takes no risk into the earlier one any more, neither a new one nor one that is opened again', async () => {
    const closed = await makeRisk(officer, signed.id, { ...RATED, treatment: 'avoid' });
    const gone = (
      await seen(officer, 'patch', `/risks/${closed.id}`, closed.version)
        .send({ status: 'closed' })
        .expect(200)
    ).body as RiskView;
    await follow();
    const refusal = await officer
      .post('/api/v1/risks')
      .send({ assessmentId: signed.id, title: 'Too late' })
      .expect(409);
    expect(refusal.body).toMatchObject({ code: 'assessment.carried-on' });
    const again = await seen(officer, 'patch', `/risks/${closed.id}`, gone.version).send({ status: 'open' });
    expect(again.body).toMatchObject({ code: 'assessment.carried-on' });
    expect((await riskOf(closed.id)).status).toBe('closed');
  });

  it('tells of the same risk as the same one, and of what was closed since as gone', async () => {
    const other = await makeRisk(officer, ready.assessment.id, {
      title: 'Added after the signature',
      ...RATED,
    });
    const next = await follow();
    const before = await riskOf();
    await seen(officer, 'patch', `/risks/${before.id}`, before.version)
      .send({ title: 'Renamed', residualLikelihood: 'high', ratingReason: 'Two were lost' })
      .expect(200);
    const changes = await get<ChangesView>(`/assessments/${next.id}/changes`);
    expect(changes.risks.changed.items).toMatchObject([{ number: before.number, title: 'Renamed' }]);
    expect(changes.risks.added.items).toMatchObject([{ number: other.number }]);
    expect(changes.risks.gone.count).toBe(0);
    const risk = await riskOf();
    await seen(officer, 'post', `/actions/${ready.action.id}/cancellation`, ready.action.version + 1)
      .send({ reason: 'Laptops are sold' })
      .expect(200);
    await seen(officer, 'patch', `/risks/${risk.id}`, risk.version).send({ status: 'closed' }).expect(200);
    expect((await get<ChangesView>(`/assessments/${next.id}/changes`)).risks.gone.items).toMatchObject([
      { number: before.number },
    ]);
  });

  it('by another scale has the ratings cleared, and shows the earlier ones', async () => {
    const next = await follow({ scaleId: 'sra-three-level' });
    const risk = await riskOf();
    expect(risk).toMatchObject({
      inherent: null,
      residual: null,
      ratedBy: null,
      carried: {
        earlier: {
          inherent: { level: ready.risk.inherent!.level.label, rank: ready.risk.inherent!.level.rank },
          residual: { likelihood: 'Low', impact: 'High' },
        },
      },
    });
    const refused = await seen(officer, 'post', `/risks/${risk.id}/review`, risk.version)
      .send({ reason: 'As before' })
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'risk.not-rated' });
    expect(risk.allowedActions).not.toContain('review');
    expect(next.counts.risksToReview).toBe(1);
  });
});

describe('two people at once', () => {
  it('one begins the next analysis while another changes a risk: the change is there, or told to be stale', async () => {
    const more = await Promise.all(
      [1, 2, 3].map((n) => makeRisk(officer, signed.id, { title: `Risk ${n}`, ...RATED })),
    );
    const risks = await Promise.all([ready.risk, ...more].map(({ id }) => riskOf(id)));
    const [next, ...changed] = await Promise.all([
      officer.post('/api/v1/assessments').send({ title: 'Next', scope: 'All', previousId: signed.id }),
      ...risks.map(({ id, version }) =>
        seen(admin, 'patch', `/risks/${id}`, version).send({ description: `Changed ${id}` }),
      ),
      ...risks.map(({ id, version }) =>
        seen(officer, 'patch', `/risks/${id}`, version).send({ description: `Changed ${id}` }),
      ),
      officer.post('/api/v1/risks').send({ assessmentId: signed.id, title: 'In between' }),
    ]);
    expect(next.status).toBe(201);
    expect(new Set(changed.map(({ status }) => status)).has(500)).toBe(false);
    for (const { id } of risks) {
      const after = await riskOf(id);
      const saved = changed.some(({ status, body }) => status === 200 && (body as RiskView).id === id);
      expect(after.assessment.id).toBe((next.body as AssessmentView).id);
      expect(after.description).toBe(
        saved ? `Changed ${id}` : risks.find((risk) => risk.id === id)!.description,
      );
    }
    const between = changed.at(-1)!;
    // Either it came first and moved on with the others, or it was told where to go.
    if (between.status === 201)
      expect((await riskOf((between.body as RiskView).id)).assessment.id).toBe(
        (next.body as AssessmentView).id,
      );
    else expect(between.body).toMatchObject({ code: 'assessment.carried-on' });
  });
});

describe('what a risk is about', () => {
  it('is named as gone where the asset is left out or disposed of', async () => {
    await follow();
    const risk = await riskOf();
    expect(risk.subjectEnd).toBeNull();
    await test.database.asSuperuser(`update asset set lifecycle = 'disposed' where id = $1::uuid`, [
      uuid(risk.subject!.id),
    ]);
    expect((await riskOf()).subjectEnd).toBe('disposed');
    const { items } = await get<RiskPage>(`/risks?assessmentId=${risk.assessment.id}`);
    expect(items[0]!.subjectEnd).toBe('disposed');
  });
});
