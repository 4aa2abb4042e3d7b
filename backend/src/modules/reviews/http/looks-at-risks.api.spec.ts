import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startAssessment } from '../../risks/assessments.spec-kit.js';
import { approve, makeRisk, RATED, readyAssessment, seen, submit } from '../../risks/register.spec-kit.js';
import { listed, NEEDS_CHANGE, review, shown } from '../reviews.spec-kit.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

const STILL_WRONG = { lastReview: { outcome: 'needs-change', source: 'review' }, dueState: 'due-soon' };
type RiskView = Awaited<ReturnType<typeof makeRisk>>;
const riskOf = async (id: string) => (await officer.get(`/api/v1/risks/${id}`).expect(200)).body as RiskView;
async function patched(id: string, body: object): Promise<RiskView> {
  const { version } = await riskOf(id);
  return (await seen(officer, 'patch', `/risks/${id}`, version).send(body).expect(200)).body as RiskView;
}

describe('a risk that was found to need a change, carried into the next analysis', () => {
  let id: string;
  beforeEach(async () => {
    const ready = await readyAssessment(test, officer);
    const signed = await approve(await test.signIn('org-admin'), await submit(officer, ready.assessment));
    await startAssessment(officer, { title: 'The next one', previousId: signed.id });
    id = ready.risk.id;
  });
  const confirm = async (reason = 'As it was last year') => {
    const risks = [{ id, version: (await riskOf(id)).version }];
    await officer.post('/api/v1/risks/reviews').send({ reason, risks }).expect(200);
    expect((await riskOf(id)).carried!.review).toMatchObject({ outcome: 'confirmed' });
  };

  it('still needs it when the draft only confirms it', async () => {
    await review(officer, [await riskOf(id)], NEEDS_CHANGE);
    await confirm();
    expect(await shown(officer, id)).toMatchObject(STILL_WRONG);
    expect((await listed(officer, '?state=needs-change&type=risk')).map((risk) => risk.id)).toContain(id);
  });

  it('is done with once it is rated anew there', async () => {
    await review(officer, [await riskOf(id)], NEEDS_CHANGE);
    await patched(id, { residualLikelihood: 'moderate', ratingReason: 'Two were lost in spring' });
    expect(await shown(officer, id)).toMatchObject({
      lastReview: { outcome: 'still-right', source: 'carried' },
      dueState: 'not-due',
    });
  });

  it('was looked at by a confirmation where nothing was found wrong before', async () => {
    await review(officer, [await riskOf(id)]);
    await confirm();
    expect(await shown(officer, id)).toMatchObject({
      lastReview: { outcome: 'still-right', source: 'carried' },
    });
  });
});

it('a rating ends what was found to need a change only with a reason of its own', async () => {
  const { id } = await makeRisk(officer, (await startAssessment(officer)).id, {
    ...RATED,
    ratingReason: 'Two years old',
  });
  await review(officer, [await riskOf(id)], NEEDS_CHANGE);
  await patched(id, { residualLikelihood: 'moderate' });
  expect(await shown(officer, id)).toMatchObject({ ...STILL_WRONG, changedSince: true });
  await patched(id, { residualLikelihood: 'low', ratingReason: 'Thefts in the street' });
  expect(await shown(officer, id)).toMatchObject({
    lastReview: { outcome: 'still-right', source: 'rating' },
    dueState: 'not-due',
  });
});
