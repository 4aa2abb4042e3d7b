import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { showAssessment, startAssessment } from '../assessments.spec-kit.js';
import type { ReviewResults } from '../carried-risk.schemas.js';
import {
  answerEverything,
  approve,
  decideSpecifications,
  makeRisk,
  meetChecklist,
  RATED,
  readyAssessment,
  seen,
  submit,
  type ReadyAssessment,
} from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { RiskView } from '../risk.schemas.js';

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

describe('the review of a carried risk', () => {
  const review = (risk: Pick<RiskView, 'id' | 'version'>, reason: string) =>
    seen(officer, 'post', `/risks/${risk.id}/review`, risk.version).send({ reason });

  it('says why the rating holds, by whom and when, and leaves an approved acceptance in force', async () => {
    const accepted = await accept(await riskOf());
    await follow();
    const waiting = await riskOf();
    expect(waiting.acceptances[0]!.standing).toBe('in-force');
    const reviewed = (await review(waiting, 'Nothing changed: same laptops, same people').expect(200))
      .body as RiskView;
    expect(reviewed.carried!.review).toMatchObject({
      outcome: 'confirmed',
      reason: 'Nothing changed: same laptops, same people',
      by: { name: 'compliance-officer of Alder Family Clinic' },
    });
    expect(reviewed.version).toBe(waiting.version + 1);
    expect(reviewed.acceptances[0]).toMatchObject({ id: accepted.acceptances[0]!.id, standing: 'in-force' });
    expect((await review(reviewed, 'Once more').expect(409)).body).toMatchObject({
      code: 'risk.nothing-to-review',
    });
  });

  it('needs words, and the version that the person saw', async () => {
    await follow();
    const risk = await riskOf();
    expect((await review(risk, ' ').expect(400)).body).toMatchObject({
      fieldErrors: { reason: [expect.any(String)] },
    });
    await review({ ...risk, version: risk.version - 1 }, 'As before').expect(412);
    expect((await riskOf()).carried!.review).toBeNull();
  });

  it('is another rating with its reason, which makes an acceptance stale', async () => {
    await accept(await riskOf());
    await follow();
    const risk = await riskOf();
    const rate = (body: object) => seen(officer, 'patch', `/risks/${risk.id}`, risk.version).send(body);
    const refused = await rate({ residualLikelihood: 'moderate', ratingReason: '' }).expect(400);
    expect(refused.body).toMatchObject({ fieldErrors: { ratingReason: [expect.any(String)] } });
    expect((await riskOf()).residual).toEqual(risk.residual);
    const rated = (
      await rate({ residualLikelihood: 'moderate', ratingReason: 'Two were lost in spring' }).expect(200)
    ).body as RiskView;
    expect(rated.carried!.review).toMatchObject({ outcome: 'rated-anew', reason: 'Two were lost in spring' });
    expect(rated.acceptances[0]!.standing).toBe('stale');
  });

  it('is no other rating with the reason of last year; once reviewed, the reason may stay', async () => {
    const reasoned = (
      await seen(officer, 'patch', `/risks/${ready.risk.id}`, ready.risk.version)
        .send({ ratingReason: 'Laptops are encrypted' })
        .expect(200)
    ).body as RiskView;
    await follow();
    const risk = await riskOf();
    const rate = (version: number, body: object) =>
      seen(officer, 'patch', `/risks/${risk.id}`, version).send(body);
    for (const body of [
      { residualLikelihood: 'moderate' },
      { residualLikelihood: 'moderate', ratingReason: ` ${reasoned.ratingReason} ` },
    ]) {
      expect((await rate(risk.version, body).expect(400)).body).toMatchObject({
        fieldErrors: { ratingReason: [expect.stringContaining('the same as before') as string] },
      });
    }
    expect(await riskOf()).toEqual(risk);
    const ratingReason = 'Two of them were lost in spring';
    const rated = (await rate(risk.version, { residualLikelihood: 'moderate', ratingReason }).expect(200))
      .body as RiskView;
    const again = await rate(rated.version, { residualImpact: 'moderate' }).expect(200);
    expect((again.body as RiskView).carried!.review).toMatchObject({ reason: ratingReason });
  });

  it('by another scale leaves nothing of an acceptance', async () => {
    await accept(await riskOf());
    await follow({ scaleId: 'sra-three-level' });
    const risk = await riskOf();
    expect(risk).toMatchObject({ residual: null, acceptances: [{ standing: 'stale' }] });
    const rated = (
      await seen(officer, 'patch', `/risks/${risk.id}`, risk.version)
        .send({ ...RATED, ratingReason: 'Two were lost in spring' })
        .expect(200)
    ).body as RiskView;
    expect(rated.carried!.review).toMatchObject({ outcome: 'rated-anew' });
    expect(rated.acceptances[0]!.standing).toBe('stale');
  });

  it('of several takes one reason, and names what it could not confirm', async () => {
    const second = await makeRisk(officer, signed.id, { title: 'A second one', ...RATED });
    const third = await makeRisk(officer, signed.id, { title: 'Not rated' });
    const next = await follow();
    const fresh = await makeRisk(officer, next.id, { title: 'Found now', ...RATED });
    const risks = await Promise.all([ready.risk.id, second.id, third.id, fresh.id].map(riskOf));
    const body = {
      reason: 'Looked at together on the spot',
      risks: [
        ...risks.map(({ id, version }) => ({ id, version })),
        { id: `rsk_${'0'.repeat(32)}`, version: 1 },
      ],
    };
    body.risks[1]!.version -= 1;
    const answer = (await officer.post('/api/v1/risks/reviews').send(body).expect(200)).body as ReviewResults;
    expect(answer.confirmed).toBe(1);
    expect(answer.items.map(({ result }) => result)).toEqual([
      'confirmed',
      'changed-meanwhile',
      'not-rated',
      'nothing-to-review',
      'not-found',
    ]);
    expect((await showAssessment(officer, next.id)).counts.risksToReview).toBe(2);
    await officer
      .post('/api/v1/risks/reviews')
      .send({ reason: 'Again', risks: [body.risks[2]] })
      .expect(409);
  });

  it('is asked for before the next signature, is printed, and stays with it', async () => {
    await follow({ title: 'Second year' });
    const second = await finish(await get<AssessmentView>(`/assessments/${(await riskOf()).assessment.id}`));
    const refused = await seen(officer, 'post', `/assessments/${second.id}/submission`, second.version)
      .send()
      .expect(400);
    expect((refused.body as { fieldErrors: object }).fieldErrors).toEqual({
      'risks.review': [expect.stringContaining(`R-${ready.risk.number}`)],
    });
    await review(await riskOf(), 'Same laptops').expect(200);
    await approve(admin, await submit(officer, await showAssessment(officer, second.id)));
    const report = await get<AssessmentReport>(`/assessments/${second.id}/report`);
    expect(report.risks).toMatchObject([
      {
        number: ready.risk.number,
        carried: {
          identifiedIn: signed.title,
          from: signed.title,
          outcome: 'confirmed',
          reason: 'Same laptops',
          reviewedBy: 'compliance-officer of Alder Family Clinic',
        },
      },
    ]);
    // A third one: where it was first found stays the first.
    const third = await startAssessment(officer, { previousId: second.id });
    expect((await riskOf()).carried).toMatchObject({
      identifiedIn: { id: signed.id },
      from: { id: second.id },
      review: null,
    });
    expect(third.counts.risksToReview).toBe(1);
  });

  async function finish(assessment: AssessmentView): Promise<AssessmentView> {
    await answerEverything(test, assessment);
    await decideSpecifications(officer, assessment.id);
    await meetChecklist(officer, assessment.id);
    return showAssessment(officer, assessment.id);
  }
});

/** Asked for by the officer, approved by the admin. */
async function accept(risk: RiskView): Promise<RiskView> {
  const decided = (
    await seen(officer, 'patch', `/risks/${risk.id}`, risk.version)
      .send({ treatment: 'accept', treatmentReason: 'What is left is small' })
      .expect(200)
  ).body as RiskView;
  const asked = (
    await seen(officer, 'post', `/risks/${risk.id}/acceptances`, decided.version)
      .send({ reason: 'What is left is small', untilOn: inDays(90) })
      .expect(201)
  ).body as RiskView;
  const { id, version } = asked.acceptances[0]!;
  return (
    await seen(admin, 'post', `/risks/${risk.id}/acceptances/${id}/decision`, version)
      .send({ decision: 'approve', note: '' })
      .expect(200)
  ).body as RiskView;
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
