import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { ChangesView } from '../changes.schemas.js';
import { answerAs, questionOf, showAssessment, startAssessment } from '../assessments.spec-kit.js';
import { approve, makeRisk, RATED, readyAssessment, seen, submit } from '../register.spec-kit.js';
import type { RiskView } from '../risk.schemas.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

describe('an analysis that follows another one', () => {
  it('shows what was answered last time, and counts none of it until somebody confirms it', async () => {
    const before = await startAssessment(officer, { title: 'Analysis of last year' });
    await answerAs(officer, before.id, 'S1-Q1', 'in-place', 'Report of 3 May, by Ana');
    const { id } = await startAssessment(officer, { previousId: before.id });
    const question = await questionOf(officer, id, 'S1-Q1');
    expect(question).toMatchObject({
      answer: null,
      earlier: {
        optionId: 'a',
        standing: 'in-place',
        confirmable: true,
        notes: 'Report of 3 May, by Ana',
        answeredBy: { name: 'compliance-officer of Alder Family Clinic' },
        assessment: { id: before.id, title: 'Analysis of last year' },
      },
    });
    expect((await questionOf(officer, id, 'S1-Q2')).earlier).toBeNull();
    expect((await showAssessment(officer, id)).progress.answered).toBe(0);
    // A later change of the earlier answer, and one's own answer, leave the other alone.
    await answerAs(officer, id, 'S1-Q1', 'partial', 'Two sites are missing');
    expect((await questionOf(officer, before.id, 'S1-Q1')).answer).toMatchObject({ standing: 'in-place' });
    expect((await questionOf(officer, id, 'S1-Q1')).earlier).toMatchObject({ standing: 'in-place' });
  });

  it('has nothing to show where another set was asked, or nothing went before', async () => {
    const before = await startAssessment(officer);
    await answerAs(officer, before.id, 'S1-Q1', 'gap');
    const other = await startAssessment(officer, {
      previousId: before.id,
      questionnaire: { pack: 'security-activities', version: '2026.1' },
    });
    expect((await questionOf(officer, other.id, 'K1-Q1')).earlier).toBeNull();
    const first = await startAssessment(officer);
    expect((await questionOf(officer, first.id, 'S1-Q1')).earlier).toBeNull();
  });

  it('leaves out what was left out, with the same reasons', async () => {
    const before = await startAssessment(officer);
    const asset = await makeAsset(officer, { name: 'Coffee machine' });
    await officer
      .put(`/api/v1/assessments/${before.id}/exclusions/${asset.id}`)
      .send({ reason: 'It holds no ePHI' })
      .expect(200);
    const { id } = await startAssessment(officer, { previousId: before.id });
    const { items } = (await officer.get(`/api/v1/assessments/${id}/exclusions`).expect(200)).body as {
      items: object[];
    };
    expect(items).toContainEqual(
      expect.objectContaining({ name: 'Coffee machine', reason: 'It holds no ePHI' }),
    );
  });

  it('says what is new, changed and gone, against what was signed', async () => {
    const admin = await test.signIn('org-admin');
    const ready = await readyAssessment(test, officer);
    const signed = await approve(admin, await submit(officer, ready.assessment));
    const added = await makeAsset(officer, { name: 'New tablet' });
    const kept = (await officer.get(`/api/v1/assets/${ready.risk.subject!.id}`).expect(200)).body as Record<
      'id' | 'tag' | 'name' | 'backup',
      string
    > & { version: number };
    await seen(officer, 'patch', `/assets/${kept.id}`, kept.version)
      .send({ backup: 'tested', notes: 'Looked at in May' })
      .expect(200);
    const { id } = await startAssessment(officer, { previousId: signed.id });
    await answerAs(officer, id, 'S1-Q1', 'in-place');
    await answerAs(officer, id, 'S1-Q2', 'gap');
    await makeRisk(officer, id, { title: 'A stranger walks in', ...RATED });
    const carried = (await officer.get(`/api/v1/risks/${ready.risk.id}`).expect(200)).body as RiskView;
    await seen(officer, 'patch', `/risks/${carried.id}`, carried.version)
      .send({ residualLikelihood: 'high', ratingReason: 'Two were lost' })
      .expect(200);
    const changes = (await officer.get(`/api/v1/assessments/${id}/changes`).expect(200)).body as ChangesView;
    expect(changes.previous).toMatchObject({ id: signed.id, signedOn: signed.signOff!.approvedOn });
    expect(changes.answers).toMatchObject({
      worse: { count: 1, items: [{ questionId: 'S1-Q2', to: { standing: 'gap' } }] },
      better: { count: 0 },
      same: 1,
      unanswered: 122,
      // S1-Q3 asks on about what S1-Q2 says is not done.
      notAsked: { count: 1, items: [{ questionId: 'S1-Q3', to: null }] },
    });
    expect(changes.assets.added.items).toEqual([{ name: `${added.tag} New tablet` }]);
    expect(changes.assets.gone.count).toBe(0);
    expect(changes.assets.changed.items).toEqual([
      {
        name: `${kept.tag} ${kept.name}`,
        fields: ['backup', 'notes'],
        details: [
          { field: 'backup', from: [kept.backup], to: ['tested'] },
          { field: 'notes', from: [], to: ['Looked at in May'] },
        ],
      },
    ]);
    expect(changes.risks.added.items).toMatchObject([{ title: 'A stranger walks in' }]);
    expect(changes.risks.changed.items).toMatchObject([
      { number: ready.risk.number, title: ready.risk.title },
    ]);
    expect(changes.risks.changed.items[0]!.from).not.toBe(changes.risks.changed.items[0]!.to);
    expect(changes.specifications.count).toBe(22);
    const { text } = await officer.get(`/api/v1/assessments/${id}/changes/export.csv`).expect(200);
    expect(text).toMatch(/^\ufeffArea,Change,.*\r\nAnswer,Worse,/);
    expect(text).toMatch(/\r\nRisk,Changed,[^\r]*,What remains,/);
    expect(text).toContain(
      'Backup; Notes,Backup: Not known; Notes: –,Backup: Restore tested; Notes: Looked at in May',
    );
    expect(text).toMatch(/\r\nAddressable specification,To be confirmed,/);
    await expectInReport(id, changes);
  });

  /** What is compared stands in the report too, with what was decided about changes around ePHI in the year. */
  async function expectInReport(id: string, { previous, ...compared }: ChangesView): Promise<void> {
    const open = (await officer.get('/api/v1/environment-changes?state=undecided').expect(200)).body as {
      items: { id: string; version: number; subject: { name: string } }[];
    };
    expect(open.items.map(({ subject }) => subject.name)).toEqual(['New tablet']);
    const seenChanges = open.items.map(({ id: change, version }) => ({ id: change, version }));
    expect((await reportOf(id)).changes).toMatchObject({ environment: { decided: [], undecided: 1 } });
    await officer
      .post('/api/v1/environment-changes/decisions')
      .send({
        changes: seenChanges,
        decision: 'not-needed',
        reason: 'It is set up as the tablets of before.',
      })
      .expect(201);
    expect((await reportOf(id)).changes).toEqual({
      ...compared,
      previous: { title: previous.title, signedOn: previous.signedOn },
      environment: {
        decided: [
          {
            kind: 'asset-added',
            subject: 'New tablet',
            details: [],
            description: '',
            happenedOn: previous.signedOn,
            outcome: 'not-needed',
            reason: 'It is set up as the tablets of before.',
            decidedBy: 'compliance-officer of Alder Family Clinic',
            decidedAt: expect.any(String),
            takenInto: null,
          },
        ],
        undecided: 0,
      },
    });
  }

  const reportOf = async (id: string): Promise<AssessmentReport> =>
    (await officer.get(`/api/v1/assessments/${id}/report`).expect(200)).body as AssessmentReport;

  it('lists as many of each as are asked for, and counts all of them', async () => {
    const before = await startAssessment(officer);
    const { id } = await startAssessment(officer, { previousId: before.id });
    await makeRisk(officer, id, { title: 'A stranger walks in', ...RATED });
    await makeRisk(officer, id, { title: 'Another stranger', ...RATED });
    const risksOf = async (query: string) => {
      const { body } = await officer.get(`/api/v1/assessments/${id}/changes${query}`).expect(200);
      const { count, items } = (body as ChangesView).risks.added;
      return [count, items.map(({ title }) => title)];
    };
    expect(await risksOf('')).toEqual([2, ['A stranger walks in', 'Another stranger']]);
    expect(await risksOf('?limit=1')).toEqual([2, ['A stranger walks in']]);
    await officer.get(`/api/v1/assessments/${id}/changes?limit=501`).expect(400);
  });

  it('has no changes to show where nothing went before', async () => {
    const { id } = await startAssessment(officer);
    await officer.get(`/api/v1/assessments/${id}/changes`).expect(404);
    expect((await reportOf(id)).changes).toBeNull();
  });
});
