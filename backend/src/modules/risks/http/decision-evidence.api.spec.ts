import { createHash } from 'node:crypto';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import type { EvidenceView } from '../evidence.schemas.js';
import { approve, readyAssessment, submit, uuid } from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { SpecificationList, SpecificationView } from '../specification.schemas.js';

const ENCRYPTION = 'HSR-164-312-a-2-iv';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const SHA256 = createHash('sha256').update(PDF).digest('hex');

let test: TestApp;
let officer: Agent;
let signed: AssessmentView;
let decided: NonNullable<SpecificationView['decision']>;
let proof: EvidenceView;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  const { assessment } = await readyAssessment(test, officer, { title: 'The first year' });
  decided = (await rowOf(assessment.id)).decision!;
  proof = (await attach(decided.id, 'Console export').expect(201)).body as EvidenceView;
  const wrong = (await attach(decided.id, 'Wrong file').expect(201)).body as EvidenceView;
  await withdraw(wrong.id).expect(200);
  signed = await approve(await test.signIn('org-admin'), await submit(officer, assessment));
}, 60_000);
afterAll(() => test.close());

async function rowOf(id: string, requirementId = ENCRYPTION): Promise<SpecificationView> {
  const { body } = await officer.get(`/api/v1/assessments/${id}/specifications`).expect(200);
  return (body as SpecificationList).items.find((row) => row.requirementId === requirementId)!;
}
const attach = (decisionId: string, title: string, content = PDF) =>
  officer
    .post(`/api/v1/addressable-decisions/${decisionId}/evidence`)
    .field('title', title)
    .field('note', 'Page 2')
    .attach('file', content, 'console.pdf');
const withdraw = (id: string) =>
  officer.post(`/api/v1/evidence/${id}/withdrawal`).send({ reason: 'Another year' });
const confirm = (id: string, earlierVersion: number, requirementId = ENCRYPTION) =>
  officer
    .post(`/api/v1/assessments/${id}/specifications/${requirementId}/confirmation`)
    .send({ earlierVersion });
const actionsOn = async (type: string, id: string): Promise<string[]> =>
  (
    await test.database.asSuperuser<{ action: string }>(
      'select action from audit.event where target_type = $1 and target_id = $2 order by id',
      [type, uuid(id)],
    )
  ).map(({ action }) => action);

describe('evidence for a decision about an addressable specification', () => {
  it('is kept with the hash of its content, comes out as it went in, and each of this is recorded', async () => {
    expect(proof).toMatchObject({
      title: 'Console export',
      note: 'Page 2',
      file: { name: 'console.pdf', mediaType: 'application/pdf', sha256: SHA256 },
      carriedFrom: null,
    });
    const got = await officer.get(`/api/v1/evidence/${proof.id}/file`).buffer(true).expect(200);
    expect(Buffer.from(got.body as Buffer).equals(PDF)).toBe(true);
    expect(await actionsOn('evidence', proof.id)).toEqual(['evidence.added', 'evidence.downloaded']);
    expect((await rowOf(signed.id)).decision!.evidence).toMatchObject([
      { id: proof.id, withdrawnAt: null },
      { title: 'Wrong file', withdrawnReason: 'Another year' },
    ]);
  });

  it('may not be nothing, and not of a kind that can do harm', async () => {
    const { id } = await startAssessment(officer);
    await officer
      .put(`/api/v1/assessments/${id}/specifications/${ENCRYPTION}`)
      .send({ decision: 'implemented' })
      .expect(200);
    const { decision } = await rowOf(id);
    const path = `/api/v1/addressable-decisions/${decision!.id}/evidence`;
    const empty = await officer.post(path).send({ title: 'Nothing' }).expect(400);
    expect(empty.body).toMatchObject({ code: 'evidence.empty', fieldErrors: { file: [expect.any(String)] } });
    const program = Buffer.from('MZ\u0090\u0000\u0003\u0000');
    expect((await attach(decision!.id, 'Program', program).expect(400)).body).toMatchObject({
      code: 'file.kind',
    });
    expect((await rowOf(id)).decision!.evidence).toEqual([]);
  });

  it('is seen by who may see the decision, and by nobody else', async () => {
    const path = `/api/v1/evidence/${proof.id}/file`;
    await (await test.signIn('auditor')).get(path).expect(200);
    await (await test.signIn('staff')).get(path).expect(404);
    await (await test.signIn('compliance-officer', test.b)).get(path).expect(404);
  });

  it('is closed with the signature, in the database too', async () => {
    await attach(decided.id, 'Too late').expect(409);
    expect((await withdraw(proof.id).expect(409)).body).toMatchObject({ code: 'assessment.signed' });
    for (const late of [
      `update evidence set title = 'later' where id = $1`,
      `insert into evidence (organization_id, id, subject_type, subject_id, assessment_id, title, added_by)
       select organization_id, gen_random_uuid(), subject_type, subject_id, assessment_id, 'later', added_by from evidence where id = $1`,
    ])
      await expect(test.database.asSuperuser(late, [uuid(proof.id)])).rejects.toThrow(
        'a signed analysis stays as it is',
      );
  });

  it('stands in what was signed and in the file by name and hash, what was withdrawn with its reason', async () => {
    const { body } = await officer.get(`/api/v1/assessments/${signed.id}/report`).expect(200);
    const report = body as AssessmentReport;
    const inReport = report.specifications!.find(({ citation }) => citation === '45 CFR 164.312(a)(2)(iv)')!;
    expect(inReport.decision!.evidence).toMatchObject([
      { title: 'Console export', fileName: 'console.pdf', sha256: SHA256, withdrawnAt: null },
      { title: 'Wrong file', withdrawnReason: 'Another year' },
    ]);
    const file = await officer.get(`/api/v1/assessments/${signed.id}/specifications/export.json`).expect(200);
    expect(JSON.stringify(file.body)).toContain(`Console export (console.pdf, SHA-256 ${SHA256})`);
    expect(JSON.stringify(file.body)).toMatch(/Wrong file \(.*\), withdrawn/);
  });
});

