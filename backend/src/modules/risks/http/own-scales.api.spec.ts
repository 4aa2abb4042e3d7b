import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import {
  adoptScale,
  contentOf,
  draftScale,
  fourByFour,
  scaleCall,
  type ScaleView,
} from '../../scales/scales.spec-kit.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { showAssessment, startAssessment } from '../assessments.spec-kit.js';
import {
  approve,
  makeRisk,
  readyAssessment,
  seen,
  submit,
  type ReadyAssessment,
} from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { HeatMapView, RiskPage, RiskView } from '../risk.schemas.js';
import type { ProposalPage } from '../proposal.schemas.js';
import type { ScalesInUseView } from '../scales-in-use.schemas.js';
import type { RiskTrendView } from '../trend.schemas.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
let four: ScaleView;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  admin = await test.signIn('org-admin');
  const draft = await draftScale(officer, { title: 'Four by four' });
  const saved = await scaleCall(officer, 'patch', draft)
    .send({ content: fourByFour(draft) })
    .expect(200);
  four = await adoptScale(officer, admin, saved.body as ScaleView);
});
afterAll(() => test.close());

const get = async <T>(path: string): Promise<T> =>
  (await officer.get(`/api/v1${path}`).expect(200)).body as T;
const RATED_OWN = {
  inherentLikelihood: 'step-4',
  inherentImpact: 'step-4',
  safeguards: 'Locked doors',
  residualLikelihood: 'step-1',
  residualImpact: 'step-3',
};
/** The next version of the scale, adopted. */
async function renewed(change: (content: ReturnType<typeof contentOf>) => void): Promise<ScaleView> {
  const { versions } = await get<ScaleView>(`/risk-scales/${four.id}`);
  const draft = await draftScale(officer, { from: { version: versions[0]!.id }, title: 'Four by four' });
  const content = contentOf(draft);
  change(content);
  const saved = await scaleCall(officer, 'patch', draft).send({ content }).expect(200);
  return adoptScale(officer, admin, saved.body as ScaleView);
}

describe('an analysis by an own scale', () => {
  it('rates, lists, maps and proposes by it, and says whose it is', async () => {
    const asset = await makeAsset(officer);
    const analysis = await startAssessment(officer, { title: 'By four', scaleId: four.id });
    expect(analysis.scale).toMatchObject({
      id: four.id,
      title: 'Four by four',
      pack: null,
      version: '1',
      own: { number: 1, reason: 'Our board thinks in dollars.', adoptedOn: four.adoptedOn },
    });
    const risk = await makeRisk(officer, analysis.id, RATED_OWN);
    expect(risk).toMatchObject({
      inherent: { level: { id: 'level-4', label: 'High', rank: 100 } },
      residual: { level: { id: 'level-2', label: 'Low', rank: 33 } },
    });
    await officer
      .post('/api/v1/risks')
      .send({ assessmentId: analysis.id, title: 'x', ...RATED_OWN, inherentImpact: 'very-high' })
      .expect(400);
    const page = await get<RiskPage>(`/risks?assessmentId=${analysis.id}`);
    expect(page.items).toMatchObject([{ inherentLevel: { label: 'High' }, residualLevel: { rank: 33 } }]);
    const map = await get<HeatMapView>(`/risks/heat-map?assessmentId=${analysis.id}`);
    expect(map.inherent).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 1],
    ]);
    expect(map.scale.own).toMatchObject({ number: 1 });
    const { items } = await get<ProposalPage>(`/assessments/${analysis.id}/proposals?assetId=${asset.id}`);
    const steps = items.flatMap(({ proposals }) => proposals.map((one) => one.suggestedLikelihood?.id));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.every((id) => /^step-[1-4]$/.test(id ?? ''))).toBe(true);
  });

  it('keeps its version when the next one is adopted, and a new one takes the new', async () => {
    const open = await startAssessment(officer, { title: 'Open', scaleId: four.id });
    const second = await renewed((content) => {
      content.levels[3]!.label = 'Unbearable';
    });
    expect((await showAssessment(officer, open.id)).scale).toMatchObject({ id: four.id, version: '1' });
    const risk = await makeRisk(officer, open.id, RATED_OWN);
    expect(risk.inherent?.level.label).toBe('High');
    const refused = await officer
      .post('/api/v1/assessments')
      .send({ title: 'x', scope: 'y', scaleId: four.id })
      .expect(400);
    expect((refused.body as { fieldErrors: object }).fieldErrors).toEqual({
      scaleId: ['Choose one of the scales.'],
    });
    const fresh = await startAssessment(officer, { title: 'Fresh', scaleId: second.id });
    expect(fresh.scale).toMatchObject({ id: second.id, version: '2' });
    const shown = await get<ScaleView>(`/risk-scales/${four.id}`);
    expect(shown.analyses.map(({ title }) => title)).toContain('Open');
    four = second;
  });

  it('shares no level and no step with another scale in the list, its count, its files or the scales of the filter', async () => {
    const three = await startAssessment(officer, { title: 'By three', scaleId: 'sra-three-level' });
    const five = await startAssessment(officer, { title: 'By five' });
    const high = { residualLikelihood: 'high', residualImpact: 'high' };
    const rated = { inherentLikelihood: 'high', inherentImpact: 'high', ...high };
    const [byThree, byFive] = [
      await makeRisk(officer, three.id, { title: 'By three levels', ...rated }),
      await makeRisk(officer, five.id, { title: 'By five levels', ...rated }),
    ];
    expect([byThree, byFive].map(({ residual }) => residual!.level.id)).toEqual(['high', 'high']);
    const { items: scales } = await get<ScalesInUseView>('/risks/scales');
    const nameOf = (risk: RiskView) => scales.find(({ title }) => title === risk.scale.title)!.name;
    const titles = async (filter: string): Promise<string[]> => {
      const page = await get<RiskPage>(`/risks?${filter}&limit=100`);
      const file = await get<{ title: string }[]>(`/risks/export.json?${filter}`);
      expect(file.map(({ title }) => title)).toEqual(page.items.map(({ title }) => title));
      expect(page.total).toBe(page.items.length);
      return page.items.map(({ title }) => title).filter((title) => title.startsWith('By '));
    };
    expect(await titles(`level=${nameOf(byThree)}:high`)).toEqual(['By three levels']);
    expect(await titles(`level=${nameOf(byFive)}:high`)).toEqual(['By five levels']);
    expect(await titles(`level=${nameOf(byThree)}:high&assessmentId=${five.id}`)).toEqual([]);
    expect(await titles(`level=${four.id}:high`)).toEqual([]);
    // Addresses of before name the level alone: it is one of the analysis that is chosen, else of the newest.
    expect(await titles('level=high')).toEqual(['By five levels']);
    expect(await titles(`level=high&assessmentId=${three.id}`)).toEqual(['By three levels']);
    expect(await titles('cell=residual:high:high')).toEqual(['By five levels']);
    expect(await titles(`cell=residual:high:high&assessmentId=${three.id}`)).toEqual(['By three levels']);
    const ofOne = await get<ScalesInUseView>(`/risks/scales?assessmentId=${three.id}`);
    expect(ofOne.items).toEqual([scales.find(({ name }) => name === nameOf(byThree))]);
    expect(ofOne.items[0]!.levels.map(({ rank }) => rank)).toEqual([0, 50, 100]);
    await officer.get('/api/v1/risks?level=a:b:c').expect(400);
  });

  it('may not begin by a draft or by a retired scale', async () => {
    const draft = await draftScale(officer);
    const adopted = await adoptScale(officer, admin, await draftScale(officer));
    await scaleCall(admin, 'post', adopted, '/retirement').send({ reason: 'Not used' }).expect(200);
    for (const { id } of [draft, adopted])
      await officer.post('/api/v1/assessments').send({ title: 'x', scope: 'y', scaleId: id }).expect(400);
  });
});

