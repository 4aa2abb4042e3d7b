import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionView } from '../action.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import type { LessonPage, LessonView } from '../lesson.schemas.js';
import type { PlanSummaryView } from '../plan.schemas.js';
import { makeAction, memberId, move, seen, uuid } from '../register.spec-kit.js';

let test: TestApp;
let officer: Agent;
let staff: Agent;
let vendorManager: Agent;
let assessmentId: string;
beforeAll(async () => {
  test = await startTestApp();
  [officer, staff, vendorManager] = [
    await test.signIn('compliance-officer'),
    await test.signIn('staff'),
    await test.signIn('vendor-manager'),
  ];
  assessmentId = (await startAssessment(officer)).id;
});
afterAll(() => test.close());

const SOON = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
const lesson = (more: object = {}) => ({
  kind: 'document',
  title: 'Laptop policy: encryption before hand-out',
  ownerId: memberId(test.a, 'staff'),
  dueOn: SOON,
  ...more,
});
async function doneAction(more: object = {}): Promise<ActionView> {
  return move(officer, await makeAction(officer, { assessmentId, ...more }), 'completion', {
    completedOn: '2026-01-05',
  });
}
async function lessonsOf(agent: Agent, actionId: string): Promise<LessonView[]> {
  return ((await agent.get(`/api/v1/lessons?actionId=${actionId}`).expect(200)).body as LessonPage).items;
}
async function recorded(more: object = {}): Promise<LessonView> {
  const action = await doneAction();
  await officer.post(`/api/v1/actions/${action.id}/lessons`).send(lesson(more)).expect(201);
  return (await lessonsOf(officer, action.id))[0]!;
}
const obligationsOf = ({ id }: LessonView) =>
  test.database.asSuperuser<{ status: string; due: string; owner_id: string; citation: string }>(
    `select status, due_on::text as due, owner_id, citation from obligation where kind = 'remediation-lesson.due' and subject_id = $1`,
    [uuid(id)],
  );

