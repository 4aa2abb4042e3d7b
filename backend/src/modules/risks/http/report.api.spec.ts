import type { Agent } from 'supertest';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../platform/audit/event-row.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow, sanitize } from '../../inventory/inventory.spec-kit.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { answerAs, startAssessment } from '../assessments.spec-kit.js';
import {
  approve,
  makeAction,
  makeRisk,
  memberId,
  move,
  RATED,
  readyAssessment,
  submit,
  uuid,
} from '../register.spec-kit.js';
import { assessmentReport, type AssessmentReport } from '../report/assessment-report.schema.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
beforeAll(async () => {
  test = await startTestApp();
  [officer, admin] = [await test.signIn('compliance-officer'), await test.signIn('org-admin')];
});
afterAll(() => test.close());

const report = async (id: string, agent = officer): Promise<AssessmentReport> =>
  (await agent.get(`/api/v1/assessments/${id}/report`).expect(200)).body as AssessmentReport;

describe('the report of a draft', () => {
  let draft: AssessmentView;
  beforeAll(async () => {
    const previous = await startAssessment(officer, { title: 'Last year' });
    draft = await startAssessment(officer, {
      title: 'This year',
      scope: 'Everything',
      previousId: previous.id,
    });
    await officer.post('/api/v1/sites').send({ name: 'Main Street', city: 'Alder' }).expect(201);
    const laptop = await makeAsset(officer, {
      tag: 'LT-1',
      name: 'Laptop',
      kind: 'device',
      hosting: 'portable',
      notes: 'Bought used',
      portable: true,
    });
    const player = await makeAsset(officer, { tag: 'MP-1', name: 'Music player', holdsEphi: false });
    const flow = await makeFlow(officer, { name: 'Claims out', from: { assetId: laptop.id } });
    await officer
      .put(`/api/v1/assessments/${draft.id}/exclusions/${player.id}`)
      .send({ reason: 'Holds nothing' });
    await answerAs(officer, draft.id, 'S1-Q1', 'gap', 'We never did');
    const staff = memberId(test.a, 'staff');
    const risk = await makeRisk(officer, draft.id, {
      title: 'Lost',
      assetId: laptop.id,
      ...RATED,
      safeguardIds: ['G-disk-encryption'],
      ownerId: staff,
    });
    await makeRisk(officer, draft.id, { title: 'Leaked', dataFlowId: flow.id });
    const milestones = [{ title: 'Order', dueOn: '2027-01-01' }];
    const action = await makeAction(officer, {
      riskId: risk.id,
      dueOn: '2027-02-01',
      budgetCents: 500,
      ownerId: staff,
      milestones,
    });
    await move(officer, action, 'completion', { completedOn: '2026-01-02', spentCents: 450, note: 'Quick' });
  });

  it('is what its schema says, and says that it is a draft', async () => {
    const body = await report(draft.id);
    expect(assessmentReport.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      draft: true,
      signOff: null,
      assessment: {
        id: draft.id,
        title: 'This year',
        previousTitle: 'Last year',
        status: 'draft',
        submittedBy: null,
      },
    });
  });

  it('holds what people wrote, opened, and names instead of ids', async () => {
    const body = await report(draft.id);
    expect(body.organization).toEqual({
      name: 'Alder Family Clinic',
      kind: 'covered-entity',
      timeZone: 'America/Denver',
    });
    expect(body.sites).toMatchObject([{ name: 'Main Street', city: 'Alder', active: true }]);
    expect(body.assets.find(({ tag }) => tag === 'LT-1')).toMatchObject({
      name: 'Laptop',
      notes: 'Bought used',
      inScope: true,
      exclusionReason: '',
    });
    expect(body.assets.find(({ tag }) => tag === 'MP-1')).toMatchObject({
      inScope: false,
      exclusionReason: 'Holds nothing',
    });
    expect(body.dataFlows).toMatchObject([{ name: 'Claims out', from: 'Laptop' }]);
    expect(body.methodology).toHaveLength(9);
    expect(body.sections.flatMap(({ questions }) => questions)).toHaveLength(125);
    expect(body.sections[0]!.questions[0]!.answer).toMatchObject({
      standing: 'gap',
      notes: 'We never did',
      answeredBy: 'compliance-officer of Alder Family Clinic',
    });
    expect(body.sections[0]!.questions[1]!.answer).toBeNull();
    expect(body.findings.find(({ title }) => title === 'No risk analysis has been completed')).toMatchObject({
      source: 'answer',
      questionId: 'S1-Q1',
    });
  });

  it('tells the role of everyone whom it names, and of nobody else', async () => {
    const { people } = await report(draft.id);
    expect(people).toEqual([
      { name: 'compliance-officer of Alder Family Clinic', role: 'compliance-officer' },
      { name: 'staff of Alder Family Clinic', role: 'staff' },
    ]);
  });

  it('has the register, the heat map and the plan with its money', async () => {
    const body = await report(draft.id);
    expect(body.risks).toMatchObject([
      {
        title: 'Lost',
        subject: 'LT-1 Laptop',
        inherent: { likelihood: 'high', impact: 'high', level: 'high' },
        residual: { level: 'low' },
        ownerName: 'staff of Alder Family Clinic',
        safeguardTitles: [expect.stringMatching(/ncrypt/)],
      },
      { title: 'Leaked', subject: 'Claims out', inherent: null, residual: null, ownerName: null },
    ]);
    expect(body.heatMap.inherent[3]).toEqual([0, 0, 0, 1, 0]);
    expect(body.actions).toMatchObject([
      {
        riskNumber: body.risks[0]!.number,
        riskTitle: 'Lost',
        status: 'done',
        completedOn: '2026-01-02',
        statusReason: 'Quick',
        noEvidenceReason: 'Seen on the spot',
        milestones: [{ title: 'Order', dueOn: '2027-01-01', doneOn: null }],
        history: [{ from: 'planned', to: 'done', noEvidenceReason: 'Seen on the spot' }],
      },
    ]);
    expect(body.planTotals).toMatchObject({
      budgetCents: 500,
      spentCents: 450,
      byStatus: { done: { count: 1 }, planned: { count: 0 } },
    });
    expect(body.checklist.map(({ met }) => met)).toEqual([null, null, null, null, null]);
  });
});

