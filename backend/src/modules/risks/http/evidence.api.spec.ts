import { createHash } from 'node:crypto';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { answerAs, questionOf, startAssessment } from '../assessments.spec-kit.js';
import type { EvidenceView } from '../evidence.schemas.js';

let test: TestApp;
let officer: Agent;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

const attach = (answerId: string, title = 'The report', content = PDF, name = 'report.pdf') =>
  officer
    .post(`/api/v1/answers/${answerId}/evidence`)
    .field('title', title)
    .field('note', 'Signed page')
    .attach('file', content, name);

describe('evidence for an answer', () => {
  it('is kept with the hash of its content, and comes out as it went in', async () => {
    const { id } = await startAssessment(officer);
    const answer = await answerAs(officer, id, 'S1-Q1', 'in-place');
    const added = (await attach(answer.id).expect(201)).body as EvidenceView;
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect(added).toMatchObject({
      title: 'The report',
      note: 'Signed page',
      file: { name: 'report.pdf', mediaType: 'application/pdf', sizeBytes: PDF.length, sha256 },
      withdrawnAt: null,
    });

    const got = await officer.get(`/api/v1/evidence/${added.id}/file`).buffer(true).expect(200);
    expect(got.headers['content-disposition']).toContain('attachment; filename="report.pdf"');
    expect(Buffer.from(got.body as Buffer).equals(PDF)).toBe(true);
    const seen = await test.database.asSuperuser<{ action: string }>(
      `select action from audit.event where target_type = 'evidence' order by id`,
    );
    expect(seen.map((row) => row.action)).toEqual(['evidence.added', 'evidence.downloaded']);
  });

  it('may be several files, each a row of its own, and stays when the answer changes', async () => {
    const { id } = await startAssessment(officer);
    const answer = await answerAs(officer, id, 'S1-Q1', 'in-place');
    await attach(answer.id, 'Page one').expect(201);
    await attach(answer.id, 'Page two', Buffer.from('second'), 'two.txt').expect(201);
    const changed = await answerAs(officer, id, 'S1-Q1', 'partial');
    expect(changed.evidence.map((row) => row.title)).toEqual(['Page one', 'Page two']);
    expect((await questionOf(officer, id, 'S1-Q1')).answer!.evidence).toHaveLength(2);
  });

  it('may be words alone, but not nothing', async () => {
    const { id } = await startAssessment(officer);
    const answer = await answerAs(officer, id, 'S1-Q1', 'in-place');
    const added = await officer
      .post(`/api/v1/answers/${answer.id}/evidence`)
      .send({ title: 'Binder 7', note: 'In the safe of room 3' })
      .expect(201);
    expect(added.body).toMatchObject({ file: null, note: 'In the safe of room 3' });
    await officer.get(`/api/v1/evidence/${(added.body as EvidenceView).id}/file`).expect(404);
    await officer.post(`/api/v1/answers/${answer.id}/evidence`).send({ title: 'Nothing' }).expect(400);
    await attach(answer.id, '').expect(400);
  });

  it('of a kind that can do harm is refused', async () => {
    const { id } = await startAssessment(officer);
    const answer = await answerAs(officer, id, 'S1-Q1', 'in-place');
    const refused = await attach(
      answer.id,
      'Program',
      Buffer.from('MZ\u0090\u0000\u0003\u0000'),
      'a.pdf',
    ).expect(400);
    expect(refused.body).toMatchObject({ code: 'file.kind' });
  });

  it('is never taken away: withdrawn with a reason, once, it stays to be seen', async () => {
    const { id } = await startAssessment(officer);
    const answer = await answerAs(officer, id, 'S1-Q1', 'in-place');
    const added = (await attach(answer.id).expect(201)).body as EvidenceView;
    await officer.post(`/api/v1/evidence/${added.id}/withdrawal`).send({ reason: '' }).expect(400);
    const gone = await officer
      .post(`/api/v1/evidence/${added.id}/withdrawal`)
      .send({ reason: 'Wrong year' })
      .expect(200);
    expect(gone.body).toMatchObject({ withdrawnReason: 'Wrong year', file: { name: 'report.pdf' } });
    await officer.post(`/api/v1/evidence/${added.id}/withdrawal`).send({ reason: 'Again' }).expect(409);
    await officer.get(`/api/v1/evidence/${added.id}/file`).expect(200);
  });

  it('is closed once the assessment is signed, and can still be read', async () => {
    const { id } = await startAssessment(officer);
    const answer = await answerAs(officer, id, 'S1-Q1', 'in-place');
    const added = (await attach(answer.id).expect(201)).body as EvidenceView;
    await test.database.asSuperuser(`update assessment set status = 'signed' where id = $1::uuid`, [
      id.slice(4),
    ]);
    await attach(answer.id).expect(409);
    await officer.post(`/api/v1/evidence/${added.id}/withdrawal`).send({ reason: 'Too late' }).expect(409);
    await officer.get(`/api/v1/evidence/${added.id}/file`).expect(200);
  });

  it('is seen by who may see the answers, and by nobody else', async () => {
    const { id } = await startAssessment(officer);
    const answer = await answerAs(officer, id, 'S1-Q1', 'in-place');
    const added = (await attach(answer.id).expect(201)).body as EvidenceView;
    await (await test.signIn('auditor')).get(`/api/v1/evidence/${added.id}/file`).expect(200);
    await (await test.signIn('staff')).get(`/api/v1/evidence/${added.id}/file`).expect(404);
    const admin = await test.signIn('org-admin');
    await admin.post(`/api/v1/evidence/${added.id}/withdrawal`).send({ reason: 'Not mine' }).expect(403);
  });
});
