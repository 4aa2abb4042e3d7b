import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionPage, ActionView } from '../action.schemas.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { makeAction, makeRisk, memberId, move, seen, uuid, WITHOUT_EVIDENCE } from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
let staff: Agent;
let assessment: AssessmentView;
let staffId: string;
beforeAll(async () => {
  test = await startTestApp();
  [officer, admin, staff] = [
    await test.signIn('compliance-officer'),
    await test.signIn('org-admin'),
    await test.signIn('staff'),
  ];
  staffId = memberId(test.a, 'staff');
  assessment = await startAssessment(officer);
});
afterAll(() => test.close());

const show = async (agent: Agent, id: string): Promise<ActionView> =>
  (await agent.get(`/api/v1/actions/${id}`).expect(200)).body as ActionView;
const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
const obligationOf = (action: ActionView) =>
  test.database.asSuperuser<{ status: string; due: string; owner_id: string | null }>(
    `select status, due_on::text as due, owner_id from obligation where kind = 'remediation-action.due' and subject_id = $1 order by id`,
    [uuid(action.id)],
  );
const jobsAbout = (action: ActionView) =>
  test.database
    .asSuperuser<{ job_name: string }>(
      `select job_name from outbox where payload ->> 'actionId' = $1 order by created_at`,
      [uuid(action.id)],
    )
    .then((rows) => rows.map(({ job_name: name }) => name));

