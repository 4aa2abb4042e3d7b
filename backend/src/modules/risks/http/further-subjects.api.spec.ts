import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { startAssessment } from '../assessments.spec-kit.js';
import type { AcceptedPair, OneProposedPair, ProposalPage } from '../proposal.schemas.js';
import { makeRisk, RATED, seen } from '../register.spec-kit.js';
import type { RiskPage, RiskView } from '../risk.schemas.js';

const LAPTOPS = 12;
/** Theft of a portable device that is not encrypted. */
const THEFT = 'P-001';
const LAPTOP = {
  kind: 'device',
  portable: true,
  holdsEphi: true,
  encryptionAtRest: 'no',
  lifecycle: 'in-service',
};

const LAPTOP_OLD = { kind: 'device', holdsEphi: false, name: 'Old', lifecycle: 'in-service' };

let test: TestApp;
let officer: Agent;
let laptops: { id: string; tag: string; version: number }[];
let assessmentId: string;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  laptops = [];
  for (let n = 1; n <= LAPTOPS; n += 1)
    laptops.push(await makeAsset(officer, { ...LAPTOP, name: `Ward laptop ${String(n).padStart(2, '0')}` }));
  ({ id: assessmentId } = await startAssessment(officer));
});
afterAll(() => test.close());

const at = (path: string) => `/api/v1/assessments/${assessmentId}/proposals${path}`;
const theft = async () => (await officer.get(at(`/pairs/${THEFT}`)).expect(200)).body as OneProposedPair;
const accept = (body: object) => officer.post(at(`/pairs/${THEFT}/acceptance`)).send(body);
const show = async (id: string) => (await officer.get(`/api/v1/risks/${id}`).expect(200)).body as RiskView;
const change = (risk: Pick<RiskView, 'id' | 'version'>, body: object, agent = officer) =>
  seen(agent, 'post', `/risks/${risk.id}/subjects`, risk.version).send(body);
const asset = (index: number) => ({ assetId: laptops[index]!.id });
const named = (risk: RiskView) => [risk.subject?.name, ...risk.further.items.map(({ name }) => name)];
const dispose = (id: string) =>
  test.database.asSuperuser(`update asset set lifecycle = 'disposed' where id = $1::uuid`, [id.slice(4)]);
const events = (action: string) =>
  test.database.asSuperuser<{ records: number }>(
    'select count(*)::int as records from audit.event where organization_id = $1::uuid and action = $2',
    [test.a.id, action],
  );

describe('a pair that is made into one risk for many things', () => {
  let risk: RiskView;

  it('is decided for each of them, and stands in the register once', async () => {
    expect(await theft()).toMatchObject({ open: LAPTOPS, sharedRisk: null });
    const body = { expected: 10, q: 'ward laptop 0' };
    await accept(body).expect(409);
    const made = (await accept({ ...body, expected: 9 }).expect(200)).body as AcceptedPair;
    expect(made).toMatchObject({ changed: 9, left: 0 });
    risk = await show(made.risk.id);
    expect(risk.number).toBe(made.risk.number);
    expect(risk.title).toBe(risk.threat!.title);
    expect(risk.subject!.name).toBe(`${laptops[0]!.tag} Ward laptop 01`);
    expect(risk.further).toMatchObject({ total: 8 });
    expect(named(risk)).toHaveLength(9);
    expect(await theft()).toMatchObject({ open: 3, accepted: 9, sharedRisk: made.risk });

    const page = (await officer.get('/api/v1/risks').expect(200)).body as RiskPage;
    expect(page).toMatchObject({ total: 1, items: [{ id: risk.id, furtherSubjects: 8 }] });
    const taken = (await officer.get(at('?state=accepted')).expect(200)).body as ProposalPage;
    expect(taken.total).toBe(9);
    for (const { proposals } of taken.items)
      expect(proposals[0]!.decision!.risk).toEqual({ id: risk.id, number: risk.number });
    expect(await events('proposal.accepted')).toEqual([{ records: 9 }]);
    expect(await events('proposal.accepted-together')).toEqual([{ records: 1 }]);
  });

  it('takes the others in, and no risk of another pair does', async () => {
    const other = await makeRisk(officer, assessmentId);
    const refused = await accept({ expected: 3, riskId: other.id }).expect(400);
    expect(refused.body).toMatchObject({ fieldErrors: { riskId: [expect.stringContaining('open risk')] } });
    expect((await theft()).open).toBe(3);
    await accept({ expected: 2, q: 'ward laptop 1', riskId: risk.id }).expect(409);
    await officer
      .post(at(`/pairs/${THEFT}/dismissal`))
      .send({ expected: 1, q: 'ward laptop 12', reason: 'It is chained.' })
      .expect(200);
    await accept({ expected: 2, riskId: risk.id }).expect(200);
    expect(await show(risk.id)).toMatchObject({ further: { total: 10 }, version: risk.version + 1 });
    expect(await theft()).toMatchObject({ open: 0, accepted: 11, dismissed: 1 });
  });

  it('cannot be decided a second time for one of them', async () => {
    const again = await officer
      .post(at('/acceptance'))
      .send({ pairId: THEFT, subject: asset(4) })
      .expect(409);
    expect(again.body).toMatchObject({ code: 'proposal.already-decided' });
    const dismissed = await change(await show(risk.id), { add: [asset(11)] }).expect(400);
    expect(dismissed.body).toMatchObject({ fieldErrors: { add: [expect.stringContaining('turned down')] } });
    const { body: off } = await change(await show(risk.id), { remove: [asset(4)] }).expect(200);
    await officer
      .post(at('/acceptance'))
      .send({ pairId: THEFT, subject: asset(4) })
      .expect(201);
    const twice = await change(off as RiskView, { add: [asset(4)] }).expect(400);
    expect(twice.body).toMatchObject({ fieldErrors: { add: [expect.stringContaining('already')] } });
  });
});