describe('from year to year', () => {
  let ready: ReadyAssessment;
  let signed: AssessmentView;
  const riskOf = (): Promise<RiskView> => get<RiskView>(`/risks/${ready.risk.id}`);
  const rated = async (): Promise<RiskView> => {
    const risk = await riskOf();
    const answer = await seen(officer, 'patch', `/risks/${risk.id}`, risk.version)
      .send({ ...RATED_OWN, ratingReason: 'Rated by our own scale' })
      .expect(200);
    return answer.body as RiskView;
  };

  it('what was rated by a scale of the pack is rated anew, and the earlier rating stays in its own words', async () => {
    ready = await readyAssessment(test, officer);
    signed = await approve(admin, await submit(officer, ready.assessment));
    const next = await startAssessment(officer, { previousId: signed.id, scaleId: four.id });
    expect(await riskOf()).toMatchObject({
      assessment: { id: next.id },
      inherent: null,
      residual: null,
      carried: { earlier: { residual: { likelihood: 'Low', impact: 'High' } } },
    });
    expect((await rated()).inherent?.level.label).toBe('Unbearable');
  });

  it('the trend says by which scale each point was rated', async () => {
    const { points } = await get<RiskTrendView>('/risks/trend');
    expect(points[0]!.scales).toMatchObject([
      { title: 'Five levels, after NIST SP 800-30', version: '2026.1', own: false },
    ]);
    const words = points[0]!.scales[0]!.levels.map(({ label }) => label);
    expect(words).toEqual(['Very low', 'Low', 'Moderate', 'High', 'Very high']);
    expect(points.at(-1)!.scales).toContainEqual(
      expect.objectContaining({ title: 'Four by four', version: '2', own: true }),
    );
  });
});

describe('the report', () => {
  it('has the scale with its words, its version, the reason, and who adopted it when', async () => {
    const analysis = await startAssessment(officer, { title: 'Reported', scaleId: four.id });
    const report = await get<AssessmentReport>(`/assessments/${analysis.id}/report`);
    expect(report.assessment.scale).toMatchObject({
      id: four.id,
      title: 'Four by four',
      version: '2',
      own: {
        reason: 'Our board thinks in dollars.',
        adoptedOn: four.adoptedOn,
        adoptedBy: four.adoptedBy!.name,
      },
      levels: [{}, {}, {}, { label: 'Unbearable' }],
      matrix: four.content.matrix,
    });
    const packed = await startAssessment(officer, { title: 'Packed' });
    const other = await get<AssessmentReport>(`/assessments/${packed.id}/report`);
    expect(other.assessment.scale).not.toHaveProperty('own');
  });
});