describe('planning an action', () => {
  it('against a risk takes its finding and assessment along, with milestones in order', async () => {
    const risk = await makeRisk(officer, assessment.id);
    const action = await makeAction(officer, {
      riskId: risk.id,
      ownerId: staffId,
      dueOn: '2027-03-01',
      budgetCents: 120_050,
      milestones: [
        { title: 'Second', dueOn: '2027-02-15' },
        { title: 'First', dueOn: '2027-01-15' },
      ],
    });
    expect(action).toMatchObject({
      risk: { id: risk.id, number: risk.number },
      assessment: { id: assessment.id },
      owner: { id: staffId },
      dueOn: '2027-03-01',
      budgetCents: 120_050,
      spentCents: null,
      status: 'planned',
      overdue: false,
      version: 1,
    });
    expect(action.milestones.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(await obligationOf(action)).toEqual([
      { status: 'open', due: '2027-03-01', owner_id: test.a.members.staff.memberId },
    ]);
    expect(await jobsAbout(action)).toEqual(['notice.action-assigned']);
  });

  it('refuses what belongs together nowhere', async () => {
    const risk = await makeRisk(officer, assessment.id);
    const other = await startAssessment(officer);
    expect((await officer.post('/api/v1/actions').send({ title: 'x' })).body).toMatchObject({
      fieldErrors: { riskId: [expect.any(String)] },
    });
    expect(
      (await officer.post('/api/v1/actions').send({ title: 'x', riskId: risk.id, assessmentId: other.id }))
        .body,
    ).toMatchObject({ fieldErrors: { assessmentId: [expect.any(String)] } });
    expect(
      (await officer.post('/api/v1/actions').send({ title: 'x', riskId: `rsk_${'0'.repeat(32)}` })).status,
    ).toBe(404);
    expect(
      (await officer.post('/api/v1/actions').send({ title: 'x', assessmentId: other.id, budgetCents: -1 }))
        .status,
    ).toBe(400);
  });

  it('anew moves its obligation, with the reason, and tells the new owner', async () => {
    const action = await makeAction(officer, {
      assessmentId: assessment.id,
      ownerId: staffId,
      dueOn: '2027-03-01',
    });
    const change = {
      dueOn: '2027-04-01',
      dueOnReason: 'The vendor is late',
      ownerId: memberId(test.a, 'vendor-manager'),
    };
    const changed = (
      await seen(officer, 'patch', `/actions/${action.id}`, action.version).send(change).expect(200)
    ).body as ActionView;
    expect(changed).toMatchObject({ dueOn: '2027-04-01', version: 2 });
    expect(await obligationOf(action)).toEqual([
      { status: 'open', due: '2027-04-01', owner_id: test.a.members['vendor-manager'].memberId },
    ]);
    const reasons = await test.database.asSuperuser<{ reason: string }>(
      `select c.reason from obligation_change c join obligation o on o.id = c.obligation_id where o.subject_id = $1 and c.from_due_on <> c.to_due_on`,
      [uuid(action.id)],
    );
    expect(reasons).toEqual([{ reason: 'The vendor is late' }]);
    expect(await jobsAbout(action)).toEqual(['notice.action-assigned', 'notice.action-assigned']);
    await seen(officer, 'patch', `/actions/${action.id}`, 2)
      .send({ dueOn: null, dueOnReason: 'Not before the move' })
      .expect(200);
    expect((await obligationOf(action)).map(({ status }) => status)).toEqual(['cancelled']);
  });
});

describe('working on an action', () => {
  it('goes from planned to validated by two people, and leaves its history', async () => {
    const planned = await makeAction(officer, {
      assessmentId: assessment.id,
      ownerId: staffId,
      dueOn: '2027-03-01',
    });
    expect((await show(staff, planned.id)).allowedActions).toEqual(['work', 'start', 'completion']);
    const started = await move(staff, planned, 'start');
    const done = await move(staff, started, 'completion', {
      completedOn: '2026-01-05',
      spentCents: 99,
      note: 'All nine',
    });
    expect(done).toMatchObject({
      status: 'done',
      completedOn: '2026-01-05',
      completedBy: { id: staffId },
      spentCents: 99,
    });
    expect((await obligationOf(done)).map(({ status }) => status)).toEqual(['met']);
    expect(await jobsAbout(done)).toEqual(['notice.action-assigned', 'notice.action-done']);
    const validated = await move(admin, done, 'validation', { note: 'Looked at three of them' });
    expect(validated).toMatchObject({
      status: 'validated',
      validatedBy: { id: memberId(test.a, 'org-admin') },
      validationNote: 'Looked at three of them',
    });
    expect(validated.history.map(({ from, to, by }) => [from, to, by.id])).toEqual([
      ['planned', 'in-progress', staffId],
      ['in-progress', 'done', staffId],
      ['done', 'validated', memberId(test.a, 'org-admin')],
    ]);
  });

  it('is never validated by the one who completed it', async () => {
    const action = await makeAction(officer, { assessmentId: assessment.id });
    const done = await move(officer, action, 'completion', { completedOn: '2026-01-05' });
    expect(done.allowedActions).not.toContain('validation');
    const refused = await seen(officer, 'post', `/actions/${action.id}/validation`, done.version).send({
      note: 'Mine',
    });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'action.own-work']);
    const behind = test.database.asSuperuser(
      `update remediation_action set status = 'validated', validated_by = completed_by, validated_at = now() where id = $1`,
      [uuid(action.id)],
    );
    await expect(behind).rejects.toThrow('violates check constraint');
  });

  it('may be opened again: what was done before stays in the history, and the date is due again', async () => {
    const action = await makeAction(officer, { assessmentId: assessment.id, dueOn: '2027-05-05' });
    const done = await move(officer, action, 'completion', { completedOn: '2026-01-05' });
    const again = await move(admin, done, 'reopening', { reason: 'One laptop was forgotten' });
    expect(again).toMatchObject({
      status: 'in-progress',
      statusReason: 'One laptop was forgotten',
      completedOn: null,
      completedBy: null,
    });
    expect(again.history.map(({ transition, completedOn, note }) => [transition, completedOn, note])).toEqual(
      [
        ['completion', '2026-01-05', ''],
        ['reopening', null, 'One laptop was forgotten'],
      ],
    );
    expect((await obligationOf(action)).map(({ status, due }) => [status, due])).toEqual([
      ['met', '2027-05-05'],
      ['open', '2027-05-05'],
    ]);
    const cancelled = await move(officer, again, 'cancellation', { reason: 'The laptops were sold' });
    expect((await obligationOf(action)).map(({ status }) => status)).toEqual(['met', 'cancelled']);
    expect((await move(officer, cancelled, 'reopening', { reason: 'The sale fell through' })).status).toBe(
      'planned',
    );
  });

  it('that is not possible now is refused, and so is a day to come', async () => {
    const action = await makeAction(officer, { assessmentId: assessment.id });
    const early = await seen(officer, 'post', `/actions/${action.id}/validation`, 1).send({
      note: 'Too early',
    });
    expect([early.status, codeOf(early)]).toEqual([409, 'action.transition-not-possible']);
    expect(
      (await seen(officer, 'post', `/actions/${action.id}/completion`, 1).send({ completedOn: '2999-01-01' }))
        .body,
    ).toMatchObject({ fieldErrors: { completedOn: [expect.any(String)] } });
    expect((await seen(officer, 'post', `/actions/${action.id}/start`, 7).send()).status).toBe(412);
    expect((await officer.post(`/api/v1/actions/${action.id}/start`).send()).status).toBe(428);
  });

  it('fifty times at once completes it once', async () => {
    const action = await makeAction(officer, { assessmentId: assessment.id });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        seen(officer, 'post', `/actions/${action.id}/completion`, 1).send({
          completedOn: '2026-01-05',
          ...WITHOUT_EVIDENCE,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await show(officer, action.id)).history).toHaveLength(1);
  });

  it('that is done keeps its plan; a late invoice still comes in', async () => {
    const action = await makeAction(officer, { assessmentId: assessment.id });
    const done = await move(officer, action, 'completion', { completedOn: '2026-01-05' });
    expect(
      codeOf(await seen(officer, 'patch', `/actions/${action.id}`, done.version).send({ title: 'Another' })),
    ).toBe('action.settled');
    expect(
      (
        await seen(officer, 'patch', `/actions/${action.id}`, done.version)
          .send({ spentCents: 5 })
          .expect(200)
      ).body,
    ).toMatchObject({ spentCents: 5 });
  });
});