describe('what a risk concerns', () => {
  it('is changed by who has seen its newest version, is told in the register’s file, and keeps its records', async () => {
    const risk = await makeRisk(officer, assessmentId, { title: 'Shared room', ...asset(0) });
    const flow = await makeFlow(officer, { name: 'Faxed referrals', from: { assetId: laptops[0]!.id } });
    const { body } = await change(risk, { add: [asset(2), asset(1), asset(1), { flowId: flow.id }] }).expect(
      200,
    );
    const wider = body as RiskView;
    expect(wider.further.items.map(({ type, name, end }) => [type, name, end])).toEqual([
      ['data-flow', `${String(flow['code'])} Faxed referrals`, null],
      ['asset', `${laptops[1]!.tag} Ward laptop 02`, null],
      ['asset', `${laptops[2]!.tag} Ward laptop 03`, null],
    ]);
    await change(risk, { add: [asset(3)] }).expect(412);
    await change(wider, { add: [], remove: [] }).expect(400);
    const file = await officer.get('/api/v1/risks/export.csv?q=shared room').expect(200);
    expect(file.text).toContain(`${laptops[1]!.tag} Ward laptop 02; ${laptops[2]!.tag} Ward laptop 03`);

    // Its first subject goes: another takes its place. The last one stays.
    const { body: moved } = await change(wider, { remove: [asset(0), { flowId: flow.id }] }).expect(200);
    expect(named(moved as RiskView)).toEqual([
      `${laptops[1]!.tag} Ward laptop 02`,
      `${laptops[2]!.tag} Ward laptop 03`,
    ]);
    await change(moved as RiskView, { remove: [asset(1), asset(2)] }).expect(400);
    expect(await show(risk.id)).toMatchObject({ version: (moved as RiskView).version });
  });

  it('cannot be of another organization, nor what is there no more', async () => {
    const risk = await makeRisk(officer, assessmentId, { title: 'Alone', ...asset(0) });
    const stranger = await makeAsset(await test.signIn('compliance-officer', test.b), { name: 'Theirs' });
    for (const add of [[{ assetId: stranger.id }], [{ assetId: 'ast_00000000000000000000000000000000' }]]) {
      const answer = await change(risk, { add }).expect(400);
      expect(answer.body).toMatchObject({ fieldErrors: { add: [expect.stringContaining('no such')] } });
    }
    await change(risk, { add: [asset(1)] }, await test.signIn('staff')).expect(403);
    await change(risk, { add: [asset(1)] }, await test.signIn('compliance-officer', test.b)).expect(404);
  });

  it('keeps it from being told as gone while one of it is there', async () => {
    const [old, kept] = [
      await makeAsset(officer, LAPTOP_OLD),
      await makeAsset(officer, { ...LAPTOP_OLD, name: 'Kept' }),
    ];
    const risk = await makeRisk(officer, assessmentId, { title: 'Two of them', assetId: old.id });
    const { body } = await change(risk, { add: [{ assetId: kept.id }] }).expect(200);
    await dispose(old.id);
    expect(await show(risk.id)).toMatchObject({ subjectEnd: null });
    const exclusion = `/api/v1/assessments/${assessmentId}/exclusions/${kept.id}`;
    expect((await officer.put(exclusion).send({ reason: 'Sold' })).status).toBe(409);
    await dispose(kept.id);
    expect(await show(risk.id)).toMatchObject({
      subjectEnd: 'disposed',
      further: { items: [{ end: 'disposed' }] },
      version: (body as RiskView).version,
    });
    const back = await makeRisk(officer, assessmentId, { title: 'Later', ...asset(0) });
    await change(back, { add: [{ assetId: old.id }] }).expect(400);
  });

  it('is a part of what was accepted', async () => {
    const risk = await makeRisk(officer, assessmentId, {
      title: 'Accepted',
      ...asset(0),
      ...RATED,
      treatment: 'accept',
      treatmentReason: 'Nothing is stored on it',
    });
    const { body: asked } = await seen(officer, 'post', `/risks/${risk.id}/acceptances`, risk.version)
      .send({
        reason: 'We live with it',
        untilOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
      })
      .expect(201);
    const { id, version } = (asked as RiskView).acceptances[0]!;
    const admin = await test.signIn('org-admin');
    await seen(admin, 'post', `/risks/${risk.id}/acceptances/${id}/decision`, version)
      .send({ decision: 'approve' })
      .expect(200);
    const { body: wider } = await change(await show(risk.id), { add: [asset(1)] }).expect(200);
    expect((wider as RiskView).acceptances[0]).toMatchObject({
      standing: 'stale',
      changedFields: ['further'],
    });
  });

  it('stands in the report by name', async () => {
    const { body } = await officer.get(`/api/v1/assessments/${assessmentId}/report`).expect(200);
    const { risks } = body as { risks: { title: string; alsoConcerns?: string[] }[] };
    expect(risks.find(({ title }) => title === 'Two of them')!.alsoConcerns).toEqual([
      expect.stringContaining('Kept'),
    ]);
    expect(risks.find(({ title }) => title === 'Alone')).not.toHaveProperty('alsoConcerns');
  });
});
