import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { makeRisk, memberId, RATED, seen, uuid } from '../register.spec-kit.js';
import type { RiskPage, RiskView } from '../risk.schemas.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
let assessmentId: string;
let today: string;
beforeAll(async () => {
  test = await startTestApp();
  [officer, admin] = [await test.signIn('compliance-officer'), await test.signIn('org-admin')];
  const assessment = await startAssessment(officer);
  assessmentId = assessment.id;
  today = assessment.startedOn;
});
afterAll(() => test.close());

const inDays = (days: number): string => addDays(calendarDate(today), days);
const accepted = (more: object = {}): Promise<RiskView> =>
  makeRisk(officer, assessmentId, {
    ...RATED,
    treatment: 'accept',
    treatmentReason: 'Nothing is stored on it',
    ownerId: memberId(test.a, 'staff'),
    ...more,
  });
const ask = (agent: Agent, risk: RiskView, body: object = {}) =>
  seen(agent, 'post', `/risks/${risk.id}/acceptances`, risk.version).send({
    reason: 'Encrypting it costs more than the laptop',
    untilOn: inDays(180),
    ...body,
  });
const asked = async (risk: RiskView, body: object = {}) =>
  (await ask(officer, risk, body).expect(201)).body as RiskView;
function decide(agent: Agent, risk: RiskView, decision: string, note = '') {
  const { id, version } = risk.acceptances[0]!;
  return seen(agent, 'post', `/risks/${risk.id}/acceptances/${id}/decision`, version).send({
    decision,
    note,
  });
}
const show = async (id: string) => (await officer.get(`/api/v1/risks/${id}`).expect(200)).body as RiskView;
const change = async (risk: RiskView, body: object) =>
  (await seen(officer, 'patch', `/risks/${risk.id}`, risk.version).send(body).expect(200)).body as RiskView;
const inList = async (risk: RiskView) =>
  ((await officer.get(`/api/v1/risks?q=R-${risk.number}`).expect(200)).body as RiskPage).items[0]!.acceptance;
type Desk = Record<'overdue' | 'due', { id: string; kind: string; href: string | null }[]>;
const onDesk = async (agent: Agent, risk: RiskView) => {
  const work = (await agent.get('/api/v1/my-work').expect(200)).body as Desk;
  return [...work.overdue, ...work.due].some(({ id, kind }) => id === risk.id && kind === 'acceptance');
};
const endOf = (risk: RiskView) =>
  test.database.asSuperuser<{ status: string; due_on: string }>(
    `select status, due_on::text from obligation where kind = 'risk-acceptance.end' and subject_id = $1 order by created_at`,
    [uuid(risk.id)],
  );