describe('milestones', () => {
  it('that are open are ticked, or said not to be needed, before the action is done', async () => {
    const action = await makeAction(officer, {
      assessmentId: assessment.id,
      milestones: [{ title: 'Order', dueOn: '2027-01-01' }],
    });
    const done = { completedOn: '2026-01-02', ...WITHOUT_EVIDENCE };
    const refused = await seen(officer, 'post', `/actions/${action.id}/completion`, action.version).send(
      done,
    );
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ fieldErrors: { note: [expect.stringContaining('One milestone')] } });
    await seen(officer, 'post', `/actions/${action.id}/completion`, action.version)
      .send({ ...done, note: 'Bought in the shop instead.' })
      .expect(200);
  });

  it('are set by who plans and ticked by who works', async () => {
    const action = await makeAction(officer, { assessmentId: assessment.id, ownerId: staffId });
    const added = (
      await seen(officer, 'post', `/actions/${action.id}/milestones`, 1)
        .send({ title: 'Order', dueOn: '2027-01-01' })
        .expect(201)
    ).body as ActionView;
    const path = `/actions/${action.id}/milestones/${added.milestones[0]!.id}`;
    const ticked = (
      await seen(staff, 'patch', path, added.version).send({ doneOn: '2026-01-02' }).expect(200)
    ).body as ActionView;
    expect(ticked.milestones).toMatchObject([{ title: 'Order', dueOn: '2027-01-01', doneOn: '2026-01-02' }]);
    expect(codeOf(await seen(staff, 'patch', path, ticked.version).send({ dueOn: '2028-01-01' }))).toBe(
      'action.plan-only',
    );
    expect((await seen(officer, 'patch', path, ticked.version).send({ doneOn: '2999-01-01' })).status).toBe(
      400,
    );
    expect((await seen(officer, 'delete', path, 1).send()).status).toBe(412);
    expect(
      ((await seen(officer, 'delete', path, ticked.version).send().expect(200)).body as ActionView)
        .milestones,
    ).toEqual([]);
  });
});

