import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { showAssessment } from '../../risks/assessments.spec-kit.js';
import {
  approve,
  makeAction,
  move,
  readyAssessment,
  submit,
  uuid,
  type ReadyAssessment,
} from '../../risks/register.spec-kit.js';
import type { MyWork, WorkItem } from '../my-work.schemas.js';

/** The year of one organization, as each of its people finds it on their desk. */
describe('my work', () => {
  let app: TestApp;
  let worker: TestWorker;
  let officer: Agent;
  let admin: Agent;
  let staff: Agent;
  let ready: ReadyAssessment;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await startTestWorker(app);
    officer = await app.signIn('compliance-officer');
    admin = await app.signIn('org-admin');
    staff = await app.signIn('staff');
  });
  afterAll(async () => {
    await worker.close();
    await app.close();
  });

  const desk = async (agent: Agent): Promise<MyWork> =>
    (await agent.get('/api/v1/my-work').expect(200)).body as MyWork;
  const titles = (items: WorkItem[]): string[] => items.map((item) => `${item.kind}: ${item.title}`);
  const subjects = async (role: 'staff' | 'org-admin' | 'compliance-officer'): Promise<string[]> => {
    await worker.work();
    const rows = await app.database.asSuperuser<{ subject: string }>(
      'select subject from mailbox_message where recipient_id = $1 order by id',
      [app.a.members[role].memberId],
    );
    return rows.map((row) => row.subject);
  };

  it('begins with the sites, and goes on with the inventory, for those who may write them', async () => {
    expect((await desk(officer)).nextStep).toMatchObject({
      title: 'Look at your organization and add its sites',
      href: '/settings/sites#new',
    });
    await officer.post('/api/v1/sites').send({ name: 'Main Street' }).expect(201);
    expect((await desk(officer)).nextStep).toMatchObject({
      title: 'List what holds ePHI',
      href: '/inventory/assets/new',
      citation: '45 CFR 164.308(a)(1)(ii)(A)',
    });
    expect(await desk(staff)).toEqual({
      overdue: [],
      due: [],
      waiting: [],
      nextStep: null,
      firstSteps: null,
    });
  });

  it('asks the admin for a compliance officer where there is none', async () => {
    await app.database.asSuperuser(
      `update membership set active = false where role = 'compliance-officer' and organization_id = $1`,
      [app.b.id],
    );
    const other = await app.signIn('org-admin', app.b);
    await other.post('/api/v1/sites').send({ name: 'Main Street' }).expect(201);
    expect((await desk(other)).nextStep).toMatchObject({
      title: 'Name your compliance officer',
      citation: '45 CFR 164.308(a)(2)',
      href: '/settings/members#invite',
    });
  });

  it('goes on with the analysis once something is listed', async () => {
    const asset = await makeAsset(officer);
    await makeFlow(officer, { from: { assetId: asset.id } });
    expect((await desk(officer)).nextStep).toMatchObject({
      title: 'Begin the first risk analysis',
      href: '/assessments/new',
    });
  });

  it('shows a draft to who began it, and what it asks for next', async () => {
    ready = await readyAssessment(app, officer);
    const { due, nextStep } = await desk(officer);
    expect(titles(due)).toContain(`assessment: ${ready.assessment.title}`);
    expect(due.find((item) => item.kind === 'assessment')).toMatchObject({
      href: `/assessments/${ready.assessment.id}`,
      reason: expect.stringMatching(/questions are answered/),
    });
    expect(nextStep).toMatchObject({ title: 'Submit it for sign-off' });
  });

  it('gives the owner of an action their action, with its date, and tells them', async () => {
    const { due, overdue, nextStep } = await desk(staff);
    // The way of the organization is not theirs to go: what lies uppermost on their desk is.
    expect(nextStep).toMatchObject({ title: 'Encrypt the laptops', href: `/plan/${ready.action.id}` });
    expect([...overdue, ...due]).toEqual([
      expect.objectContaining({
        kind: 'action',
        id: ready.action.id,
        title: 'Encrypt the laptops',
        dueOn: '2027-03-01',
        href: `/plan/${ready.action.id}`,
      }),
    ]);
    expect(await subjects('staff')).toEqual(['Yours now: Encrypt the laptops']);
  });

  it('puts an analysis that was submitted on the approver’s desk, and makes its author wait', async () => {
    ready.assessment = await submit(officer, ready.assessment);
    const adminDesk = await desk(admin);
    expect(titles(adminDesk.due)).toContain(`approval: ${ready.assessment.title}`);
    expect(adminDesk.nextStep).toMatchObject({ title: 'Read it, then sign or return it' });
    const officerDesk = await desk(officer);
    expect(titles(officerDesk.waiting)).toContain(`approval: ${ready.assessment.title}`);
    expect(officerDesk.nextStep).toMatchObject({ title: 'It waits for sign-off' });
    expect(await subjects('org-admin')).toEqual([`For your approval: ${ready.assessment.title}`]);
    expect(await subjects('compliance-officer')).toEqual([]);
  });

  it('says so when nobody is there who could approve', async () => {
    await app.database.asSuperuser(`update membership set active = false where id = $1`, [
      app.a.members['org-admin'].memberId,
    ]);
    expect((await desk(officer)).nextStep).toMatchObject({
      title: 'Find somebody to sign',
      href: '/settings/members',
    });
    await app.database.asSuperuser(`update membership set active = true where id = $1`, [
      app.a.members['org-admin'].memberId,
    ]);
  });

  it('tells the author of a return with its reason', async () => {
    const returned = await admin
      .post(`/api/v1/assessments/${ready.assessment.id}/return`)
      .set('If-Match', `"v${ready.assessment.version}"`)
      .send({ reason: 'The billing system is missing.' })
      .expect(200);
    expect((returned.body as { status: string }).status).toBe('draft');
    expect(await subjects('compliance-officer')).toEqual([`Returned: ${ready.assessment.title}`]);
    const { items } = (await officer.get('/api/v1/mailbox').expect(200)).body as { items: { id: string }[] };
    const { body } = await officer.get(`/api/v1/mailbox/${items[0]!.id}`).expect(200);
    expect((body as { text: string }).text).toContain('The reason: The billing system is missing.');
  });

  it('after the approval goes on with the plan, and the review is an obligation of next year', async () => {
    ready.assessment = await submit(officer, await showAssessment(officer, ready.assessment.id));
    await approve(admin, ready.assessment);
    const officerDesk = await desk(officer);
    expect(officerDesk.nextStep).toMatchObject({ title: 'Work through the plan' });
    expect(officerDesk.due.map((item) => item.kind)).not.toContain('obligation');
    expect(await subjects('compliance-officer')).toContain(`Approved: ${ready.assessment.title}`);
    const { items } = (await officer.get('/api/v1/obligations?kind=risk-analysis.review').expect(200))
      .body as { items: { title: string; citation: string }[] };
    expect(items).toEqual([
      expect.objectContaining({
        title: `Yearly review: ${ready.assessment.title}`,
        citation: expect.stringContaining('164.308(a)(8)'),
      }),
    ]);
  });

  it('shows the review, and begins the next analysis, sixty days before it is due', async () => {
    await app.database.asSuperuser(
      `update obligation set due_on = current_date + 50 where kind = 'risk-analysis.review'`,
    );
    const officerDesk = await desk(officer);
    expect(officerDesk.due).toContainEqual(
      expect.objectContaining({ kind: 'obligation', title: `Yearly review: ${ready.assessment.title}` }),
    );
    expect(officerDesk.nextStep).toMatchObject({
      title: 'Begin this year’s analysis',
      href: '/assessments/new',
    });
  });

  it('shows what is overdue to its owner, and to the officer who waits for it', async () => {
    await app.database.asSuperuser(`update remediation_action set due_on = current_date - 5 where id = $1`, [
      uuid(ready.action.id),
    ]);
    expect(titles((await desk(staff)).overdue)).toEqual(['action: Encrypt the laptops']);
    const late = (await desk(officer)).waiting.find((item) => item.kind === 'action');
    expect(late).toMatchObject({ title: 'Encrypt the laptops', ownerName: app.a.members.staff.name });
  });

  it('puts what is done on the desk of who may validate it, not of who did it', async () => {
    const started = await move(staff, ready.action, 'start');
    await move(staff, started, 'completion', { completedOn: '2026-11-01' });
    const staffDesk = await desk(staff);
    expect(staffDesk.overdue).toEqual([]);
    expect(titles(staffDesk.waiting)).toEqual(['validation: Encrypt the laptops']);
    expect(titles((await desk(officer)).due)).toContain('validation: Encrypt the laptops');
    expect(await subjects('compliance-officer')).toContain('Please check: Encrypt the laptops');
  });

  it('shows the officer what has lost its owner', async () => {
    const owner = await app.addMember(app.a, 'staff', 'Lena Gone');
    await makeAction(officer, {
      riskId: ready.risk.id,
      title: 'Lock the server room',
      ownerId: `mem_${owner.memberId.replaceAll('-', '')}`,
      dueOn: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
    });
    await app.database.asSuperuser('update membership set active = false where id = $1', [owner.memberId]);
    await app.database.asSuperuser(
      `update obligation set due_on = current_date + 3 where title = 'Lock the server room'`,
    );
    const item = (await desk(officer)).due.find(({ title }) => title === 'Lock the server room');
    expect(item).toMatchObject({
      kind: 'obligation',
      ownerName: null,
      reason: 'Nobody who can see to it owns it: see to it, or name an owner.',
    });
    const order = titles((await desk(officer)).due);
    // A colleague waits for the check now; the lock has three days.
    expect(order.indexOf('validation: Encrypt the laptops')).toBeLessThan(
      order.indexOf('obligation: Lock the server room'),
    );
  });

  it('shows the admin the invitations that are still open', async () => {
    await admin
      .post('/api/v1/invitations')
      .send({ email: 'nia@alder.example', name: 'Nia Okafor', role: 'staff' })
      .expect(201);
    expect(titles((await desk(admin)).waiting)).toContain('invitation: Invitation of Nia Okafor');
    expect(titles((await desk(officer)).waiting)).not.toContain('invitation: Invitation of Nia Okafor');
  });

  it('shows nothing of it to another organization', async () => {
    for (const role of ['compliance-officer', 'org-admin', 'staff'] as const) {
      await app.database.asSuperuser('update membership set active = true where organization_id = $1', [
        app.b.id,
      ]);
      const work = await desk(await app.signIn(role, app.b));
      expect([...work.overdue, ...work.due, ...work.waiting]).toEqual([]);
    }
    const items = (
      await (await app.signIn('compliance-officer', app.b)).get('/api/v1/obligations').expect(200)
    ).body as { total: number };
    expect(items.total).toBe(0);
  });
});
