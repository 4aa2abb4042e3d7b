import type { Agent, Response as Answer } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '../../../platform/documents/xlsx/read-sheet.js';
import { readWorkbook } from '../../../platform/documents/xlsx/read-workbook.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionView } from '../action.schemas.js';
import { Packs } from '../../compliance/index.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { makeAction, makeRisk, memberId, move, RATED, seen } from '../register.spec-kit.js';
import type { RiskView } from '../risk.schemas.js';

let test: TestApp;
let officer: Agent;
let assessment: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  assessment = await startAssessment(officer);
});
afterAll(() => test.close());

const LIMITS = { rows: 20_000, columns: 60, charactersOfRow: 100_000, characters: 8_000_000 };
async function sheetOf(path: string): Promise<string[][]> {
  const bytes = (answer: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => {
    const pieces: Buffer[] = [];
    answer.on('data', (piece: Buffer) => pieces.push(piece));
    answer.on('end', () => done(null, Buffer.concat(pieces)));
  };
  const answer: Answer = await officer
    .get(path)
    .buffer()
    .parse(bytes as never)
    .expect(200);
  expect(answer.headers['content-disposition']).toMatch(/attachment; filename="[a-z-]+\.xlsx"/);
  const workbook = await readWorkbook(answer.body as Buffer);
  return (await readSheet(workbook, workbook.sheets[0]!, LIMITS)).map(({ cells }) => cells);
}
const lastExport = async (action: string) =>
  (
    await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where action = $1 order by id desc limit 1`,
      [action],
    )
  )[0]?.detail;

describe('the register as a file', () => {
  it('holds every word of a risk, under the filters, in each format, and is on record', async () => {
    const words = {
      description: '=1+1 is what it costs',
      safeguards: 'Locks',
      ratingReason: 'Doors are locked',
      treatment: 'accept',
      treatmentReason: 'Small enough',
    };
    await makeRisk(officer, assessment.id, { title: 'A laptop, "lost"', ...RATED, ...words });
    await makeRisk(officer, assessment.id, { title: 'Another' });
    const { body } = await officer.get('/api/v1/risks/export.json?treatment=accept').expect(200);
    expect(body).toEqual([
      expect.objectContaining({
        title: 'A laptop, "lost"',
        ...words,
        status: 'open',
        inherentImpact: 'high',
      }),
    ]);
    expect(await lastExport('risk.exported')).toEqual({
      rows: 1,
      totalIsCapped: false,
      format: 'json',
      filter: { treatment: 'accept' },
    });
    const { text } = await officer.get('/api/v1/risks/export.csv').expect(200);
    expect(text).toContain(`"A laptop, ""lost""",'=1+1 is what it costs`);
    const [headings, ...rows] = await sheetOf('/api/v1/risks/export.xlsx?sort=number');
    expect(headings).toEqual(
      expect.arrayContaining([
        'Risk number',
        'Risk',
        'Before safeguards',
        'With safeguards',
        'Treatment',
        'Owner',
        'Open actions',
        'Status',
      ]),
    );
    expect(rows.map((cells) => cells[1])).toEqual(['A laptop, "lost"', 'Another']);
    expect(rows[0]).toContain('=1+1 is what it costs');
  });

  it('says who let a risk stay as it is, and calls what is coded as the screens do', async () => {
    const risk = await makeRisk(officer, assessment.id, {
      title: 'Accepted by two',
      ...RATED,
      treatment: 'accept',
      treatmentReason: 'Small enough',
    });
    const year = Number(new Date().getUTCFullYear());
    const asked = await seen(officer, 'post', `/risks/${risk.id}/acceptances`, risk.version)
      .send({ reason: 'It costs more than it saves', untilOn: `${year + 1}-01-02` })
      .expect(201);
    const [acceptance] = (asked.body as RiskView).acceptances;
    await seen(
      await test.signIn('org-admin'),
      'post',
      `/risks/${risk.id}/acceptances/${acceptance!.id}/decision`,
      acceptance!.version,
    )
      .send({ decision: 'approve', note: 'For a year' })
      .expect(200);
    const [headings, row] = await sheetOf(`/api/v1/risks/export.xlsx?q=R-${risk.number}`);
    const cells = Object.fromEntries(headings!.map((heading, at) => [heading, row![at]]));
    expect(cells).toMatchObject({
      Treatment: 'Accept',
      'Impact before': 'High',
      Status: 'Open',
      Acceptance: 'Approved',
      'Accepted until': `${year + 1}-01-02`,
      'Why it is accepted': 'It costs more than it saves',
      'Acceptance asked by': 'compliance-officer of Alder Family Clinic',
      'Accepted by': 'Olga Admin of Alder Family Clinic',
      'Note on the acceptance': 'For a year',
    });
  });

  it('says threat, weak point and safeguards by their names, and keeps their codes in JSON', async () => {
    const { body } = await officer.get(`/api/v1/assessments/${assessment.id}`).expect(200);
    const { pack, version } = (body as AssessmentView).threats;
    const catalog = await test.app.get(Packs).threats(pack, version);
    const [threat, weakness] = [catalog.threats[0]!, catalog.vulnerabilities[0]!];
    const safeguards = catalog.safeguards.slice(0, 2);
    const risk = await makeRisk(officer, assessment.id, {
      title: 'Of the catalog',
      safeguardIds: safeguards.map(({ id }) => id),
    });
    // As a proposal that is taken over says.
    await test.database.asSuperuser(
      `update risk set threat_id = $1, vulnerability_id = $2 where title = 'Of the catalog'`,
      [threat.id, weakness.id],
    );
    const [headings, row] = await sheetOf(`/api/v1/risks/export.xlsx?q=R-${risk.number}`);
    expect(Object.fromEntries(headings!.map((heading, at) => [heading, row![at]]))).toMatchObject({
      Threat: threat.title,
      'Weak point': weakness.title,
      Safeguards: safeguards.map(({ title }) => title).join('; '),
    });
    const inCodes = await officer.get(`/api/v1/risks/export.json?q=R-${risk.number}`).expect(200);
    expect(inCodes.body).toMatchObject([
      { threat: threat.id, vulnerability: weakness.id, safeguardIds: safeguards.map(({ id }) => id) },
    ]);
  });

  it('does not call accepted what was asked for and refused', async () => {
    const risk = await makeRisk(officer, assessment.id, {
      title: 'Not accepted',
      ...RATED,
      treatment: 'accept',
      treatmentReason: 'Small enough',
    });
    const asked = await seen(officer, 'post', `/risks/${risk.id}/acceptances`, risk.version)
      .send({ reason: 'It costs too much', untilOn: `${new Date().getUTCFullYear() + 1}-01-02` })
      .expect(201);
    const [acceptance] = (asked.body as RiskView).acceptances;
    const decision = `/risks/${risk.id}/acceptances/${acceptance!.id}/decision`;
    await seen(await test.signIn('org-admin'), 'post', decision, acceptance!.version)
      .send({ decision: 'refuse', note: 'It does not' })
      .expect(200);
    const [headings, row] = await sheetOf(`/api/v1/risks/export.xlsx?q=R-${risk.number}`);
    expect(Object.fromEntries(headings!.map((heading, at) => [heading, row![at]]))).toMatchObject({
      Acceptance: 'Refused',
      'Acceptance asked by': 'compliance-officer of Alder Family Clinic',
      'Accepted by': '',
      'Accepted until': '',
      'Why it is accepted': '',
    });
  });

  it('goes on behind the first page', async () => {
    await test.database.asSuperuser(
      `insert into risk (organization_id, id, assessment_id, number, title)
       select organization_id, gen_random_uuid(), assessment_id, 1000 + n, 'Bulk ' || n from risk, generate_series(1, 1234) n where number = (select min(number) from risk)`,
    );
    const { body } = await officer.get('/api/v1/risks/export.json?q=bulk&sort=number').expect(200);
    expect((body as { title: string }[]).map(({ title }) => title)).toEqual(
      Array.from({ length: 1234 }, (_, n) => `Bulk ${n + 1}`),
    );
  });

  it('is refused in other formats, and with filters that the list has not', async () => {
    await officer.get('/api/v1/risks/export.pdf').expect(400);
    await officer.get('/api/v1/risks/export.csv?nothing=1').expect(400);
  });
});