describe('the next year', () => {
  it('shows what was decided, decides nothing by itself, and confirms it with the evidence that still counts', async () => {
    const { id } = await startAssessment(officer, { title: 'The second year', previousId: signed.id });
    const before = await rowOf(id);
    expect(before).toMatchObject({
      decision: null,
      earlier: {
        decision: 'implemented',
        version: decided.version,
        assessment: { id: signed.id, title: 'The first year' },
      },
    });
    expect(before.earlier!.evidence.map(({ title }) => title)).toEqual(['Console export']);
    expect((await confirm(id, decided.version + 1)).status).toBe(412);
    await confirm(id, decided.version).expect(200);
    const { decision } = await rowOf(id);
    expect(decision).toMatchObject({
      decision: 'implemented',
      version: 1,
      evidence: [
        {
          title: 'Console export',
          note: 'Page 2',
          file: { name: 'console.pdf', sha256: SHA256 },
          addedAt: proof.addedAt,
          carriedFrom: 'The first year',
        },
      ],
    });
    const [carried] = decision!.evidence;
    expect(carried!.id).not.toBe(proof.id);
    const got = await officer.get(`/api/v1/evidence/${carried!.id}/file`).buffer(true).expect(200);
    expect(Buffer.from(got.body as Buffer).equals(PDF)).toBe(true);
    expect(await actionsOn('addressable-decision', decision!.id)).toEqual(['specification.confirmed']);
    expect(await actionsOn('evidence', carried!.id)).toEqual(['evidence.carried', 'evidence.downloaded']);
    // A second confirmation finds it decided, and what is withdrawn now stands there still as it was signed.
    expect((await confirm(id, decided.version).expect(409)).body).toMatchObject({
      code: 'specification.decided',
    });
    await withdraw(carried!.id).expect(200);
    expect((await rowOf(signed.id)).decision!.evidence[0]).toMatchObject({ id: proof.id, withdrawnAt: null });
    await expectInReport(id);
  });

  async function expectInReport(id: string): Promise<void> {
    const { body } = await officer.get(`/api/v1/assessments/${id}/report`).expect(200);
    const carried = (body as AssessmentReport).specifications!.find(({ decision }) => decision !== null)!;
    expect(carried.decision!.evidence).toMatchObject([{ carriedFrom: 'The first year', sha256: SHA256 }]);
  }

  it('has nothing to confirm where nothing went before, and confirms only what is addressable', async () => {
    const { id } = await startAssessment(officer);
    expect((await rowOf(id)).earlier).toBeNull();
    await confirm(id, 1).expect(404);
    const next = await startAssessment(officer, { previousId: signed.id });
    await confirm(next.id, 1, 'HSR-164-308-a-1-ii-A').expect(404);
    await confirm(next.id, 0).expect(400);
  });
});