describe('an accepted risk', () => {
  it('stays as it is once somebody else approved exactly that, with a last day and a reminder', async () => {
    const risk = await accepted();
    expect(risk.allowedActions).toContain('ask-acceptance');
    expect(await inList(risk)).toBeNull();
    const waiting = await asked(risk);
    expect(waiting.acceptances[0]).toMatchObject({ standing: 'asked', allowedActions: ['withdraw'] });
    expect(waiting.allowedActions).not.toContain('ask-acceptance');
    const approved = (await decide(admin, waiting, 'approve', 'Until the new ones come').expect(200))
      .body as RiskView;
    expect(approved.acceptances[0]).toMatchObject({
      standing: 'in-force',
      untilOn: inDays(180),
      decidedBy: { id: memberId(test.a, 'org-admin') },
      decisionNote: 'Until the new ones come',
      changedFields: [],
    });
    expect(approved.acceptances[0]!.stateHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await inList(risk)).toBe('in-force');
    expect(await endOf(risk)).toEqual([{ status: 'open', due_on: inDays(180) }]);
  });

  it('needs another approval when it changes, and says what did', async () => {
    const risk = await asked(await accepted());
    await decide(admin, risk, 'approve').expect(200);
    const moved = await change(await show(risk.id), { ownerId: memberId(test.a, 'compliance-officer') });
    expect(moved.acceptances[0]!.standing).toBe('in-force');
    const changed = await change(moved, { residualLikelihood: 'high' });
    expect(changed.acceptances[0]).toMatchObject({ standing: 'stale' });
    expect(changed.acceptances[0]!.changedFields).toEqual(
      expect.arrayContaining(['residualLikelihood', 'residualLevel']),
    );
    expect(await inList(risk)).toBe('stale');
    expect(await endOf(risk)).toMatchObject([{ status: 'cancelled' }]);
    // Changed back it is not accepted again: somebody has to look at it.
    const back = await change(changed, { residualLikelihood: 'low' });
    expect(back.acceptances[0]).toMatchObject({ standing: 'stale', changedFields: [] });
    const again = await asked(back);
    expect(again.acceptances.map(({ standing }) => standing)).toEqual(['asked', 'stale']);
    const work = (await officer.get('/api/v1/my-work').expect(200)).body as {
      waiting: { id: string; kind: string }[];
    };
    expect(work.waiting).toContainEqual(expect.objectContaining({ id: risk.id, kind: 'acceptance' }));
  });

  it('is not approved as another one than was asked for', async () => {
    const risk = await asked(await accepted());
    const changed = await change(risk, { safeguards: 'None any more' });
    expect(changed.acceptances[0]!.changedFields).toEqual(['safeguards']);
    const refused = await decide(admin, changed, 'approve').expect(409);
    expect((refused.body as { code: string }).code).toBe('acceptance.risk-changed');
    expect((await show(risk.id)).acceptances[0]!.standing).toBe('asked');
  });

  it('is never approved by who asked, nor by a role that may not', async () => {
    const risk = await asked(await accepted());
    await decide(officer, risk, 'approve').expect(403);
    await decide(officer, risk, 'refuse', 'No').expect(403);
    await decide(await test.signIn('vendor-manager'), risk, 'approve').expect(403);
    await decide(admin, risk, 'withdraw').expect(403);
    expect((await show(risk.id)).acceptances[0]!.standing).toBe('asked');
  });

  it('is never approved by who owns the risk, who may refuse it', async () => {
    const mine = await accepted({ ownerId: memberId(test.a, 'org-admin') });
    // Said before anybody asks: the only other one who may is the owner.
    expect(mine.acceptanceApprovers).toEqual([]);
    const risk = await asked(mine);
    const refused = await decide(admin, risk, 'approve').expect(403);
    expect((refused.body as { code: string }).code).toBe('acceptance.own-risk');
    const shown = (await admin.get(`/api/v1/risks/${risk.id}`).expect(200)).body as RiskView;
    expect(shown.acceptances[0]).toMatchObject({ standing: 'asked', allowedActions: ['refuse'] });
    expect(await onDesk(admin, risk)).toBe(false);
    // In other hands it is no longer theirs, and they can decide.
    const handed = await change(await show(risk.id), { ownerId: memberId(test.a, 'staff') });
    expect(handed.acceptanceApprovers).toEqual([
      { id: memberId(test.a, 'org-admin'), name: expect.any(String) },
    ]);
    expect(await onDesk(admin, risk)).toBe(true);
    const approved = (await decide(admin, handed, 'approve').expect(200)).body as RiskView;
    expect(approved.acceptances[0]!.standing).toBe('in-force');
  });

  it('is refused by its owner, too', async () => {
    const risk = await asked(await accepted({ ownerId: memberId(test.a, 'org-admin') }));
    const refused = (await decide(admin, risk, 'refuse', 'Encrypt it').expect(200)).body as RiskView;
    expect(refused.acceptances[0]!.standing).toBe('refused');
  });

  it('names who may approve it only where something waits or can be asked for', async () => {
    expect((await makeRisk(officer, assessmentId)).acceptanceApprovers).toBeNull();
    const risk = await accepted();
    expect(risk.acceptanceApprovers).toHaveLength(1);
    expect((await admin.get(`/api/v1/risks/${risk.id}`)).body).toMatchObject({ acceptanceApprovers: null });
  });

  it('is refused with a reason, or asked for no longer', async () => {
    const risk = await asked(await accepted());
    await decide(admin, risk, 'refuse').expect(400);
    const refused = (await decide(admin, risk, 'refuse', 'Encrypt it').expect(200)).body as RiskView;
    expect(refused.acceptances[0]).toMatchObject({ standing: 'refused', decisionNote: 'Encrypt it' });
    const again = await asked(await show(risk.id));
    const withdrawn = (await decide(officer, again, 'withdraw').expect(200)).body as RiskView;
    expect(withdrawn.acceptances.map(({ standing }) => standing)).toEqual(['withdrawn', 'refused']);
    await decide(admin, again, 'approve').expect(412);
    expect(await endOf(risk)).toEqual([]);
  });

  it('is asked for once at a time, with a reason and a day within a year', async () => {
    const risk = await accepted();
    for (const body of [{ untilOn: inDays(0) }, { untilOn: inDays(400) }, { reason: '' }]) {
      const answer = await ask(officer, risk, body).expect(400);
      expect(Object.keys((answer.body as { fieldErrors: object }).fieldErrors)).toEqual(Object.keys(body));
    }
    await asked(risk);
    const twice = await ask(officer, risk).expect(409);
    expect((twice.body as { code: string }).code).toBe('acceptance.asked-already');
  });

  it('is rated and decided first', async () => {
    const unrated = await makeRisk(officer, assessmentId);
    await ask(officer, unrated).expect(409);
    await ask(officer, await accepted({ treatment: 'mitigate' })).expect(409);
  });

  it('is not approved while somebody changes it: whichever comes second sees the first', async () => {
    for (let round = 0; round < 6; round += 1) {
      const risk = await asked(await accepted());
      const [approval, changed] = await Promise.all([
        decide(admin, risk, 'approve'),
        seen(officer, 'patch', `/risks/${risk.id}`, risk.version).send({ residualLikelihood: 'high' }),
      ]);
      expect([approval.status, changed.status].sort()).not.toContain(500);
      const { acceptances } = await show(risk.id);
      if (changed.status === 200) expect(acceptances[0]!.standing).not.toBe('in-force');
    }
  });

  it('keeps its approval while another is asked for, withdrawn or refused', async () => {
    const risk = await asked(await accepted());
    await decide(admin, risk, 'approve').expect(200);
    const again = await asked(await show(risk.id), { untilOn: inDays(300) });
    expect(await inList(risk)).toBe('in-force');
    await decide(officer, again, 'withdraw').expect(200);
    expect(await inList(risk)).toBe('in-force');
    const report = (await officer.get(`/api/v1/assessments/${assessmentId}/report`).expect(200)).body as {
      acceptances: { riskNumber: number; standing: string }[];
    };
    expect(report.acceptances.filter(({ riskNumber }) => riskNumber === risk.number)).toMatchObject([
      { standing: 'in-force' },
    ]);
  });

  it('is decided otherwise after its last day, and nobody is reminded any more', async () => {
    const risk = await asked(await accepted());
    await decide(admin, risk, 'approve').expect(200);
    await test.database.asSuperuser(
      `alter table risk_acceptance disable trigger acceptance_stays;
       update risk_acceptance set until_on = '${inDays(-2)}' where risk_id = '${uuid(risk.id)}';
       alter table risk_acceptance enable trigger acceptance_stays`,
    );
    await test.database.asSuperuser(
      `update obligation set due_on = '${inDays(-2)}' where kind = 'risk-acceptance.end' and subject_id = '${uuid(risk.id)}'`,
    );
    expect(await inList(risk)).toBe('ended');
    const owner = await test.signIn('staff');
    const { overdue, due } = (await owner.get('/api/v1/my-work').expect(200)).body as Desk;
    // Once: the obligation that says the same goes with it.
    expect([...overdue, ...due].filter(({ href }) => href?.includes(risk.id))).toMatchObject([
      { id: risk.id, kind: 'acceptance', dueOn: inDays(-2) },
    ]);
    expect(overdue).toContainEqual(expect.objectContaining({ id: risk.id }));
    await change(await show(risk.id), { treatment: 'mitigate' });
    expect(await endOf(risk)).toMatchObject([{ status: 'cancelled' }]);
  });

  it('reminds its new owner, and again once it is opened again', async () => {
    const risk = await asked(await accepted());
    await decide(admin, risk, 'approve').expect(200);
    const other = memberId(test.a, 'compliance-officer');
    await change(await show(risk.id), { ownerId: other });
    const [row] = await test.database.asSuperuser<{ owner_id: string }>(
      `select owner_id from obligation where kind = 'risk-acceptance.end' and subject_id = $1 and status = 'open'`,
      [uuid(risk.id)],
    );
    expect(row!.owner_id).toBe(uuid(other));
    await change(await show(risk.id), { status: 'closed' });
    await change(await show(risk.id), { status: 'open' });
    expect(await endOf(risk)).toMatchObject([{ status: 'cancelled' }, { status: 'open' }]);
  });

  it('needs no reminder once it is closed', async () => {
    const risk = await asked(await accepted());
    await decide(admin, risk, 'approve').expect(200);
    await change(await show(risk.id), { status: 'closed' });
    expect(await endOf(risk)).toMatchObject([{ status: 'cancelled' }]);
  });
});

describe('what was accepted', () => {
  it('stays as it was, whatever a program tries', async () => {
    const risk = await asked(await accepted());
    await decide(admin, risk, 'approve').expect(200);
    for (const change of [
      `until_on = until_on + 30`,
      `reason = 'another'`,
      `state = '{}'`,
      `status = 'refused'`,
    ]) {
      await expect(
        test.database.asSuperuser(`update risk_acceptance set ${change} where risk_id = $1`, [uuid(risk.id)]),
      ).rejects.toThrow('an acceptance stays as it is');
    }
  });

  it('is not found by another organization', async () => {
    const risk = await asked(await accepted());
    const theirs = await test.signIn('compliance-officer', test.b);
    await ask(theirs, risk).expect(404);
    await decide(theirs, risk, 'approve').expect(404);
  });
});
