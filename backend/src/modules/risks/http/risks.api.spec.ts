import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { AssessmentPage, AssessmentView } from '../assessment.schemas.js';
import { answerAs, startAssessment } from '../assessments.spec-kit.js';
import { makeAction, makeRisk, memberId, move, RATED, seen, uuid } from '../register.spec-kit.js';
import type { HeatMapView, RiskPage, RiskView } from '../risk.schemas.js';

let test: TestApp;
let officer: Agent;
let assessment: AssessmentView;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  assessment = await startAssessment(officer);
});
afterAll(() => test.close());

const list = async (query = ''): Promise<RiskPage> =>
  (await officer.get(`/api/v1/risks?${query}`).expect(200)).body as RiskPage;
const patch = (risk: RiskView, body: object) =>
  seen(officer, 'patch', `/risks/${risk.id}`, risk.version).send(body);

describe('a risk', () => {
  it('begins unrated, under the next number of the register', async () => {
    const first = await makeRisk(officer, assessment.id);
    const second = await makeRisk(officer, assessment.id, { title: 'Another' });
    expect(first).toMatchObject({
      inherent: null,
      residual: null,
      status: 'open',
      treatment: null,
      version: 1,
    });
    expect(second.number).toBe(first.number + 1);
    expect(first.allowedActions).toEqual(['update', 'plan']);
  });

  it('is rated by the scale of its assessment', async () => {
    const asset = await makeAsset(officer, { name: 'Front desk laptop' });
    const risk = await makeRisk(officer, assessment.id, {
      assetId: asset.id,
      ...RATED,
      safeguardIds: ['G-disk-encryption'],
    });
    expect(risk.inherent).toEqual({
      likelihood: 'high',
      impact: 'high',
      level: { id: 'high', label: 'High', rank: 75 },
    });
    expect(risk.residual?.level).toEqual({ id: 'low', label: 'Low', rank: 25 });
    expect(risk.subject).toEqual({ type: 'asset', id: asset.id, name: `${asset.tag} Front desk laptop` });
    expect(risk.ratedBy).toEqual({
      id: memberId(test.a, 'compliance-officer'),
      name: 'compliance-officer of Alder Family Clinic',
    });
    const three = await startAssessment(officer, { scaleId: 'sra-three-level' });
    const onThree = await makeRisk(officer, three.id, {
      inherentLikelihood: 'medium',
      inherentImpact: 'high',
    });
    expect(onThree.inherent?.level).toEqual({ id: 'high', label: 'High', rank: 100 });
  });

  it('keeps when and by whom it was rated while only other things change', async () => {
    const risk = await makeRisk(officer, assessment.id, RATED);
    const changed = (await patch(risk, { treatment: 'avoid', title: 'Renamed' }).expect(200))
      .body as RiskView;
    expect(changed).toMatchObject({
      title: 'Renamed',
      treatment: 'avoid',
      ratedAt: risk.ratedAt,
      version: risk.version + 1,
    });
    const unrated = (
      await patch(changed, {
        inherentLikelihood: null,
        inherentImpact: null,
        residualLikelihood: null,
        residualImpact: null,
      })
    ).body as RiskView;
    expect(unrated).toMatchObject({ inherent: null, residual: null, ratedBy: null, ratedAt: null });
  });

  it.each<[object, string]>([
    [{ treatment: 'accept' }, 'treatmentReason'],
    [{ residualLikelihood: 'very-high', residualImpact: 'very-high' }, 'ratingReason'],
    [{ inherentLikelihood: 'often' }, 'inherentLikelihood'],
    [{ ownerId: `mem_${'0'.repeat(32)}` }, 'ownerId'],
    [{ status: 'closed' }, 'treatment'],
    [{ safeguardIds: ['G-none'] }, 'safeguardIds'],
  ])('refuses %j and names the field', async (body, field) => {
    const risk = await makeRisk(officer, assessment.id, RATED);
    const answer = await patch(risk, body).expect(400);
    expect(Object.keys((answer.body as { fieldErrors: object }).fieldErrors)).toEqual([field]);
  });

  it('is not rated lower with safeguards while none is named', async () => {
    const { safeguards, ...rating } = RATED;
    const created = await officer
      .post('/api/v1/risks')
      .send({ assessmentId: assessment.id, title: 'Said by nobody', ...rating })
      .expect(400);
    expect(Object.keys((created.body as { fieldErrors: object }).fieldErrors)).toEqual(['safeguards']);
    const risk = await makeRisk(officer, assessment.id);
    const refused = await patch(risk, { ...rating, ratingReason: 'Seen in March' }).expect(400);
    expect(refused.body).toMatchObject({
      code: 'risk.invalid',
      fieldErrors: { safeguards: [expect.stringContaining('Say what makes the difference') as string] },
    });
    const rated = (await patch(risk, { ...rating, safeguards }).expect(200)).body as RiskView;
    const bare = await patch(rated, { safeguards: '' }).expect(400);
    expect(Object.keys((bare.body as { fieldErrors: object }).fieldErrors)).toEqual(['safeguards']);
  });

  it('is handed over, decided and closed although it was rated so before', async () => {
    const { safeguards: _, ...rating } = RATED;
    const risk = await makeRisk(officer, assessment.id, RATED);
    await test.database.asSuperuser(`update risk set safeguards = '' where id = $1`, [uuid(risk.id)]);
    const decided = { treatment: 'avoid', ownerId: memberId(test.a, 'staff'), title: 'An old one' };
    // The form sends the rating again as it was.
    const saved = (await patch(risk, { ...rating, safeguards: '', ...decided }).expect(200)).body as RiskView;
    const anew = await patch(saved, { residualLikelihood: 'very-low' }).expect(400);
    expect(Object.keys((anew.body as { fieldErrors: object }).fieldErrors)).toEqual(['safeguards']);
    expect(((await patch(saved, { status: 'closed' }).expect(200)).body as RiskView).status).toBe('closed');
  });

  it('is not given to an auditor, who may only read', async () => {
    const risk = await makeRisk(officer, assessment.id);
    const answer = await patch(risk, { ownerId: memberId(test.a, 'auditor') }).expect(400);
    expect(answer.body).toMatchObject({
      fieldErrors: { ownerId: [expect.stringContaining('auditor') as string] },
    });
  });

  it('is changed only in the version that the person saw', async () => {
    const risk = await makeRisk(officer, assessment.id);
    await patch(risk, { title: 'First' }).expect(200);
    expect((await patch(risk, { title: 'Second' })).status).toBe(412);
    expect((await officer.patch(`/api/v1/risks/${risk.id}`).send({ title: 'x' })).status).toBe(428);
  });

  it('is not finished while actions against it are not', async () => {
    const risk = await makeRisk(officer, assessment.id, { ...RATED, treatment: 'mitigate' });
    expect(risk.allowedActions).toEqual(['update', 'treated', 'closed', 'plan']);
    const action = await makeAction(officer, { riskId: risk.id });
    const refused = await patch(risk, { status: 'treated' }).expect(400);
    expect(refused.body).toMatchObject({
      code: 'risk.status-not-possible',
      fieldErrors: { status: [expect.any(String) as string] },
    });
    await move(officer, action, 'cancellation', { reason: 'Done elsewhere' });
    const undone = await patch(risk, { status: 'treated' }).expect(400);
    expect(undone.body).toMatchObject({
      fieldErrors: { status: [expect.stringContaining('no action against it was carried out') as string] },
    });
    const started = await move(officer, await makeAction(officer, { riskId: risk.id }), 'start');
    await move(officer, started, 'completion', { completedOn: '2026-11-01' });
    expect((await patch(risk, { status: 'treated' }).expect(200)).body).toMatchObject({
      status: 'treated',
      allowedActions: ['update', 'closed', 'open', 'plan'],
    });
  });

  it('is made from a finding once, in the words of the finding', async () => {
    const own = await startAssessment(officer);
    const { finding } = await answerAs(officer, own.id, 'S1-Q1', 'gap');
    const risk = (await officer.post('/api/v1/risks').send({ findingId: finding!.id }).expect(201))
      .body as RiskView;
    expect(risk).toMatchObject({
      title: 'No risk analysis has been completed',
      subject: { type: 'finding', id: finding!.id },
      assessment: { id: own.id },
    });
    const again = await officer.post('/api/v1/risks').send({ findingId: finding!.id });
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'risk.exists']);
  });

  it('leaves records of its making and its rating, with names of fields and never their words', async () => {
    const risk = await makeRisk(officer, assessment.id, { description: 'Quince jelly' });
    await patch(risk, { ...RATED, ratingReason: 'Marmalade' }).expect(200);
    const events = await test.database.asSuperuser<{
      action: string;
      changed_fields: string[];
      detail: object;
    }>('select action, changed_fields, detail from audit.event where target_id = $1 order by id', [
      uuid(risk.id),
    ]);
    expect(events.map(({ action }) => action)).toEqual(['risk.created', 'risk.updated', 'risk.rated']);
    expect(events[2]!.detail).toEqual({
      assessmentStatus: 'draft',
      inherentLevel: 'high',
      residualLevel: 'low',
    });
    expect(JSON.stringify(events)).not.toMatch(/Quince|Marmalade/);
  });
});

