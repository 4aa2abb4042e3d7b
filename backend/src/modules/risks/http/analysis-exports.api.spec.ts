import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { answerAs, startAssessment } from '../assessments.spec-kit.js';
import type { ChangesView } from '../changes.schemas.js';
import type { ProposalPage } from '../proposal.schemas.js';
import { makeAction, makeRisk, memberId, move, RATED } from '../register.spec-kit.js';

const HOSTILE = '=2+5';
let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

type Rows = Record<string, unknown>[];
const rowsOf = async (path: string) => (await officer.get(`/api/v1${path}`).expect(200)).body as Rows;
const textOf = async (path: string) => (await officer.get(`/api/v1${path}`).expect(200)).text;
const lastExport = async (action: string) =>
  (
    await test.database.asSuperuser<{ detail: object }>(
      `select detail::jsonb as detail from audit.event where action = $1 order by id desc limit 1`,
      [action],
    )
  )[0]?.detail;

describe('what fixes taught, as a file', () => {
  it('comes under the filters of the list, harmless, and is on record', async () => {
    const assessment = await startAssessment(officer);
    const action = await move(
      officer,
      await makeAction(officer, { assessmentId: assessment.id, title: 'Encrypt laptops' }),
      'completion',
      { completedOn: '2026-01-05' },
    );
    const lesson = { kind: 'document', ownerId: memberId(test.a, 'staff'), dueOn: '2027-01-05' };
    for (const title of [HOSTILE, 'Another'])
      await officer
        .post(`/api/v1/actions/${action.id}/lessons`)
        .send({ ...lesson, title })
        .expect(201);
    const [other] = (
      (await officer.get('/api/v1/lessons').expect(200)).body as {
        items: { id: string; title: string; version: number }[];
      }
    ).items.filter(({ title }) => title === 'Another');
    await officer
      .patch(`/api/v1/lessons/${other!.id}`)
      .set('If-Match', `"v${other!.version}"`)
      .send({ doneOn: '2026-01-06' })
      .expect(200);
    expect(await rowsOf('/lessons/export.json?state=open')).toEqual([
      expect.objectContaining({
        title: HOSTILE,
        kind: 'document',
        action: `A-${action.number} Encrypt laptops`,
        owner: 'staff of Alder Family Clinic',
        dueOn: '2027-01-05',
        doneOn: null,
      }),
    ]);
    expect(await lastExport('lesson.exported')).toEqual({
      rows: 1,
      totalIsCapped: false,
      format: 'json',
      filter: { state: 'open' },
    });
    expect(await textOf('/lessons/export.csv')).toContain(`'${HOSTILE}`);
    await (await test.signIn('staff')).get('/api/v1/lessons/export.csv').expect(403);
  });
});

describe('proposed threats as a file', () => {
  it('tells of each pair what became of it, why, by whom and from which catalog', async () => {
    const laptop = await makeAsset(officer, {
      name: 'Visit laptop',
      kind: 'device',
      hosting: 'portable',
      portable: true,
      encryptionAtRest: 'no',
    });
    await makeFlow(officer, { name: 'Claims out', from: { assetId: laptop.id }, transportSecurity: 'none' });
    const { id } = await startAssessment(officer);
    const path = `/assessments/${id}/proposals`;
    const shown = async (query: string) => {
      const page = (await officer.get(`/api/v1${path}?limit=100${query}`).expect(200)).body as ProposalPage;
      return page.items.flatMap(({ id: subjectId, proposals }) =>
        proposals.map(({ pairId }) => `${subjectId} ${pairId}`),
      );
    };
    const ofLaptop = `&assetId=${laptop.id}`;
    const [first, second, ...others] = await shown(ofLaptop);
    expect(others.length).toBeGreaterThan(0);
    const pairOf = (one: string) => ({ pairId: one.split(' ')[1]!, subject: { assetId: laptop.id } });
    await officer.post(`/api/v1${path}/acceptance`).send(pairOf(first!)).expect(201);
    await officer
      .post(`/api/v1${path}/dismissal`)
      .send({ ...pairOf(second!), reason: HOSTILE })
      .expect(200);

    const all = await rowsOf(`${path}/export.json`);
    for (const state of ['open', 'accepted', 'dismissed'] as const) {
      const keys = all
        .filter((row) => row['state'] === state)
        .map(({ subjectId, pairId }) => `${String(subjectId)} ${String(pairId)}`);
      expect([state, keys]).toEqual([state, await shown(`&state=${state}`)]);
      expect(await rowsOf(`${path}/export.json?state=${state}`)).toHaveLength(keys.length);
      expect(await lastExport('proposal.exported')).toEqual({
        rows: keys.length,
        format: 'json',
        filter: { state },
      });
    }
    const [dismissed] = all.filter(({ state }) => state === 'dismissed');
    expect(dismissed).toMatchObject({
      subject: 'Visit laptop',
      subjectTag: laptop.tag,
      threat: expect.any(String) as string,
      vulnerability: expect.any(String) as string,
      reason: HOSTILE,
      decidedBy: 'compliance-officer of Alder Family Clinic',
      decidedAt: expect.stringMatching(/^20/) as string,
      risk: null,
      pack: expect.stringMatching(/^\S+ \d/) as string,
    });
    expect(all.find(({ state }) => state === 'accepted')).toMatchObject({
      risk: expect.stringMatching(/^R-\d+$/) as string,
      decidedBy: null,
    });
    expect(await rowsOf(`${path}/export.json?state=open${ofLaptop}`)).toHaveLength(others.length);
    expect(await rowsOf(`${path}/export.json?kind=data-flow&state=accepted`)).toEqual([]);
    expect(await textOf(`${path}/export.csv`)).toContain(`'${HOSTILE}`);
    await officer.get(`/api/v1${path}/export.csv?state=sold`).expect(400);
  });
});

