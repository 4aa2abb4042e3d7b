import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionPage, ActionView } from '../action.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import type { TimelinePage } from '../plan.schemas.js';
import { makeAction, memberId, move, seen } from '../register.spec-kit.js';

let test: TestApp;
let officer: Agent;
let assessmentId: string;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  assessmentId = (await startAssessment(officer)).id;
});
afterAll(() => test.close());

const plan = (more: object = {}) => makeAction(officer, { assessmentId, ...more });
const show = async ({ id }: ActionView): Promise<ActionView> =>
  (await officer.get(`/api/v1/actions/${id}`).expect(200)).body as ActionView;
const wait = (action: ActionView, other: ActionView) =>
  seen(officer, 'post', `/actions/${action.id}/dependencies`, action.version).send({ waitsForId: other.id });
async function waits(action: ActionView, other: ActionView): Promise<ActionView> {
  return (await wait(action, other).expect(201)).body as ActionView;
}

describe('an action that waits for another one', () => {
  it('says so on both, cannot be completed before, and can after', async () => {
    const [later, first] = [await plan({ title: 'Train' }), await plan({ title: 'Buy' })];
    const waiting = await waits(later, first);
    expect(waiting.waitsFor).toMatchObject([
      { id: first.id, number: first.number, title: 'Buy', status: 'planned' },
    ]);
    expect((await show(first)).waitedForBy).toMatchObject([{ id: later.id }]);
    expect(waiting.allowedActions).not.toContain('completion');
    const body = { completedOn: '2026-01-05' };
    const refused = await seen(officer, 'post', `/actions/${later.id}/completion`, waiting.version).send(
      body,
    );
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'action.waits', detail: expect.stringContaining(`A-${first.number} “Buy”`) as string },
    ]);
    expect((await show(later)).status).toBe('planned');
    await move(officer, first, 'completion', body);
    expect((await move(officer, await show(later), 'completion', body)).status).toBe('done');
  });

  it('goes on without what was cancelled, and without what it no longer waits for', async () => {
    const [later, cancelled, dropped] = [await plan(), await plan(), await plan()];
    const one = await waits(later, cancelled);
    const two = await waits(one, dropped);
    await move(officer, cancelled, 'cancellation', { reason: 'Not needed' });
    const left = await seen(
      officer,
      'delete',
      `/actions/${later.id}/dependencies/${dropped.id}`,
      two.version,
    );
    const free = left.body as ActionView;
    expect(free.waitsFor.map(({ status }) => status)).toEqual(['cancelled']);
    expect((await move(officer, free, 'completion', { completedOn: '2026-01-05' })).status).toBe('done');
    await seen(officer, 'delete', `/actions/${later.id}/dependencies/${dropped.id}`, 5).expect(404);
  });

  it('is due too early where the other one is due later, in plain sight', async () => {
    const first = await plan({ dueOn: '2027-06-01' });
    const later = await waits(await plan({ dueOn: '2027-05-01' }), first);
    expect(later.dueTooEarly).toBe(true);
    const list = (await officer.get(`/api/v1/actions?q=A-${later.number}`).expect(200)).body as ActionPage;
    expect(list.items).toMatchObject([{ dueTooEarly: true, waitsForOpen: 1 }]);
    const moved = await seen(officer, 'patch', `/actions/${later.id}`, later.version)
      .send({ dueOn: '2027-06-01', dueOnReason: 'After the first' })
      .expect(200);
    expect(moved.body).toMatchObject({ dueTooEarly: false });
  });
});

describe('who sees only their own actions', () => {
  it('is told number and status of what theirs wait for, and nothing of what others wait for', async () => {
    const staff = await test.signIn('staff');
    const ownerId = memberId(test.a, 'staff');
    const [mine, also] = [await plan({ ownerId }), await plan({ ownerId, title: 'Also mine' })];
    const secret = await plan({ title: 'Sell the old site', dueOn: '2027-05-01' });
    await waits(await waits(mine, secret), also);
    await waits(await plan({ title: 'Close the old site' }), mine);
    const seenByStaff = (await staff.get(`/api/v1/actions/${mine.id}`).expect(200)).body as ActionView;
    expect(seenByStaff.waitedForBy).toEqual([]);
    expect(seenByStaff.waitsFor).toEqual([
      { id: secret.id, number: secret.number, title: null, status: 'planned', dueOn: null },
      { id: also.id, number: also.number, title: 'Also mine', status: 'planned', dueOn: null },
    ]);
    const waitedFor = (await staff.get(`/api/v1/actions/${also.id}`).expect(200)).body as ActionView;
    expect(waitedFor.waitedForBy).toMatchObject([{ id: mine.id, title: mine.title }]);
    const refused = await seen(staff, 'post', `/actions/${mine.id}/completion`, seenByStaff.version).send({
      completedOn: '2026-01-05',
    });
    const { detail } = refused.body as { detail: string };
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'action.waits' }]);
    expect(detail).toContain(`A-${secret.number}`);
    expect(JSON.stringify(refused.body)).not.toContain('old site');
    expect((await show(mine)).waitedForBy).toMatchObject([{ title: 'Close the old site' }]);
  });
});

describe('actions that would wait for each other', () => {
  it('are refused, and the circle is named', async () => {
    const [a, b, c] = [await plan(), await plan(), await plan()];
    await waits(a, b);
    await waits(b, c);
    const refused = await wait(c, a).expect(400);
    const circle = [c, a, b, c].map(({ number }) => `A-${number}`).join(' → ');
    expect(refused.body).toMatchObject({
      code: 'action.waits-in-circle',
      fieldErrors: { waitsForId: [expect.stringContaining(circle)] },
    });
    expect((await wait(c, c).expect(400)).body).toMatchObject({ code: 'action.waits-in-circle' });
    expect((await show(c)).waitsFor).toEqual([]);
  });

  it('never come to be when both are asked for at once', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 6 }, async () => [await plan(), await plan()] as const),
    );
    for (const [a, b] of pairs) {
      const statuses = (await Promise.all([wait(a, b), wait(b, a)])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([201, 400]);
    }
  });

  it('are refused twice, when finished, and by an old version', async () => {
    const [a, b] = [await plan(), await plan()];
    const waiting = await waits(a, b);
    expect((await wait(waiting, b).expect(400)).body).toMatchObject({
      fieldErrors: { waitsForId: [expect.any(String)] },
    });
    await wait(a, b).expect(412);
    const done = await move(officer, b, 'completion', { completedOn: '2026-01-05' });
    expect((await wait(done, a).expect(409)).body).toMatchObject({ code: 'action.settled' });
  });
});

describe('the timeline', () => {
  it('has what is dated, the soonest first, with its milestones, under the filters, page by page', async () => {
    const own = (await startAssessment(officer)).id;
    const milestones = [{ title: 'Order', dueOn: '2027-01-15' }];
    await plan({ assessmentId: own, title: 'Second', dueOn: '2027-04-01' });
    await plan({ assessmentId: own, title: 'First', dueOn: '2027-03-01', milestones });
    await plan({ assessmentId: own, title: 'Some day' });
    const path = `/api/v1/plan/timeline?assessmentId=${own}&limit=1`;
    const first = (await officer.get(path).expect(200)).body as TimelinePage;
    expect(first).toMatchObject({
      total: 2,
      items: [{ title: 'First', milestones: [{ title: 'Order', doneOn: null }] }],
    });
    const second = (await officer.get(`${path}&cursor=${first.nextCursor}`).expect(200)).body as TimelinePage;
    expect(second).toMatchObject({ nextCursor: null, items: [{ title: 'Second', milestones: [] }] });
  });
});