describe('the plan as a file', () => {
  it('holds money as numbers, and is not for staff to take out', async () => {
    const risk = await makeRisk(officer, assessment.id, { title: 'With a plan' });
    const own = { ownerId: memberId(test.a, 'staff'), budgetCents: 120_050, description: 'All of them' };
    await makeAction(officer, { riskId: risk.id, title: 'Ours', ...own });
    await makeAction(officer, { riskId: risk.id, title: 'Not ours' });
    const all = (await officer.get('/api/v1/actions/export.json?sort=title').expect(200)).body as {
      title: string;
    }[];
    expect(all.map(({ title }) => title)).toEqual(['Not ours', 'Ours']);
    const { text } = await officer.get('/api/v1/actions/export.csv').expect(200);
    // Beside each other stand numbers of actions and of risks.
    expect(text.split('\n')[0]).toMatch(
      /^.?Action number,.*,Lowers risks \(expected after\),Waits for actions,/,
    );
    const [ours] = all.filter(({ title }) => title === 'Ours');
    expect(ours).toMatchObject({ budget: 1200.5, description: 'All of them' });
    await (await test.signIn('staff')).get('/api/v1/actions/export.json').expect(403);
    expect(await lastExport('action.exported')).toMatchObject({ rows: 2 });
  });

  it('tells the steps on the way, what shows that it is done, and who checked it', async () => {
    const risk = await makeRisk(officer, assessment.id, { title: 'Fixed' });
    const action = await makeAction(officer, { riskId: risk.id, title: 'Fix it', dueOn: '2030-06-01' });
    const withStep = await seen(officer, 'post', `/actions/${action.id}/milestones`, action.version)
      .send({ title: 'Order it', dueOn: '2030-05-01' })
      .expect(201);
    for (const title of ['Invoice', 'Wrong paper'])
      await officer.post(`/api/v1/actions/${action.id}/evidence`).send({ title, note: 'Seen' }).expect(201);
    await test.database.asSuperuser(
      `update evidence set withdrawn_at = now(), withdrawn_reason = 'wrong' where title = 'Wrong paper'`,
    );
    const done = await move(officer, withStep.body as ActionView, 'completion', {
      completedOn: '2026-01-05',
      note: 'It was there already',
      noEvidenceReason: '',
    });
    await move(await test.signIn('org-admin'), done, 'validation', { note: 'Seen it', risks: [] });
    const [headings, row] = await sheetOf(`/api/v1/actions/export.xlsx?q=A-${action.number}`);
    const cells = Object.fromEntries(headings!.map((heading, at) => [heading, row![at]]));
    expect(cells).toMatchObject({
      Milestones: 'Order it (due 2030-05-01)',
      Evidence: 'Invoice',
      Status: 'Checked',
      'Completed by': 'compliance-officer of Alder Family Clinic',
      'Checked by': 'Olga Admin of Alder Family Clinic',
      'What was seen': 'Seen it',
    });
  });
});

