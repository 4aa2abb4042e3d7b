import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { IncidentView } from '../incident.schemas.js';
import {
  boardOf,
  entries,
  moveTo,
  reportAs,
  triageAs,
  withVersion,
  type Problem,
} from '../incidents.spec-kit.js';

let test: TestApp;
let commander: Agent;
let officer: Agent;
let staff: Agent;
beforeAll(async () => {
  test = await startTestApp();
  commander = await test.signIn('incident-commander');
  officer = await test.signIn('compliance-officer');
  staff = await test.signIn('staff');
});
afterAll(() => test.close());

const triage = (id: string, body: object) => triageAs(commander, id, body);

describe('the board', () => {
  it('moves by the table only, with a reason where it leaves the order', async () => {
    const { id } = await reportAs(staff);
    const { version, moves } = await boardOf(commander, id);
    expect(moves).toEqual([{ to: 'triage', asksReason: false }]);
    const jump = await withVersion(commander, 'post', `${id}/moves`, version).send({ to: 'assess' });
    expect([jump.status, (jump.body as Problem).code]).toEqual([409, 'incident.move-not-possible']);
    const board = await moveTo(commander, id, 'triage', 'contain', 'investigate');
    const back = await withVersion(commander, 'post', `${id}/moves`, board.version).send({ to: 'contain' });
    expect(Object.keys((back.body as Problem).fieldErrors)).toEqual(['reason']);
    await withVersion(commander, 'post', `${id}/moves`, 1).send({ to: 'assess' }).expect(412);
    const log = (await entries(commander, id)).filter(({ kind }) => kind === 'state');
    expect(log.map(({ toState }) => toState)).toEqual(['investigate', 'contain', 'triage', 'reported']);
  });

  it('hands roles over with their history, and gives the notices to who answers for privacy', async () => {
    const { id } = await reportAs(staff, { title: 'Roles change hands' });
    const [first, second] = await test.database.asSuperuser<{ id: string }>(
      `select 'mem_' || replace(m.id::text, '-', '') as id from membership m
       where m.organization_id = '${test.a.id}' and m.role in ('staff', 'compliance-officer') order by m.role desc`,
    );
    const give = (role: string, member: string) =>
      commander.put(`/api/v1/incidents/${id}/roles/${role}`).send({ memberId: member });
    await give('privacy', first!.id).expect(200);
    const board = (await give('privacy', second!.id).expect(200)).body as IncidentView;
    expect(board.roles.map(({ role, until }) => [role, until === null])).toEqual([
      ['privacy', false],
      ['privacy', true],
    ]);
    expect((await give('privacy', second!.id).expect(400)).body).toHaveProperty('fieldErrors.memberId');
    const owners = await test.database.asSuperuser<{ owner: string }>(
      `select distinct 'mem_' || replace(owner_id::text, '-', '') as owner from obligation where title like '%Roles change hands'`,
    );
    expect(owners).toEqual([{ owner: second!.id }]);
    await give('security', first!.id).expect(200);
    expect(await boardOf(staff, id)).toMatchObject({ allowedActions: ['work'], moves: [] });
  });

  it('keeps counsel’s lane to counsel and commander until counsel releases it', async () => {
    const { id } = await reportAs(staff);
    const member = async (role: string) =>
      (
        await test.database.asSuperuser<{ id: string }>(
          `select 'mem_' || replace(id::text, '-', '') as id from membership where organization_id = '${test.a.id}' and role = '${role}'`,
        )
      )[0]!.id;
    await commander
      .put(`/api/v1/incidents/${id}/roles/legal`)
      .send({ memberId: await member('staff') })
      .expect(200);
    const words = 'Counsel thinks that the vendor is liable.';
    const body = { kind: 'note', lane: 'counsel', words };
    expect((await officer.post(`/api/v1/incidents/${id}/entries`).send(body)).status).toBe(400);
    const written = (await staff.post(`/api/v1/incidents/${id}/entries`).send(body).expect(201)).body as {
      id: string;
    };
    const seenBy = async (agent: Agent) => (await entries(agent, id)).some((entry) => entry.words === words);
    expect(await seenBy(staff)).toBe(true);
    expect(await seenBy(officer)).toBe(false);
    expect(await seenBy(commander)).toBe(false);
    await commander
      .put(`/api/v1/incidents/${id}/roles/commander`)
      .send({ memberId: await member('incident-commander') });
    expect(await seenBy(commander)).toBe(true);
    const release = (agent: Agent) =>
      agent
        .post(`/api/v1/incidents/${id}/entries/${written.id}/release`)
        .send({ reason: 'The case is settled.' });
    await release(commander).expect(403);
    await release(staff).expect(204);
    await release(staff).expect(409);
    expect(await seenBy(officer)).toBe(true);
  });

  it('keeps tasks with what came of them, and refuses “not needed” without a reason', async () => {
    const { id } = await reportAs(staff);
    const added = (
      await commander
        .post(`/api/v1/incidents/${id}/tasks`)
        .send({ phase: 'contain', title: 'Lock the account' })
        .expect(201)
    ).body as IncidentView;
    const task = added.tasks.at(-1)!;
    const path = `${id}/tasks/${task.id}`;
    const bare = await withVersion(commander, 'patch', path, task.version).send({ status: 'not-needed' });
    expect(Object.keys((bare.body as Problem).fieldErrors)).toEqual(['outcome']);
    const done = (
      await withVersion(commander, 'patch', path, task.version)
        .send({ status: 'done', outcome: 'Locked.' })
        .expect(200)
    ).body as IncidentView;
    expect(done.tasks.at(-1)).toMatchObject({ status: 'done', outcome: 'Locked.' });
    await withVersion(commander, 'patch', path, task.version).send({ status: 'open' }).expect(412);
  });

  it('begins with the checklist of its kind, and follows where it turns out to be of another', async () => {
    const { id } = await reportAs(staff, { kind: 'lost-device' });
    const titles = ({ tasks }: IncidentView, status: string) =>
      tasks.filter((task) => task.status === status).map(({ title }) => title);
    const begun = await boardOf(commander, id);
    const wipe = begun.tasks.find(({ title }) => title.startsWith('Lock or wipe'))!;
    expect(wipe).toMatchObject({ phase: 'contain', role: 'security', status: 'open', owner: null });
    expect(Date.parse(wipe.dueAt!) - Date.parse(begun.reportedAt)).toBe(2 * 3_600_000);
    const police = begun.tasks.find(({ title }) => title.startsWith('Report a theft'))!;
    await withVersion(commander, 'patch', `${id}/tasks/${police.id}`, police.version)
      .send({ status: 'done' })
      .expect(200);
    const changed = (await triage(id, { kind: 'improper-disposal' })).body as IncidentView;
    expect(titles(changed, 'done')).toEqual([police.title]);
    expect(titles(changed, 'not-needed')).toContain(wipe.title);
    expect(titles(changed, 'open')).toContain('Guard the place, and bring back what lies there');
    expect(new Set(changed.tasks.map(({ title }) => title)).size).toBe(changed.tasks.length);
    const back = (await triage(id, { kind: 'lost-device' })).body as IncidentView;
    expect(back.tasks.length).toBe(changed.tasks.length);
  });

  it('leaves the rest of a checklist for one reason, each task as it was seen', async () => {
    const { id } = await reportAs(staff, { kind: 'other' });
    const seen = (await boardOf(commander, id)).tasks.filter(({ phase }) => phase === 'notify');
    const tasks = seen.map((task) => ({ id: task.id, version: task.version }));
    const leave = (agent: Agent, body: object) => agent.post(`/api/v1/incidents/${id}/tasks/left`).send(body);
    expect((await leave(commander, { tasks, outcome: '' }).expect(400)).body).toHaveProperty(
      'fieldErrors.outcome',
    );
    await leave(staff, { tasks, outcome: 'Nobody’s information.' }).expect(404);
    const stale = tasks.map((task) => ({ ...task, version: task.version + 1 }));
    await leave(commander, { tasks: stale, outcome: 'Nobody’s information.' }).expect(412);
    const left = (await leave(commander, { tasks, outcome: 'Nobody’s information.' }).expect(200))
      .body as IncidentView;
    expect(
      left.tasks.filter(({ phase }) => phase === 'notify').every(({ status }) => status === 'not-needed'),
    ).toBe(true);
    expect((await entries(commander, id)).filter(({ words }) => words.startsWith('Not needed'))).toHaveLength(
      tasks.length,
    );
  });

  it('keeps entries in the order of what happened, corrects them by further ones, and takes nothing from the future', async () => {
    const { id } = await reportAs(staff);
    const write = (body: object) =>
      commander.post(`/api/v1/incidents/${id}/entries`).send({ kind: 'fact', ...body });
    const now = Date.now();
    const late = (
      await write({ words: 'Seen on camera.', happenedAt: new Date(now - 86_400_000).toISOString() }).expect(
        201,
      )
    ).body as { id: string };
    await write({ words: 'Seen at two, not at three.', correctsId: late.id }).expect(201);
    const future = await write({ words: 'Tomorrow', happenedAt: new Date(now + 86_400_000).toISOString() });
    expect(Object.keys((future.body as Problem).fieldErrors)).toEqual(['happenedAt']);
    const log = await entries(commander, id);
    expect(log.at(-1)?.words).toBe('Seen on camera.');
    expect(log[0]).toMatchObject({ words: 'Seen at two, not at three.', correctsId: late.id });
    // By the clock on the wall of a clinic in Denver.
    await write({ words: 'By the clock there.', happenedAt: '2026-01-02T02:10' }).expect(201);
    expect((await entries(commander, id)).find(({ words }) => words === 'By the clock there.')).toMatchObject(
      {
        happenedAt: '2026-01-02T09:10:00.000Z',
      },
    );
  });
});