describe('the report of a signed analysis', () => {
  it('carries the hash of its canonical text, whoever reads it', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const signed = await approve(admin, await submit(officer, assessment));
    const body = await report(assessment.id, await test.signIn('auditor'));
    expect(body).toMatchObject({
      draft: false,
      assessment: { status: 'signed' },
      signOff: {
        approvedBy: 'Olga Admin of Alder Family Clinic',
        statement: 'Read and approved.',
        approvedOn: signed.signOff!.approvedOn,
      },
    });
    expect(body.people).toContainEqual({ name: 'Olga Admin of Alder Family Clinic', role: 'org-admin' });
    const { contentHash, ...signOff } = body.signOff!;
    expect(
      createHash('sha256')
        .update(canonicalJson({ ...body, signOff }))
        .digest('hex'),
    ).toBe(contentHash);
    expect(contentHash).toBe(signed.signOff!.contentHash);
  });

  it.each([
    [
      'its text',
      `update assessment_snapshot set content = set_byte(content, 400, get_byte(content, 400) # 1) where assessment_id = $1`,
    ],
    ['its hash', `update assessment_snapshot set content_hash = repeat('0', 64) where assessment_id = $1`],
    [
      'its place',
      `update assessment_snapshot set content = (select content from assessment_snapshot where assessment_id <> $1 limit 1) where assessment_id = $1`,
    ],
  ])('is refused loudly when somebody changed %s behind our back', async (_what, tamper) => {
    const { assessment } = await readyAssessment(test, officer);
    await approve(admin, await submit(officer, assessment));
    await test.database.asSuperuser(tamper, [uuid(assessment.id)]);
    for (const purpose of ['view', 'export']) {
      const answer = await officer.get(`/api/v1/assessments/${assessment.id}/report?purpose=${purpose}`);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([
        503,
        'assessment.snapshot-damaged',
      ]);
    }
    const [refused] = await test.database.asSuperuser<{ count: number }>(
      `select count(*)::int as count from audit.event where action = 'assessment.snapshot-refused' and outcome = 'failed' and target_id = $1`,
      [uuid(assessment.id)],
    );
    expect(refused!.count).toBe(2);
  });

  it('is not compared with either, and each time that is recorded', async () => {
    const { assessment } = await readyAssessment(test, officer);
    await approve(admin, await submit(officer, assessment));
    const next = await startAssessment(officer, { title: 'Next year', previousId: assessment.id });
    await test.database.asSuperuser(
      `update assessment_snapshot set content_hash = repeat('0', 64) where assessment_id = $1`,
      [uuid(assessment.id)],
    );
    for (const purpose of ['view', 'export']) {
      const answer = await officer.get(`/api/v1/assessments/${next.id}/report?purpose=${purpose}`);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([
        503,
        'assessment.earlier-snapshot-damaged',
      ]);
    }
    const [refused] = await test.database.asSuperuser<{ count: number }>(
      `select count(*)::int as count from audit.event where action = 'assessment.snapshot-refused' and target_id = $1`,
      [uuid(assessment.id)],
    );
    expect(refused!.count).toBe(2);
  });
});