describe('the register', () => {
  let own: AssessmentView;
  beforeAll(async () => {
    own = await startAssessment(officer, { title: 'For the list' });
    const steps = ['very-low', 'low', 'moderate', 'high', 'very-high'];
    for (let n = 0; n < 12; n += 1) {
      const rating =
        n < 10
          ? {
              inherentLikelihood: 'very-high',
              inherentImpact: 'very-high',
              residualLikelihood: 'very-high',
              residualImpact: steps[n % 5],
              safeguards: 'Locks',
            }
          : {};
      const decided =
        n === 3 ? { treatment: 'transfer', ownerId: memberId(test.a, 'incident-commander') } : {};
      await makeRisk(officer, own.id, {
        title: `Risk ${String(n).padStart(2, '0')} 100%`,
        ...rating,
        ...decided,
      });
    }
  });

  it.each(['residual', 'inherent', 'number', 'title', '-updated'])(
    'sorted by %s shows each risk once, page by page, also when others change meanwhile',
    async (sort) => {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: RiskPage = await list(
          `assessmentId=${own.id}&limit=5&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`,
        );
        found.push(...page.items.map(({ id }) => id));
        expect(page).toMatchObject({ total: 12, totalIsCapped: false });
        cursor = page.nextCursor;
        // Somewhere else in the register: no page may skip or repeat one of ours for it.
        await makeRisk(officer, assessment.id);
      } while (cursor);
      expect(new Set(found).size).toBe(12);
      expect(found).toHaveLength(12);
    },
  );

  it('has the highest residual level first and the unrated last', async () => {
    const { items } = await list(`assessmentId=${own.id}`);
    expect(items.map(({ residualLevel }) => residualLevel?.rank ?? -1)).toEqual([
      100, 100, 75, 75, 50, 50, 25, 25, 0, 0, -1, -1,
    ]);
    expect(items[0]).toMatchObject({
      residualLevel: { id: 'very-high', label: 'Very high' },
      assessmentTitle: 'For the list',
      openActions: 0,
    });
  });

  it.each([
    ['level=very-high', 2],
    ['level=unrated', 2],
    ['treatment=undecided', 11],
    ['treatment=transfer', 1],
    ['ownerId=none', 11],
    ['status=closed', 0],
    ['cell=residual:very-high:very-high', 2],
    ['cell=residual:very-high:moderate', 2],
    ['cell=residual:moderate:very-high', 0],
    ['cell=inherent:very-high:very-high', 10],
    ['cell=inherent:very-high:moderate', 0],
    ['cell=residual:very-high:high&treatment=transfer', 1],
    ['q=risk%2004', 1],
    ['q=100%25', 12],
    ['q=%25_%25', 0],
  ])('filtered by %s has %i', async (filter, count) => {
    const page = await list(`assessmentId=${own.id}&${filter}`);
    expect([page.items.length, page.total]).toEqual([count, count]);
  });

  it('finds a risk by its number', async () => {
    const [first] = (await list(`assessmentId=${own.id}&sort=number`)).items;
    expect((await list(`q=R-${first!.number}`)).items.map(({ id }) => id)).toEqual([first!.id]);
  });

  it('refuses a page mark of another sort, or of nobody', async () => {
    const { nextCursor } = await list(`assessmentId=${own.id}&limit=2`);
    for (const cursor of [
      `${nextCursor}&sort=title`,
      'AAAA',
      Buffer.from('["residual","x","y"]').toString('base64url'),
    ]) {
      expect((await officer.get(`/api/v1/risks?cursor=${cursor}`)).body).toMatchObject({
        code: 'request.cursor-unreadable',
      });
    }
  });

  it('is a heat map before and after safeguards', async () => {
    const map = (await officer.get(`/api/v1/risks/heat-map?assessmentId=${own.id}`).expect(200))
      .body as HeatMapView;
    expect(map.inherent[4]).toEqual([0, 0, 0, 0, 10]);
    expect(map.residual[4]).toEqual([2, 2, 2, 2, 2]);
    expect(
      map.residual
        .slice(0, 4)
        .flat()
        .every((count) => count === 0),
    ).toBe(true);
    expect(map.unrated).toEqual({ inherent: 2, residual: 2 });
    expect(map.undecided).toEqual({ toReview: 0, untreated: 11, unowned: 11, unplanned: 0 });
  });

  it('lists by each cell what the map counts there, and nothing that is closed', async () => {
    const closed = await makeRisk(officer, own.id, { ...RATED, treatment: 'avoid' });
    await seen(officer, 'patch', `/risks/${closed.id}`, closed.version)
      .send({ status: 'closed' })
      .expect(200);
    const map = (await officer.get(`/api/v1/risks/heat-map?assessmentId=${own.id}`).expect(200))
      .body as HeatMapView;
    const { likelihood, impact } = map.scale;
    for (const view of ['inherent', 'residual'] as const) {
      for (const [row, { id: likely }] of likelihood.entries()) {
        for (const [column, { id: bad }] of impact.entries()) {
          const { total } = await list(`assessmentId=${own.id}&cell=${view}:${likely}:${bad}`);
          expect([view, likely, bad, total]).toEqual([view, likely, bad, map[view][row]![column]]);
        }
      }
    }
    const file = await officer.get(
      `/api/v1/risks/export.json?assessmentId=${own.id}&cell=residual:very-high:low`,
    );
    expect(file.body).toHaveLength(2);
    expect((await list(`assessmentId=${own.id}&cell=residual:low:high&status=closed`)).total).toBe(0);
  });

  it.each(['residual', 'residual:high', 'both:high:low', 'residual:high:low:low'])(
    'refuses %s, which is no cell',
    async (cell) => {
      const { status, body } = await officer.get(`/api/v1/risks?cell=${cell}`);
      expect(status).toBe(400);
      expect((body as { fieldErrors: object }).fieldErrors).toHaveProperty('cell');
    },
  );

  it('is the heat map of the assessment that is listed first and has risks, unless one is named', async () => {
    const { items } = (await officer.get('/api/v1/assessments').expect(200)).body as AssessmentPage;
    const map = (await officer.get('/api/v1/risks/heat-map').expect(200)).body as HeatMapView;
    expect(map.assessmentId).toBe(items[0]!.id);
    const elsewhere = await test.signIn('compliance-officer', test.b);
    expect((await elsewhere.get('/api/v1/risks/heat-map')).status).toBe(404);
  });

  it('counts as unplanned what is to be reduced and has no action that still stands', async () => {
    const reduced = () => makeRisk(officer, assessment.id, { ...RATED, treatment: 'mitigate' });
    const unplanned = async () =>
      (
        (await officer.get(`/api/v1/risks/heat-map?assessmentId=${assessment.id}`).expect(200))
          .body as HeatMapView
      ).undecided.unplanned;
    const before = await unplanned();
    const [treated, planned, dropped] = [await reduced(), await reduced(), await reduced()];
    expect(await unplanned()).toBe(before + 3);
    await makeAction(officer, { assessmentId: assessment.id });
    await makeAction(officer, { riskId: planned.id });
    const action = await makeAction(officer, { riskId: dropped.id });
    expect(await unplanned()).toBe(before + 1);
    await move(officer, action, 'cancellation', { reason: 'Not needed after all.' });
    expect(await unplanned()).toBe(before + 2);
    // What is treated needs no action any more.
    await test.database.asSuperuser(`update risk set status = 'treated' where id = $1`, [uuid(treated.id)]);
    expect(await unplanned()).toBe(before + 1);
  });
});