it('what is left out of the scope comes as a file, with the reasons', async () => {
  const { id } = await startAssessment(officer);
  const asset = await makeAsset(officer, { name: 'Coffee machine' });
  await officer.put(`/api/v1/assessments/${id}/exclusions/${asset.id}`).send({ reason: HOSTILE }).expect(200);
  expect(await rowsOf(`/assessments/${id}/exclusions/export.json`)).toEqual([
    expect.objectContaining({ tag: asset.tag, name: 'Coffee machine', reason: HOSTILE, assetId: asset.id }),
  ]);
  expect(await lastExport('assessment.exclusions-exported')).toEqual({ rows: 1, format: 'json' });
  expect(await textOf(`/assessments/${id}/exclusions/export.csv`)).toContain(`'${HOSTILE}`);
});

describe('what changed since the analysis before, as a file', () => {
  it('has every row, also beyond those that the page lists', async () => {
    const before = await startAssessment(officer, { title: 'Of last year' });
    await answerAs(officer, before.id, 'S1-Q1', 'in-place');
    const { id } = await startAssessment(officer, { previousId: before.id });
    await answerAs(officer, id, 'S1-Q1', 'gap');
    await makeRisk(officer, id, { title: HOSTILE, ...RATED });
    await test.database.asSuperuser(
      `insert into risk (organization_id, id, assessment_id, number, title)
       select organization_id, gen_random_uuid(), assessment_id, 5000 + n, 'Bulk ' || n
       from risk, generate_series(1, 620) n where title = $1`,
      [HOSTILE],
    );
    const path = `/assessments/${id}/changes`;
    const page = (await officer.get(`/api/v1${path}`).expect(200)).body as ChangesView;
    expect(page.risks.added).toMatchObject({ count: 621, items: { length: 500 } });
    const rows = await rowsOf(`${path}/export.json`);
    const risks = rows.filter(({ area, change }) => area === 'risk' && change === 'new');
    expect(risks).toHaveLength(621);
    expect(risks.map(({ what }) => what)).toContainEqual(expect.stringMatching(/^R-\d+ =2\+5$/));
    expect(rows).toContainEqual(
      expect.objectContaining({
        area: 'answer',
        change: 'worse',
        what: expect.stringMatching(/^S1-Q1 /) as string,
        before: page.answers.worse.items[0]!.from!.optionText,
        now: page.answers.worse.items[0]!.to!.optionText,
      }),
    );
    expect(await lastExport('assessment.changes-exported')).toEqual({ rows: rows.length, format: 'json' });
    await officer.get(`/api/v1/assessments/${before.id}/changes/export.csv`).expect(404);
  });
});

it('how risk developed comes as a file: each level of each time', async () => {
  const rows = await rowsOf('/risks/trend/export.json');
  const labels = rows.map(({ level }) => level);
  expect(labels).toEqual(expect.arrayContaining(['Very high', 'Very low']));
  expect(rows[0]).toMatchObject({ assessment: null, openRisks: expect.any(Number) as number });
  expect(await lastExport('risk.trend-exported')).toEqual({ rows: rows.length, format: 'json' });
});
