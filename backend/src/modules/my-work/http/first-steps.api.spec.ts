import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { approve, readyAssessment, submit } from '../../risks/register.spec-kit.js';
import { startAssessment } from '../../risks/assessments.spec-kit.js';
import type { FirstStepView, MyWork } from '../my-work.schemas.js';

/** From a first owner who is alone to the first signed analysis. */
describe('the first steps', () => {
  let app: TestApp;
  let worker: TestWorker;
  let officer: Agent;
  let admin: Agent;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await startTestWorker(app);
    officer = await app.signIn('compliance-officer');
    admin = await app.signIn('org-admin');
  });
  afterAll(async () => {
    await worker.close();
    await app.close();
  });

  const stepsOf = async (agent: Agent): Promise<FirstStepView[] | null> =>
    ((await agent.get('/api/v1/my-work').expect(200)).body as MyWork).firstSteps;
  const stepOf = async (agent: Agent, id: FirstStepView['id']) =>
    (await stepsOf(agent))!.find((step) => step.id === id)!;
  const current = async (agent: Agent) => (await stepsOf(agent))!.find(({ state }) => state === 'now');

  it('tell a lone first owner how to get a compliance officer', async () => {
    await app.database.asSuperuser(
      `update membership set active = false where organization_id = $1 and role <> 'org-admin'`,
      [app.b.id],
    );
    const owner = await app.signIn('org-admin', app.b);
    await owner.post('/api/v1/sites').send({ name: 'Home office' }).expect(201);
    expect(await current(owner)).toMatchObject({
      id: 'officer',
      href: '/settings/members#invite',
      text: expect.stringContaining('nobody changes their own role'),
      citation: '45 CFR 164.308(a)(2)',
      takenBy: null,
    });
    expect(await stepOf(owner, 'begin')).toMatchObject({ href: null, takenBy: 'Compliance officer' });
    await owner
      .post('/api/v1/invitations')
      .send({ email: 'nia@alder.example', name: 'Nia Okafor', role: 'compliance-officer' })
      .expect(201);
    expect((await stepsOf(owner))!.slice(0, 4).map(({ state }) => state)).toEqual([
      'done',
      'waiting',
      'waiting',
      'now',
    ]);
  });

  it('speak to a business associate of its customers', async () => {
    const owner = await app.signIn('org-admin', app.b);
    await app.database.asSuperuser(
      `update organization set kind = 'business-associate' where organization_id = $1`,
      [app.b.id],
    );
    expect((await stepOf(owner, 'flows')).text).toContain('From your customers to you');
    expect((await stepOf(officer, 'flows')).text).not.toContain('customers');
  });

  it('are not for staff, who take none of them', async () => {
    expect(await stepsOf(await app.signIn('staff'))).toBeNull();
  });

  it('are kept by the facts, one after the other', async () => {
    await officer.post('/api/v1/sites').send({ name: 'Main Street' }).expect(201);
    expect(await current(officer)).toMatchObject({ id: 'assets' });
    const asset = await makeAsset(officer);
    expect(await current(officer)).toMatchObject({ id: 'flows', href: '/inventory/flows/new' });
    await makeFlow(officer, { from: { assetId: asset.id } });
    expect(await current(officer)).toMatchObject({ id: 'begin', href: '/assessments/new' });
    const { id, progress } = await startAssessment(officer);
    expect(await current(officer)).toMatchObject({
      id: 'answer',
      href: `/assessments/${id}`,
      text: expect.stringContaining(`0 of ${progress.total} are answered.`),
    });
    expect(await stepOf(officer, 'rate')).toMatchObject({ href: `/assessments/${id}/proposals` });
  });

  it('end with a signature, and are gone with it', async () => {
    const { assessment } = await readyAssessment(app, officer);
    expect(await current(officer)).toMatchObject({
      id: 'sign',
      href: `/assessments/${assessment.id}/sign-off`,
    });
    await approve(admin, await submit(officer, assessment));
    expect([await stepsOf(officer), await stepsOf(admin)]).toEqual([null, null]);
  });
});
