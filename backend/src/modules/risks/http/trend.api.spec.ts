import type { Agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
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
  type ReadyAssessment,
} from '../register.spec-kit.js';
import type { AssessmentView } from '../assessment.schemas.js';
import type { RiskView } from '../risk.schemas.js';
import { TOP_RISKS, type RiskTrendView } from '../trend.schemas.js';

let test: TestApp;
let officer: Agent;
let ready: ReadyAssessment;
let signed: AssessmentView;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  ready = await readyAssessment(test, officer);
  signed = await approve(await test.signIn('org-admin'), await submit(officer, ready.assessment));
});
afterAll(() => test.close());

const trend = async (agent = officer): Promise<RiskTrendView> =>
  (await agent.get('/api/v1/risks/trend').expect(200)).body as RiskTrendView;
const countOf = (point: RiskTrendView['points'][number], label: string) =>
  point.levels.find((level) => level.label === label);

it('says of each signed analysis and of today how many open risks stood at each level', async () => {
  const { level } = ready.risk.residual!;
  const before = await trend();
  expect(
    before.points.map(({ assessment, openRisks, openCents }) => [assessment?.id, openRisks, openCents]),
  ).toEqual([
    [signed.id, 1, 120_000],
    [undefined, 1, 120_000],
  ]);
  for (const point of before.points) {
    expect(countOf(point, level.label)).toMatchObject({ residual: 1, inherent: 0, rank: level.rank });
    expect(countOf(point, ready.risk.inherent!.level.label)).toMatchObject({ residual: 0, inherent: 1 });
    // Levels at which none stands are told, too, from the least to the most.
    expect(point.levels.map(({ rank }) => rank)).toEqual([0, 25, 50, 75, 100]);
  }
  const next = await startAssessment(officer, { previousId: signed.id });
  await makeRisk(officer, next.id, { title: 'Not rated' });
  const after = await trend();
  expect(after.points[0]).toEqual(before.points[0]);
  expect(after.points[1]).toMatchObject({ openRisks: 2, unrated: 1 });
});

it('counts what was signed before figures were kept from its content', async () => {
  const before = await trend();
  await test.database.asSuperuser('update assessment_snapshot set figures = null');
  expect(await trend()).toEqual(before);
});

it('folds scales into one list of levels where their words and ranks agree', async () => {
  const other = await startAssessment(officer, { scaleId: 'sra-three-level' });
  await makeRisk(officer, other.id, {
    title: 'By three levels',
    inherentLikelihood: 'high',
    inherentImpact: 'high',
    residualLikelihood: 'high',
    residualImpact: 'high',
  });
  const now = (await trend()).points.at(-1)!;
  expect(
    now.levels.filter(({ residual }) => residual > 0).map(({ rank, residual }) => [rank, residual]),
  ).toEqual([
    [ready.risk.residual!.level.rank, 1],
    [100, 1],
  ]);
  // Which “High” is of which scale.
  const ranksOfHigh = now.scales.map(({ title, levels }) => [
    title,
    levels.find(({ label }) => label === 'High')?.rank,
  ]);
  expect(new Set(now.scales.map(({ title }) => title)).size).toBe(2);
  expect(ranksOfHigh.map(([, rank]) => rank).sort()).toEqual([100, 75]);
});

it('names the highest risks with their next action, and no closed one', async () => {
  const next = (await trend()).topRisks.find(({ id }) => id === ready.risk.id)!;
  expect(next).toMatchObject({
    number: ready.risk.number,
    treatment: 'mitigate',
    owner: { id: memberId(test.a, 'staff') },
    nextAction: { id: ready.action.id, dueOn: '2027-03-01', status: 'planned' },
  });
  const { id, version } = await makeRisk(officer, next.assessmentId, {
    title: 'Highest',
    inherentLikelihood: 'very-high',
    inherentImpact: 'very-high',
    residualLikelihood: 'very-high',
    residualImpact: 'very-high',
    treatment: 'avoid',
  });
  expect((await trend()).topRisks.slice(0, 2).map((risk) => risk.id)).toContain(id);
  const closed = await seen(officer, 'patch', `/risks/${id}`, version).send({ status: 'closed' }).expect(200);
  expect((closed.body as RiskView).status).toBe('closed');
  expect((await trend()).topRisks.map((risk) => risk.id)).not.toContain(id);
  for (let n = 0; n < TOP_RISKS; n++)
    await makeRisk(officer, next.assessmentId, { title: `More ${n}`, ...RATED });
  expect((await trend()).topRisks).toHaveLength(TOP_RISKS);
});

it('names an action that waits to be checked only where nothing else is to be done', async () => {
  const { assessment } = (await officer.get(`/api/v1/risks/${ready.risk.id}`).expect(200)).body as RiskView;
  const risk = await makeRisk(officer, assessment.id, {
    title: 'Mended, not checked',
    inherentLikelihood: 'very-high',
    inherentImpact: 'very-high',
    residualLikelihood: 'very-high',
    residualImpact: 'very-high',
    treatment: 'mitigate',
  });
  const nextAction = async () => (await trend()).topRisks.find(({ id }) => id === risk.id)!.nextAction;
  const planned = await makeAction(officer, { riskId: risk.id, ownerId: memberId(test.a, 'staff') });
  const done = await move(officer, planned, 'completion', { completedOn: '2026-01-05' });
  expect(await nextAction()).toMatchObject({ id: done.id, status: 'done' });
  const later = await makeAction(officer, { riskId: risk.id, dueOn: '2031-01-01' });
  expect(await nextAction()).toMatchObject({ id: later.id, status: 'planned' });
});

it("shows nothing of another organization's", async () => {
  const theirs = await trend(await test.signIn('compliance-officer', test.b));
  expect(theirs).toMatchObject({
    points: [{ assessment: null, levels: [], openRisks: 0, openCents: 0 }],
    topRisks: [],
  });
  expect(theirs.points).toHaveLength(1);
});
