import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { showAssessment, startAssessment } from '../assessments.spec-kit.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

describe('beginning an assessment', () => {
  it('takes our questions, the five levels and the newest packs where nothing else is said', async () => {
    const assessment = await startAssessment(officer, { title: 'This year' });
    expect(assessment).toMatchObject({
      title: 'This year',
      status: 'draft',
      questionnaire: { pack: 'security-questions', version: '2026.2', official: false },
      threats: { pack: 'threats', version: '2026.1' },
      scale: { id: 'nist-five-level', pack: 'risk-scales', version: '2026.1' },
      progress: { answered: 0, total: 125 },
      previous: null,
      version: 1,
    });
    expect(assessment.sections.map((section) => section.total)).toEqual([10, 8, 19, 30, 23, 15, 20]);
    expect(assessment.allowedActions).toEqual(['update', 'answer', 'submit', 'withdraw', 'export']);
    expect(assessment.checklist.map((row) => row.met)).toEqual([null, null, null, null, null]);
  });

  it('takes our other questions by name, one section for each standard', async () => {
    const assessment = await startAssessment(officer, {
      questionnaire: { pack: 'security-activities', version: '2026.1' },
    });
    expect(assessment).toMatchObject({
      questionnaire: { pack: 'security-activities', official: false },
      progress: { answered: 0, total: 104 },
    });
    expect(assessment.sections.map((section) => section.total)).toEqual([
      9, 2, 5, 4, 7, 4, 7, 5, 3, 6, 3, 3, 4, 9, 5, 6, 3, 4, 5, 4, 2, 4,
    ]);
  });

  it('takes the other scale and an earlier analysis by name', async () => {
    const first = await startAssessment(officer, { title: 'Last year' });
    const second = await startAssessment(officer, { scaleId: 'sra-three-level', previousId: first.id });
    expect(second.previous).toEqual({ id: first.id, title: 'Last year' });
    expect(second.scale.likelihood).toHaveLength(3);
  });

  it.each([
    [{ title: '' }, 'title'],
    [{ title: 'x', scaleId: 'seven-levels' }, 'scaleId'],
    [{ title: 'x', questionnaire: { pack: 'nobodys', version: '1' } }, 'questionnaire'],
    [{ title: 'x', questionnaire: { pack: 'threats', version: '2026.1' } }, 'questionnaire'],
    [{ title: 'x', previousId: `asm_${'0'.repeat(32)}` }, 'previousId'],
  ])('refuses %j and names the field', async (body, field) => {
    const answer = await officer.post('/api/v1/assessments').send(body).expect(400);
    expect(Object.keys((answer.body as { fieldErrors: object }).fieldErrors)).toEqual([field]);
  });
});

describe('the list', () => {
  it('has the newest first, with progress, and goes on behind a cursor', async () => {
    const first = await officer.get('/api/v1/assessments?limit=2').expect(200);
    const page = first.body as { items: { id: string }[]; nextCursor: string; total: number };
    expect(page.items).toHaveLength(2);
    expect(page.items[0]).toMatchObject({
      status: 'draft',
      progress: { answered: 0, total: 125 },
      signedOn: null,
    });
    const next = await officer.get(`/api/v1/assessments?limit=2&cursor=${page.nextCursor}`).expect(200);
    const ids = [...page.items, ...(next.body as typeof page).items].map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await officer.get('/api/v1/assessments?status=signed').expect(200)).body).toMatchObject({
      items: [],
      total: 0,
    });
  });
});

describe('title and scope', () => {
  it('change only from the version that the person saw', async () => {
    const { id } = await startAssessment(officer, { scope: '' });
    expect((await showAssessment(officer, id)).nextStep.title).toBe('Say what this analysis covers');
    const saved = await officer
      .patch(`/api/v1/assessments/${id}`)
      .set('If-Match', '"v1"')
      .send({ scope: 'Six sites' })
      .expect(200);
    expect(saved.headers['etag']).toBe('"v2"');
    expect(saved.body).toMatchObject({
      scope: 'Six sites',
      version: 2,
      nextStep: { title: 'Answer the questions', href: `/assessments/${id}/questions/S1` },
    });
    await officer.patch(`/api/v1/assessments/${id}`).send({ title: 'Late' }).expect(428);
    const late = await officer
      .patch(`/api/v1/assessments/${id}`)
      .set('If-Match', '"v1"')
      .send({ title: 'Late' })
      .expect(412);
    expect(late.body).toMatchObject({ code: 'assessment.stale' });
  });
});

describe('what is left out of scope', () => {
  it('carries its reason, and takes its data flows out with it', async () => {
    const asset = await makeAsset(officer, { name: 'Old fax' });
    await makeFlow(officer, { name: 'Faxes out', from: { assetId: asset.id }, transportSecurity: 'none' });
    const { id } = await startAssessment(officer);
    const before = await showAssessment(officer, id);
    expect(before.counts.findingsOpen).toBeGreaterThan(0);

    await officer.put(`/api/v1/assessments/${id}/exclusions/${asset.id}`).send({ reason: '' }).expect(400);
    const out = await officer
      .put(`/api/v1/assessments/${id}/exclusions/${asset.id}`)
      .send({ reason: 'Switched off in May' })
      .expect(200);
    expect(out.body).toMatchObject({
      items: [{ assetId: asset.id, name: 'Old fax', reason: 'Switched off in May' }],
    });
    const without = await showAssessment(officer, id);
    expect(without.counts).toMatchObject({
      assetsInScope: before.counts.assetsInScope - 1,
      assetsExcluded: 1,
      dataFlows: before.counts.dataFlows - 1,
      findingsOpen: 0,
    });

    await officer.delete(`/api/v1/assessments/${id}/exclusions/${asset.id}`).expect(200);
    expect((await showAssessment(officer, id)).counts).toEqual(before.counts);
    await officer.delete(`/api/v1/assessments/${id}/exclusions/${asset.id}`).expect(404);
  });
});

describe('an assessment that is no draft', () => {
  it.each(['in-review', 'signed'])('%s refuses every change, and says why', async (status) => {
    const asset = await makeAsset(officer);
    const { id } = await startAssessment(officer);
    await test.database.asSuperuser(
      `update assessment set status = $1 where id::text = replace($2, '-', '')::uuid::text`,
      [status, id.slice(4)],
    );
    const path = `/api/v1/assessments/${id}`;
    for (const request of [
      officer.patch(path).set('If-Match', '"v1"').send({ title: 'Changed' }),
      officer.put(`${path}/exclusions/${asset.id}`).send({ reason: 'Not ours' }),
      officer.delete(`${path}/exclusions/${asset.id}`),
      officer.put(`${path}/answers/S1-Q1`).send({ optionId: 'a' }),
    ]) {
      const answer = await request;
      expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({
        status: 409,
        code: `assessment.${status}`,
      });
    }
    expect((await showAssessment(officer, id)).allowedActions).not.toContain('update');
  });
});

it('writes down who looked at an analysis, once for a person who turns its pages', async () => {
  const { id } = await startAssessment(officer, { title: 'Looked at' });
  const auditor = await test.signIn('auditor');
  await auditor.get(`/api/v1/assessments/${id}`).expect(200);
  await auditor.get(`/api/v1/assessments/${id}`).expect(200);
  const { body } = await officer
    .get(`/api/v1/audit-events?targetId=${id}&action=assessment.viewed`)
    .expect(200);
  const looks = (body as { items: { actor: { id: string } }[] }).items.map(({ actor }) => actor.id);
  expect(looks).toEqual([...new Set(looks)]);
  expect(looks.length).toBeGreaterThan(0);
});
