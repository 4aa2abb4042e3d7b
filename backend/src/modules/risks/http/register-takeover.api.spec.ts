import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { ActionView } from '../action.schemas.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { showAssessment, startAssessment } from '../assessments.spec-kit.js';
import {
  approve,
  makeAction,
  makeRisk,
  RATED,
  readyAssessment,
  seen,
  submit,
  uuid,
  type ReadyAssessment,
} from '../register.spec-kit.js';
import type { RiskView } from '../risk.schemas.js';

let test: TestApp;
let officer: Agent;
let ready: ReadyAssessment;
let signed: AssessmentView;
/** Begun while the one before it was a draft: it took over nothing. */
let draft: AssessmentView;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  ready = await readyAssessment(test, officer);
  draft = await startAssessment(officer, { title: 'This year', previousId: ready.assessment.id });
});
afterAll(() => test.close());

const take = (id: string, version: number) =>
  seen(officer, 'post', `/assessments/${id}/register-takeover`, version);
const get = async <T>(path: string): Promise<T> =>
  (await officer.get(`/api/v1${path}`).expect(200)).body as T;
const carriedRows = () =>
  test.database.asSuperuser('select 1 from carried_risk where assessment_id = $1', [uuid(draft.id)]);

describe('a draft that did not take over the register when it began', () => {
  it('has none to take before the earlier analysis is signed, or without one', async () => {
    const none = await startAssessment(officer, { title: 'Alone' });
    for (const { id, version } of [none, draft])
      expect((await take(id, version).expect(409)).body).toMatchObject({
        code: 'assessment.no-register-to-take',
      });
    expect(draft.registerLeft).toBeNull();
    signed = await approve(await test.signIn('org-admin'), await submit(officer, ready.assessment));
  });

  it('says which closed risk says the same as an open one of the earlier analysis, and takes nothing', async () => {
    const closed = await makeRisk(officer, draft.id, { title: 'Settled here', ...RATED });
    const asset = await makeAsset(officer, { tag: 'TWIN' });
    const plant = (id: string, status: string, pair: string | null) =>
      test.database.asSuperuser('update risk set pair_id = $2, asset_id = $3, status = $4 where id = $1', [
        uuid(id),
        pair,
        pair && uuid(asset.id),
        status,
      ]);
    await plant(ready.risk.id, 'open', 'P-001');
    await plant(closed.id, 'closed', 'P-001');
    const { version } = await showAssessment(officer, draft.id);
    expect((await take(draft.id, version).expect(409)).body).toMatchObject({
      code: 'assessment.closed-twin',
      detail: expect.stringContaining(`R-${closed.number} as R-${ready.risk.number}`),
    });
    expect(await carriedRows()).toHaveLength(0);
    await plant(ready.risk.id, 'open', null);
    await test.database.asSuperuser('delete from risk where id = $1', [uuid(closed.id)]);
  });

  it('takes it over later: no risk twice, with what is not finished, and once however often it is asked', async () => {
    const twin = await makeRisk(officer, signed.id, { title: 'Doors stand open', ...RATED });
    const action = await makeAction(officer, { riskId: twin.id, title: 'Lock them' });
    const second = await makeRisk(officer, signed.id, { title: 'Doors stand open', ...RATED });
    // It goes with the twin, and would go with this one, too: it is carried once, from where it was.
    await officer
      .put(`/api/v1/actions/${action.id}/risks/${second.id}`)
      .set('If-Match', `"v${action.version}"`)
      .send({})
      .expect(200);
    const own = await makeRisk(officer, draft.id, { title: 'doors stand OPEN', ...RATED });
    const before = await showAssessment(officer, draft.id);
    expect(before.registerLeft).toEqual({ from: { id: signed.id, title: signed.title }, risks: 3 });
    await take(draft.id, before.version + 1).expect(412);
    expect(await carriedRows()).toHaveLength(0);

    const answers = await Promise.all([1, 2, 3].map(() => take(draft.id, before.version)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const after = await showAssessment(officer, draft.id);
    expect(after).toMatchObject({ registerLeft: null, version: before.version + 1 });
    // One twin each: the second of two that are called alike goes on as it is.
    expect(after.counts).toMatchObject({ risks: 3, risksCarried: 2, risksToReview: 2 });
    expect(await carriedRows()).toHaveLength(2);
    expect(await get<RiskView>(`/risks/${second.id}`)).toMatchObject({
      status: 'open',
      assessment: { id: draft.id },
    });
    expect(await get<RiskView>(`/risks/${ready.risk.id}`)).toMatchObject({
      number: ready.risk.number,
      assessment: { id: draft.id },
      carried: { from: { id: signed.id } },
    });
    expect(await get<RiskView>(`/risks/${twin.id}`)).toMatchObject({
      status: 'closed',
      assessment: { id: signed.id },
    });
    expect(await get<RiskView>(`/risks/${own.id}`)).toMatchObject({
      status: 'open',
      version: own.version,
      actions: [{ id: action.id }],
    });
    for (const { id } of [ready.action, action])
      expect(await get<ActionView>(`/actions/${id}`)).toMatchObject({
        assessment: { id: draft.id },
        carried: { from: { id: signed.id } },
      });
    expect(await get<ActionView>(`/actions/${action.id}`)).toMatchObject({ risk: { id: own.id } });
    const [{ told }] = (await test.database.asSuperuser<{ told: number }>(
      `select count(*)::int as told from audit.event where action = 'action.carried'`,
    )) as [{ told: number }];
    // The one of the twin, and the one that came with its risk.
    expect(told).toBe(2);
  });

  it('finds nothing where another analysis took it over', async () => {
    const late = await startAssessment(officer, { title: 'Too late', previousId: signed.id });
    expect((await take(late.id, late.version).expect(409)).body).toMatchObject({
      detail: expect.stringContaining('Another analysis'),
    });
  });
});