describe('how ePHI was removed', () => {
  const removals = async (id: string) =>
    (await report(id)).sanitizations!.map(({ tag, purpose, sanitizer }) => `${tag} ${purpose} ${sanitizer}`);

  it('stands in the report as it was put right at last, without what turned out to be still there', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const before = await removals(assessment.id);
    const [gone, wrong, kept] = await Promise.all(
      ['RM-1', 'RM-2', 'RM-3'].map((tag) => makeAsset(officer, { tag, name: `Disk ${tag}`, kind: 'media' })),
    );
    const first = await sanitize(officer, gone!).expect(201);
    const { id: corrects } = first.body as { id: string };
    await sanitize(officer, { ...gone!, version: 2 }, { corrects, doneBy: 'ShredRight of Golden' }).expect(
      201,
    );
    await sanitize(officer, wrong!).expect(201);
    const back = await officer
      .patch(`/api/v1/assets/${wrong!.id}`)
      .set('If-Match', '"v2"')
      .send({ lifecycle: 'retired' });
    expect(back.status).toBe(200);
    const reuse = { purpose: 'reuse', method: 'clear', doneBy: 'Our desk', doneOn: '2026-01-06' };
    await sanitize(officer, kept!, reuse).expect(201);
    expect(await removals(assessment.id)).toEqual([
      ...before,
      'RM-1 disposal ShredRight of Golden',
      'RM-3 reuse Our desk',
    ]);
  });

  it('is told next year only where it came after the signature', async () => {
    const { assessment } = await readyAssessment(test, officer);
    await sanitize(officer, await makeAsset(officer, { tag: 'RM-4', kind: 'media' })).expect(201);
    await approve(admin, await submit(officer, assessment));
    expect(await removals(assessment.id)).toContain('RM-4 disposal ShredRight');
    await sanitize(officer, await makeAsset(officer, { tag: 'RM-5', kind: 'media' })).expect(201);
    const next = await startAssessment(officer, { title: 'A year on', previousId: assessment.id });
    expect(await removals(next.id)).toEqual(['RM-5 disposal ShredRight']);
    expect(await removals(assessment.id)).not.toContain('RM-5 disposal ShredRight');
  });
});

describe('the signed content', () => {
  const file = (id: string) =>
    officer.get(`/api/v1/assessments/${id}/signed-content?purpose=regulator`).responseType('blob');

  it('has the fingerprint under the signature, and is recorded when it leaves', async () => {
    const { assessment } = await readyAssessment(test, officer);
    expect((await file(assessment.id)).status).toBe(409);
    const signed = await approve(admin, await submit(officer, assessment));
    const answer = await file(assessment.id).expect(200);
    const { contentHash } = signed.signOff!;
    expect(
      createHash('sha256')
        .update(answer.body as Buffer)
        .digest('hex'),
    ).toBe(contentHash);
    expect(answer.headers['content-disposition']).toContain(`${contentHash.slice(0, 12)}.json`);
    const exported = () =>
      test.database.asSuperuser<{ outcome: string; detail: object }>(
        `select outcome, detail from audit.event where action = 'report.exported' and target_id = $1 order by id`,
        [uuid(assessment.id)],
      );
    const detail = {
      assessmentId: uuid(assessment.id),
      signed: true,
      document: 'signed-content',
      purpose: 'regulator',
    };
    expect(await exported()).toEqual([{ outcome: 'ok', detail }]);

    await test.database.asSuperuser(
      `update assessment_snapshot set content_hash = repeat('0', 64) where assessment_id = $1`,
      [uuid(assessment.id)],
    );
    expect((await file(assessment.id)).status).toBe(503);
    expect(await exported()).toEqual([
      { outcome: 'ok', detail },
      { outcome: 'failed', detail },
    ]);
  });
});

describe('an export', () => {
  it('is recorded, and asks for the right to export', async () => {
    const draft = await startAssessment(officer);
    const path = `/api/v1/assessments/${draft.id}/report?purpose=export`;
    await officer.get(path).expect(200);
    await officer.get(`${path}&document=remediation-plan`).expect(200);
    await officer.get(`${path}&exportPurpose=regulator`).expect(200);
    expect((await officer.get(`${path}&exportPurpose=curiosity`)).status).toBe(400);
    expect((await officer.get(`${path}&document=letter`)).status).toBe(400);
    const manager = await test.signIn('vendor-manager');
    expect((await manager.get(path)).status).toBe(403);
    await report(draft.id, manager);
    const events = await test.database.asSuperuser<{ actor_name: string; detail: object }>(
      `select actor_name, detail from audit.event where action = 'report.exported' and target_id = $1 order by id`,
      [uuid(draft.id)],
    );
    expect(events).toEqual(
      [
        { document: 'risk-analysis-report' },
        { document: 'remediation-plan' },
        { document: 'risk-analysis-report', purpose: 'regulator' },
      ].map((taken) => ({
        actor_name: 'compliance-officer of Alder Family Clinic',
        detail: { assessmentId: uuid(draft.id), signed: false, ...taken },
      })),
    );
  });
});