it('the actions of a timeline come as a file: those with a date', async () => {
  const of = await startAssessment(officer, { title: 'In time' });
  await makeAction(officer, { assessmentId: of.id, title: 'Dated', dueOn: '2099-01-05' });
  await makeAction(officer, { assessmentId: of.id, title: 'Some day' });
  const titles = async (dated: string) =>
    (
      (await officer.get(`/api/v1/actions/export.json?assessmentId=${of.id}&dated=${dated}`).expect(200))
        .body as { title: string }[]
    ).map(({ title }) => title);
  expect([await titles('true'), await titles('false')]).toEqual([['Dated'], ['Some day']]);
});

it('the findings of an assessment come as a file, under the filters', async () => {
  const path = `/api/v1/assessments/${assessment.id}/findings`;
  await officer
    .post(path)
    .send({ title: 'No locks', detail: '@home', citations: ['45 CFR 164.310(a)(1)'], standing: 'gap' })
    .expect(201);
  const { body } = await officer.get(`${path}/export.json?q=locks`).expect(200);
  expect(body).toEqual([
    expect.objectContaining({
      title: 'No locks',
      detail: '@home',
      citations: ['45 CFR 164.310(a)(1)'],
      status: 'open',
    }),
  ]);
  expect(await lastExport('finding.exported')).toMatchObject({ rows: 1, format: 'json' });
  const gone = `/api/v1/assessments/asm_${'0'.repeat(32)}/findings/export.csv`;
  await officer.get(gone).expect(404);
});