describe('what a fix taught', () => {
  it('is a duty with owner and date: on the desk of its owner, who marks it as done', async () => {
    const made = await recorded();
    expect(made).toMatchObject({
      kind: 'document',
      owner: { id: memberId(test.a, 'staff') },
      overdue: false,
      doneOn: null,
    });
    expect(await obligationsOf(made)).toEqual([
      {
        status: 'open',
        due: SOON,
        owner_id: test.a.members.staff.memberId,
        citation: '45 CFR 164.316(b)(2)(iii)',
      },
    ]);
    const work = (await staff.get('/api/v1/my-work').expect(200)).body as { due: object[] };
    expect(work.due).toContainEqual(
      expect.objectContaining({
        title: `Update a document: ${made.title}`,
        href: `/plan/lessons/${made.id}`,
      }),
    );
    // The lesson is theirs, the action is not.
    const own = (await staff.get(`/api/v1/lessons/${made.id}`).expect(200)).body as LessonView;
    expect(own.allowedActions).toEqual(['tick']);
    expect(own.action).toEqual({ ...made.action, title: null, status: null });
    expect(await lessonsOf(staff, made.action.id)).toMatchObject([{ action: { title: null, status: null } }]);
    await staff.get(`/api/v1/actions/${made.action.id}`).expect(404);
    const path = `/lessons/${made.id}`;
    const refused = await seen(staff, 'patch', path, made.version).send({ title: 'Something else' });
    expect(refused.body).toMatchObject({ code: 'lesson.not-yours' });
    await seen(staff, 'patch', path, made.version).send({ doneOn: '2999-01-01' }).expect(400);
    const done = (await seen(staff, 'patch', path, made.version).send({ doneOn: '2026-02-01' }).expect(200))
      .body as LessonView;
    expect(done.doneOn).toBe('2026-02-01');
    expect(await obligationsOf(made)).toMatchObject([{ status: 'met' }]);
    const open = await seen(staff, 'patch', path, done.version).send({ doneOn: null }).expect(200);
    expect(open.body).toMatchObject({ doneOn: null });
    expect((await obligationsOf(made)).map(({ status }) => status).sort()).toEqual(['met', 'open']);
    await seen(staff, 'patch', path, made.version).send({ doneOn: '2026-02-01' }).expect(412);
  });

  it('is handed over, moved and taken back by planners; the obligation follows', async () => {
    const made = await recorded({ kind: 'design-standard' });
    const change = {
      ownerId: memberId(test.a, 'vendor-manager'),
      dueOn: '2028-01-01',
      title: 'Encrypt by default',
    };
    const changed = (
      await seen(officer, 'patch', `/lessons/${made.id}`, made.version).send(change).expect(200)
    ).body as LessonView;
    expect(await obligationsOf(made)).toMatchObject([
      { status: 'open', due: '2028-01-01', owner_id: test.a.members['vendor-manager'].memberId },
    ]);
    await seen(vendorManager, 'delete', `/lessons/${made.id}`, changed.version).expect(403);
    await seen(officer, 'delete', `/lessons/${made.id}`, changed.version).expect(204);
    expect(await obligationsOf(made)).toMatchObject([{ status: 'cancelled' }]);
    await officer.get(`/api/v1/lessons/${made.id}`).expect(404);
  });

  it('is not written down before the fix is there, nor by who had no part in it, nor for nobody', async () => {
    const planned = await makeAction(officer, { assessmentId });
    const early = await officer.post(`/api/v1/actions/${planned.id}/lessons`).send(lesson());
    expect([early.status, early.body]).toMatchObject([409, { code: 'lesson.not-done' }]);
    const { id } = await doneAction();
    expect((await vendorManager.post(`/api/v1/actions/${id}/lessons`).send(lesson())).status).toBe(403);
    expect((await staff.post(`/api/v1/actions/${id}/lessons`).send(lesson())).status).toBe(404);
    const auditor = lesson({ ownerId: memberId(test.a, 'auditor') });
    expect(
      (await officer.post(`/api/v1/actions/${id}/lessons`).send(auditor).expect(400)).body,
    ).toMatchObject({
      fieldErrors: { ownerId: [expect.any(String)] },
    });
    const empty = await officer
      .post(`/api/v1/actions/${id}/lessons`)
      .send(lesson({ title: ' ', dueOn: 'soon' }));
    expect(empty.body).toMatchObject({
      fieldErrors: { title: [expect.any(String)], dueOn: [expect.any(String)] },
    });
    expect(await lessonsOf(officer, id)).toEqual([]);
  });

  it('is seen by the owner of the action that taught it, whoever follows it', async () => {
    const planned = await makeAction(officer, { assessmentId, ownerId: memberId(test.a, 'staff') });
    const done = await move(staff, planned, 'completion', { completedOn: '2026-01-05' });
    expect(done.allowedActions).toContain('teach');
    const forOfficer = lesson({ ownerId: memberId(test.a, 'compliance-officer') });
    await staff.post(`/api/v1/actions/${done.id}/lessons`).send(forOfficer).expect(201);
    expect(await lessonsOf(staff, done.id)).toMatchObject([
      { allowedActions: [], action: { title: done.title, status: 'done' } },
    ]);
    const before = (await staff.get('/api/v1/lessons').expect(200)).body as LessonPage;
    const others = await recorded({ ownerId: memberId(test.a, 'compliance-officer') });
    expect((await staff.get('/api/v1/lessons').expect(200)).body).toMatchObject({ total: before.total });
    await staff.get(`/api/v1/lessons/${others.id}`).expect(404);
  });

  it('is listed the soonest first, by what is open, and counted in the plan', async () => {
    const { openLessons } = (await officer.get('/api/v1/plan/summary').expect(200)).body as PlanSummaryView;
    const list = (await officer.get('/api/v1/lessons?state=open&limit=100').expect(200)).body as LessonPage;
    expect(list.total).toBe(openLessons);
    expect(list.items.map(({ dueOn }) => dueOn)).toEqual(list.items.map(({ dueOn }) => dueOn).sort());
    expect(list.items.every(({ doneOn }) => doneOn === null)).toBe(true);
  });
});
