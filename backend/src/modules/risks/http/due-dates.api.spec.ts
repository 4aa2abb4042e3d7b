import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionView } from '../action.schemas.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { makeAction, memberId, seen, uuid } from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';

let test: TestApp;
let officer: Agent;
let assessment: AssessmentView;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  assessment = await startAssessment(officer);
});
afterAll(() => test.close());

const show = async (id: string): Promise<ActionView> =>
  (await officer.get(`/api/v1/actions/${id}`).expect(200)).body as ActionView;
const planned = (more: object = {}): Promise<ActionView> =>
  makeAction(officer, { assessmentId: assessment.id, dueOn: '2027-03-01', ...more });
const change = (action: ActionView, body: object) =>
  seen(officer, 'patch', `/actions/${action.id}`, action.version).send(body);

describe('a promised date', () => {
  it.each([
    [{ dueOn: '2027-04-01' }],
    [{ dueOn: '2027-02-01', dueOnReason: '  ' }],
    [{ dueOn: null, dueOnReason: 'no' }],
  ])('does not move by %j: the field asks why, and nothing changes', async (body) => {
    const action = await planned();
    const refused = await change(action, { title: 'Another', ...body });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      {
        code: 'action.due-reason-missing',
        fieldErrors: { dueOnReason: [expect.stringContaining('why the date moves')] },
      },
    ]);
    expect(await show(action.id)).toEqual(action);
  });

  it('moves with a reason, which is kept with the action, in the audit log and in the report', async () => {
    const reason = 'The Quince vendor is late';
    const once = (
      await change(await planned(), { dueOn: '2027-04-01', dueOnReason: ` ${reason} ` }).expect(200)
    ).body as ActionView;
    const twice = (await change(once, { dueOn: null, dueOnReason: 'Nobody knows' }).expect(200))
      .body as ActionView;
    const by = { id: memberId(test.a, 'compliance-officer') };
    expect(twice).toMatchObject({
      dueOn: null,
      dueMoves: [
        { from: '2027-03-01', to: '2027-04-01', reason, by },
        { from: '2027-04-01', to: null, reason: 'Nobody knows', by },
      ],
    });
    const events = await test.database.asSuperuser<{ changed_fields: string }>(
      `select changed_fields from audit.event where action = 'action.updated' and target_id = $1 order by id`,
      [uuid(twice.id)],
    );
    expect(events.map(({ changed_fields: fields }) => fields)).toEqual([
      expect.arrayContaining(['dueOn', 'dueOnReason']),
      expect.arrayContaining(['dueOn', 'dueOnReason']),
    ]);
    expect(JSON.stringify(events)).not.toContain('Quince');
    const { body } = await officer.get(`/api/v1/assessments/${assessment.id}/report`).expect(200);
    expect((body as AssessmentReport).actions.find(({ id }) => id === twice.id)!.dueMoves).toMatchObject([
      { from: '2027-03-01', to: '2027-04-01', reason, by: 'compliance-officer of Alder Family Clinic' },
      { from: '2027-04-01', to: null },
    ]);
  });

  it('needs no reason when it is the first, or stays', async () => {
    const action = await planned({ dueOn: null });
    const dated = (await change(action, { dueOn: '2027-04-01' }).expect(200)).body as ActionView;
    const same = (await change(dated, { dueOn: '2027-04-01', title: 'Reworded' }).expect(200))
      .body as ActionView;
    expect(same).toMatchObject({ dueOn: '2027-04-01', title: 'Reworded', dueMoves: [] });
  });
});

describe('a milestone', () => {
  const AFTER = [400, { code: 'milestone.after-due' }];
  const ON = { title: 'Order', dueOn: '2027-02-15' };
  const add = (action: ActionView, milestone: object) =>
    seen(officer, 'post', `/actions/${action.id}/milestones`, action.version).send(milestone);

  it('is not planned after the day on which its action is due', async () => {
    const action = await planned();
    const refused = await add(action, { ...ON, dueOn: '2027-03-02' });
    expect([refused.status, refused.body]).toMatchObject(AFTER);
    expect(refused.body).toMatchObject({ fieldErrors: { dueOn: [expect.stringContaining('Mar 1, 2027')] } });
    expect((await show(action.id)).milestones).toEqual([]);
    const last = (await add(action, { ...ON, dueOn: '2027-03-01' }).expect(201)).body as ActionView;
    const path = `/actions/${action.id}/milestones/${last.milestones[0]!.id}`;
    const moved = await seen(officer, 'patch', path, last.version).send({ dueOn: '2027-03-02' });
    expect([moved.status, moved.body]).toMatchObject(AFTER);
    expect((await show(action.id)).milestones).toMatchObject([{ dueOn: '2027-03-01' }]);
  });

  it('is not planned so together with its action: the field is named', async () => {
    const milestones = [ON, { title: 'Late', dueOn: '2027-05-01' }];
    const body = { assessmentId: assessment.id, title: 'Never made', dueOn: '2027-03-01', milestones };
    const refused = await officer.post('/api/v1/actions').send(body);
    expect([refused.status, refused.body]).toMatchObject(AFTER);
    expect(Object.keys((refused.body as { fieldErrors: object }).fieldErrors)).toEqual([
      'milestones.1.dueOn',
    ]);
    expect((await officer.get('/api/v1/actions?q=Never%20made').expect(200)).body).toMatchObject({
      total: 0,
    });
  });

  it('holds the date of its action, by name', async () => {
    const action = await planned({ milestones: [ON, { title: 'Hand back', dueOn: '2027-02-28' }] });
    const refused = await change(action, { dueOn: '2027-02-20', dueOnReason: 'Sooner is better' });
    expect([refused.status, refused.body]).toMatchObject([400, { code: 'action.due-before-milestone' }]);
    const { dueOn } = (refused.body as { fieldErrors: { dueOn: string[] } }).fieldErrors;
    expect(dueOn).toEqual([expect.stringContaining('“Hand back” is due on Feb 28, 2027')]);
    expect(await show(action.id)).toEqual(action);
    await change(action, { dueOn: '2027-02-28', dueOnReason: 'Sooner is better' }).expect(200);
  });

  it('that is done holds no date, and is not opened again after the new one', async () => {
    const action = await planned({ milestones: [{ title: 'Hand back', dueOn: '2027-02-28' }] });
    const tick = (of: ActionView, doneOn: string | null) =>
      seen(officer, 'patch', `/actions/${of.id}/milestones/${of.milestones[0]!.id}`, of.version).send({
        doneOn,
      });
    const ticked = (await tick(action, '2026-01-05').expect(200)).body as ActionView;
    const sooner = (
      await change(ticked, { dueOn: '2027-02-20', dueOnReason: 'All of it is done' }).expect(200)
    ).body as ActionView;
    expect(sooner).toMatchObject({ dueOn: '2027-02-20', milestones: [{ dueOn: '2027-02-28' }] });
    const opened = await tick(sooner, null);
    expect([opened.status, opened.body]).toMatchObject(AFTER);
    expect(Object.keys((opened.body as { fieldErrors: object }).fieldErrors)).toEqual(['doneOn']);
  });

  it('may lie where it will while its action has no date, and then holds the first one', async () => {
    const action = await planned({ dueOn: null, milestones: [{ title: 'Far', dueOn: '2030-01-01' }] });
    expect((await change(action, { dueOn: '2029-12-31' })).body).toMatchObject({
      code: 'action.due-before-milestone',
    });
    await change(action, { dueOn: '2030-01-01' }).expect(200);
  });
});
