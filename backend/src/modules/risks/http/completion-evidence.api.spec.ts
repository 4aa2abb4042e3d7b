import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionView } from '../action.schemas.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { makeAction, memberId, move, seen } from '../register.spec-kit.js';

let test: TestApp;
let officer: Agent;
let staff: Agent;
let assessment: AssessmentView;
beforeAll(async () => {
  test = await startTestApp();
  [officer, staff] = [await test.signIn('compliance-officer'), await test.signIn('staff')];
  assessment = await startAssessment(officer);
});
afterAll(() => test.close());

const WHY = 'The old server is gone, and nobody took a picture.';
const show = async (id: string): Promise<ActionView> =>
  (await officer.get(`/api/v1/actions/${id}`).expect(200)).body as ActionView;
const owned = (): Promise<ActionView> =>
  makeAction(officer, { assessmentId: assessment.id, ownerId: memberId(test.a, 'staff'), budgetCents: 500 });
const complete = (action: ActionView, more: object = {}) =>
  seen(staff, 'post', `/actions/${action.id}/completion`, action.version).send({
    completedOn: '2026-01-05',
    ...more,
  });
const prove = async (action: ActionView): Promise<{ id: string }> =>
  (
    await staff
      .post(`/api/v1/actions/${action.id}/evidence`)
      .send({ title: 'Binder', note: 'Shelf 3' })
      .expect(201)
  ).body as { id: string };

describe('an action that nothing shows to be done', () => {
  it.each([{}, { noEvidenceReason: '' }, { noEvidenceReason: '  ' }, { noEvidenceReason: 'no' }])(
    'is not reported done with %j: the field says so, and nothing changes',
    async (more) => {
      const action = await owned();
      const refused = await complete(action, { note: 'All nine', spentCents: 700, ...more });
      expect([refused.status, refused.body]).toMatchObject([
        400,
        {
          code: 'action.evidence-missing',
          fieldErrors: { noEvidenceReason: [expect.stringContaining('Add evidence first')] },
        },
      ]);
      expect(await show(action.id)).toMatchObject({
        status: 'planned',
        version: action.version,
        spentCents: null,
        history: [],
      });
    },
  );

  it('is reported done with the reason why, which stands with it, in its history and in the file', async () => {
    const done = (await complete(await owned(), { noEvidenceReason: `  ${WHY} ` }).expect(200))
      .body as ActionView;
    expect(done).toMatchObject({
      status: 'done',
      noEvidenceReason: WHY,
      history: [{ transition: 'completion', noEvidenceReason: WHY }],
    });
    const file = await officer.get(`/api/v1/actions/export.json?q=A-${done.number}`).expect(200);
    expect(file.body).toMatchObject([{ noEvidenceReason: WHY }]);
  });

  it('is opened again without the reason of before, which stays in its history', async () => {
    const done = (await complete(await owned(), { noEvidenceReason: WHY }).expect(200)).body as ActionView;
    const again = await move(officer, done, 'reopening', { reason: 'Look once more' });
    expect(again.noEvidenceReason).toBe('');
    expect(again.history.map(({ noEvidenceReason }) => noEvidenceReason)).toEqual([WHY, '']);
    expect((await complete(again)).status).toBe(400);
  });
});

describe('an action with evidence', () => {
  it('is reported done without another word, and keeps no reason why there is none', async () => {
    const action = await owned();
    await prove(action);
    const done = (await complete(action, { noEvidenceReason: WHY }).expect(200)).body as ActionView;
    expect(done).toMatchObject({ status: 'done', noEvidenceReason: '', evidence: [{ title: 'Binder' }] });
  });

  it('that was withdrawn has none', async () => {
    const action = await owned();
    const { id } = await prove(action);
    await staff.post(`/api/v1/evidence/${id}/withdrawal`).send({ reason: 'The wrong binder' }).expect(200);
    expect((await complete(action)).status).toBe(400);
  });

  it('of another action has none', async () => {
    await prove(await owned());
    expect((await complete(await owned())).status).toBe(400);
  });

  it('keeps the last of it while it waits to be checked', async () => {
    const action = await owned();
    const { id } = await prove(action);
    const done = (await complete(action).expect(200)).body as ActionView;
    const withdraw = (evidenceId: string) =>
      staff.post(`/api/v1/evidence/${evidenceId}/withdrawal`).send({ reason: 'The wrong binder' });
    expect((await withdraw(id).expect(409)).body).toMatchObject({ code: 'evidence.last-of-done' });
    const shown = await show(done.id);
    expect(shown.evidence).toMatchObject([{ withdrawnAt: null }]);
    await prove(shown);
    await withdraw(id).expect(200);
  });
});