describe('evidence for an action', () => {
  it('is added by its owner, until somebody has checked it, and stands with the action and in the report', async () => {
    const action = await makeAction(officer, { assessmentId: assessment.id, ownerId: staffId });
    const path = `/api/v1/actions/${action.id}/evidence`;
    const attach = (agent: Agent) =>
      agent.post(path).field('title', 'List').attach('file', Buffer.from('nine laptops'), 'list.txt');
    const added = (await attach(staff).expect(201)).body as ActionView['evidence'][number];
    expect(added).toMatchObject({
      title: 'List',
      file: { name: 'list.txt', sizeBytes: 12 },
      addedBy: { id: staffId },
    });
    expect((await show(officer, action.id)).evidence).toEqual([added]);
    await staff.get(`/api/v1/evidence/${added.id}/file`).expect(200);
    const { body } = await officer.get(`/api/v1/assessments/${assessment.id}/report`).expect(200);
    const reported = (body as AssessmentReport).actions.find(({ id }) => id === action.id)!.evidence;
    expect(reported).toMatchObject([
      {
        title: 'List',
        fileName: 'list.txt',
        sha256: added.file!.sha256,
        addedBy: 'staff of Alder Family Clinic',
      },
    ]);
    expect((await attach(await test.signIn('vendor-manager'))).status).toBe(403);
    const done = await move(staff, action, 'completion', { completedOn: '2026-01-05' });
    await attach(staff).expect(201);
    await move(officer, done, 'validation', { note: 'Seen' });
    expect(codeOf(await attach(staff))).toBe('action.settled');
  });

  it('is nothing that others find', async () => {
    const action = await makeAction(officer, { assessmentId: assessment.id });
    const added = await officer
      .post(`/api/v1/actions/${action.id}/evidence`)
      .send({ title: 'Binder', note: 'Shelf 3' })
      .expect(201);
    expect(
      (await staff.post(`/api/v1/actions/${action.id}/evidence`).send({ title: 'x', note: 'y' })).status,
    ).toBe(404);
    expect((await staff.get(`/api/v1/evidence/${(added.body as { id: string }).id}/file`)).status).toBe(404);
  });
});

describe('somebody who may not see the whole plan', () => {
  it('finds the actions that they own and no others', async () => {
    const mine = await makeAction(officer, {
      assessmentId: assessment.id,
      ownerId: staffId,
      title: 'For staff',
    });
    const theirs = await makeAction(officer, { assessmentId: assessment.id, title: 'For nobody' });
    const page = (await staff.get('/api/v1/actions').expect(200)).body as ActionPage;
    expect(page.items.length).toBeGreaterThan(0);
    expect(page.items.every(({ owner }) => owner?.id === staffId)).toBe(true);
    expect(page.items.map(({ id }) => id)).toContain(mine.id);
    expect(((await staff.get(`/api/v1/actions?ownerId=none`)).body as ActionPage).items).toEqual([]);
    expect((await staff.get(`/api/v1/actions/${theirs.id}`)).status).toBe(404);
    expect((await seen(staff, 'post', `/actions/${theirs.id}/start`, 1).send()).status).toBe(404);
  });

  it('is told so when they see an action but do not own it', async () => {
    const action = await makeAction(officer, { assessmentId: assessment.id, ownerId: staffId });
    const manager = await test.signIn('vendor-manager');
    expect((await show(manager, action.id)).allowedActions).toEqual([]);
    expect(codeOf(await seen(manager, 'post', `/actions/${action.id}/start`, 1).send())).toBe(
      'action.not-yours',
    );
  });
});
