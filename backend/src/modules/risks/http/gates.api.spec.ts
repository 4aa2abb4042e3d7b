import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import {
  answerAs,
  putAnswer,
  questionOf,
  showAssessment,
  showSection,
  startAssessment,
} from '../assessments.spec-kit.js';
import type { ChangesView } from '../changes.schemas.js';
import { approve, readyAssessment, submit, uuid } from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { SignOffView } from '../sign-off.schemas.js';
import type { SpecificationList } from '../specification.schemas.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  admin = await test.signIn('org-admin');
});
afterAll(() => test.close());

/** S7-Q1 asks for a contingency plan; S7-Q2 to S7-Q4 ask on about it. */
const GATE = 'S7-Q1';
const BEHIND = ['S7-Q2', 'S7-Q3', 'S7-Q4'];

const findingsOf = (id: string) =>
  test.database.asSuperuser<{ key: string; status: string; reason: string }>(
    `select source_key as key, status, status_reason as reason from finding where assessment_id = $1 order by source_key`,
    [uuid(id)],
  );
const eventsOf = (id: string) =>
  test.database.asSuperuser<{ action: string; detail: object }>(
    `select action, detail from audit.event where parent_id = $1
       and action in ('answer.set-aside', 'answer.counted-again', 'finding.resolved', 'finding.reopened') order by id`,
    [uuid(id)],
  );
const reportOf = async (id: string) =>
  (await officer.get(`/api/v1/assessments/${id}/report`).expect(200)).body as AssessmentReport;

describe('a question behind a gate', () => {
  it('is not asked before the gate is answered: it says which question leads to it, and takes no answer', async () => {
    const { id } = await startAssessment(officer);
    expect(await questionOf(officer, id, 'S7-Q4')).toMatchObject({
      asking: 'waiting',
      depth: 1,
      gate: { questionId: GATE, sectionId: 'S7', number: 1 },
      heldBy: { questionId: GATE, optionText: null },
    });
    const refused = await putAnswer(officer, id, 'S7-Q4', { optionId: 'a' }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'answer.not-asked',
      detail: expect.stringContaining('S7-Q1 decides whether this is asked') as string,
    });
    expect((await questionOf(officer, id, 'S7-Q4')).answer).toBeNull();
    expect((await showAssessment(officer, id)).progress).toEqual({ answered: 0, total: 125 });
  });

  it('is asked after an answer that leads to it, and counts', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, GATE, 'in-place');
    expect(await questionOf(officer, id, 'S7-Q2')).toMatchObject({ asking: 'asked', heldBy: null });
    await answerAs(officer, id, 'S7-Q2', 'gap');
    expect((await showAssessment(officer, id)).progress).toEqual({ answered: 2, total: 125 });
  });

  it('is passed by after another answer, with the reason, and nobody waits for it', async () => {
    const { id } = await startAssessment(officer);
    const { optionText } = await answerAs(officer, id, GATE, 'gap');
    for (const questionId of BEHIND)
      expect(await questionOf(officer, id, questionId)).toMatchObject({
        asking: 'not-asked',
        heldBy: { questionId: GATE, optionText },
      });
    const refused = await putAnswer(officer, id, 'S7-Q3', { optionId: 'a' }).expect(409);
    expect((refused.body as { detail: string }).detail).toContain(optionText);
    expect(await showSection(officer, id, 'S7')).toMatchObject({ answered: 1, total: 17, notAsked: 3 });
    const { progress, sections } = await showAssessment(officer, id);
    expect(progress).toEqual({ answered: 1, total: 122 });
    expect(sections.at(-1)).toMatchObject({ id: 'S7', answered: 1, total: 17, notAsked: 3 });
    const { items } = (await officer.get('/api/v1/assessments').expect(200)).body as {
      items: { id: string; progress: object }[];
    };
    expect(items.find((item) => item.id === id)!.progress).toEqual(progress);
  });
});

describe('another answer to the gate', () => {
  it('sets aside what stands behind it with its finding, and brings both back when it is changed back', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, GATE, 'in-place');
    await answerAs(officer, id, 'S7-Q2', 'in-place', 'In the red binder');
    await answerAs(officer, id, 'S7-Q4', 'gap', 'Never tried');
    const kept = (await questionOf(officer, id, 'S7-Q4')).answer;

    await answerAs(officer, id, GATE, 'gap');
    expect(await findingsOf(id)).toMatchObject([
      { key: GATE, status: 'open' },
      { key: 'S7-Q4', status: 'resolved', reason: expect.stringContaining(GATE) as string },
    ]);
    expect((await questionOf(officer, id, 'S7-Q4')).answer).toMatchObject({
      notes: 'Never tried',
      version: 1,
      finding: { status: 'resolved' },
    });
    expect((await showAssessment(officer, id)).progress).toEqual({ answered: 1, total: 122 });

    await answerAs(officer, id, GATE, 'partial');
    expect((await questionOf(officer, id, 'S7-Q4')).answer).toEqual(kept);
    expect(await findingsOf(id)).toMatchObject([
      { key: GATE, status: 'open' },
      { key: 'S7-Q4', status: 'open' },
    ]);
    expect((await showAssessment(officer, id)).progress).toEqual({ answered: 3, total: 125 });
    expect(await eventsOf(id)).toEqual([
      { action: 'answer.set-aside', detail: { questionId: 'S7-Q2', gateId: GATE } },
      { action: 'answer.set-aside', detail: { questionId: 'S7-Q4', gateId: GATE } },
      { action: 'finding.resolved', detail: { source: 'answer' } },
      { action: 'answer.counted-again', detail: { questionId: 'S7-Q2', gateId: GATE } },
      { action: 'answer.counted-again', detail: { questionId: 'S7-Q4', gateId: GATE } },
      { action: 'finding.reopened', detail: { source: 'answer', standing: 'gap' } },
    ]);
  });

  it('leaves a dismissal with its reason, however often it shuts and opens', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, GATE, 'in-place');
    await answerAs(officer, id, 'S7-Q4', 'gap', 'Never tried');
    const { items } = (await officer.get(`/api/v1/assessments/${id}/findings`).expect(200)).body as {
      items: { id: string; version: number; question: { id: string } | null }[];
    };
    const finding = items.find(({ question }) => question?.id === 'S7-Q4')!;
    await officer
      .patch(`/api/v1/findings/${finding.id}`)
      .set('If-Match', `"v${finding.version}"`)
      .send({ status: 'dismissed', reason: 'The hospital tries it with us each spring' })
      .expect(200);
    for (const standing of ['gap', 'partial'] as const) {
      await answerAs(officer, id, GATE, standing);
      expect((await findingsOf(id)).find(({ key }) => key === 'S7-Q4')).toMatchObject({
        status: 'dismissed',
        reason: 'The hospital tries it with us each spring',
      });
    }
  });

  it('reaches through a gate behind it', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, 'S1-Q1', 'in-place');
    await answerAs(officer, id, 'S1-Q2', 'in-place');
    await answerAs(officer, id, 'S1-Q3', 'gap');
    expect(await questionOf(officer, id, 'S1-Q3')).toMatchObject({ depth: 2, asking: 'asked' });
    await answerAs(officer, id, 'S1-Q1', 'gap');
    expect(await questionOf(officer, id, 'S1-Q3')).toMatchObject({
      asking: 'not-asked',
      gate: { questionId: 'S1-Q2' },
      heldBy: { questionId: 'S1-Q1' },
    });
    expect((await findingsOf(id)).find(({ key }) => key === 'S1-Q3')).toMatchObject({ status: 'resolved' });
  });

  it('leaves an answer at the same moment to be refused or to be set aside, and its finding never open behind a shut gate', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, GATE, 'in-place');
    for (let round = 0; round < 6; round += 1) {
      const gate = (await questionOf(officer, id, GATE)).answer!;
      const [shut, answered] = await Promise.all([
        putAnswer(officer, id, GATE, { optionId: 'd', notes: String(round) }, gate.version),
        putAnswer(
          officer,
          id,
          'S7-Q4',
          { optionId: 'd', notes: String(round) },
          (await questionOf(officer, id, 'S7-Q4')).answer?.version,
        ),
      ]);
      expect(shut.status).toBe(200);
      expect([200, 409]).toContain(answered.status);
      const finding = (await findingsOf(id)).find(({ key }) => key === 'S7-Q4');
      expect(finding?.status ?? 'resolved').toBe('resolved');
      await answerAs(officer, id, GATE, 'in-place');
    }
  });
});

describe('what is not asked', () => {
  it('does not stand in the way of the signature, and the signed report names it with its reason', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const { id } = assessment;
    const { optionText } = await answerAs(officer, id, GATE, 'gap');
    const signOff = (await officer.get(`/api/v1/assessments/${id}/sign-off`).expect(200)).body as SignOffView;
    expect(signOff.missing).toEqual({});
    const facts = signOff.checklist.flatMap((test) => test.facts);
    expect(facts).toContainEqual({ label: 'Questions answered', value: '122 / 122' });
    expect(facts).toContainEqual({
      label: 'Questions not asked, because of another answer',
      value: '3',
    });
    const signed = await approve(admin, await submit(officer, await showAssessment(officer, id)));
    const report = await reportOf(id);
    expect(report.signOff?.contentHash).toBe(signed.signOff!.contentHash);
    const question = report.sections.at(-1)!.questions.find((row) => row.id === 'S7-Q4')!;
    expect(question).toMatchObject({
      answer: null,
      notAsked: { questionId: GATE, answer: optionText, kept: expect.stringMatching(/./) as string },
    });
    expect(report.sections[0]!.questions[1]).toMatchObject({ id: 'S1-Q2', notAsked: null });

    // A year later the question is asked again: what did not count is no earlier answer, and the changes name it.
    const next = await startAssessment(officer, { previousId: id });
    expect((await questionOf(officer, next.id, 'S7-Q4')).earlier).toBeNull();
    expect((await questionOf(officer, next.id, GATE)).earlier).toMatchObject({ standing: 'gap' });
    await answerAs(officer, next.id, GATE, 'in-place');
    await answerAs(officer, next.id, 'S7-Q4', 'in-place');
    await answerAs(officer, next.id, 'S3-Q1', 'gap');
    const { answers } = (await officer.get(`/api/v1/assessments/${next.id}/changes`).expect(200))
      .body as ChangesView;
    expect(answers.other.items).toMatchObject([{ questionId: 'S7-Q4', from: null }]);
    expect(answers.notAsked.items.map(({ questionId }) => questionId)).toEqual([
      'S3-Q2',
      'S3-Q3',
      'S3-Q4',
      'S3-Q5',
      'S3-Q6',
    ]);
    expect(answers.notAsked.items[0]).toMatchObject({
      to: null,
      because: expect.stringMatching(/^“[^”]{10,}” ./) as string,
    });
  });

  it('stands for an unanswered question while its gate is unanswered', async () => {
    const { id } = await startAssessment(officer);
    const { missing } = (await officer.get(`/api/v1/assessments/${id}/sign-off`).expect(200))
      .body as SignOffView;
    expect(missing['sections.S7']![0]).toContain('20 questions have no answer yet');
    const report = await reportOf(id);
    expect(report.sections.at(-1)!.questions[1]).toMatchObject({
      notAsked: { questionId: GATE, answer: null, kept: null },
    });
  });

  it('carries no addressable specification, and contradicts that it is put in place as its gate does', async () => {
    const { id } = await startAssessment(officer);
    const path = `/api/v1/assessments/${id}/specifications`;
    const testing = async () =>
      ((await officer.get(path).expect(200)).body as SpecificationList).items.find(({ answers }) =>
        answers.some(({ questionId }) => questionId === 'S7-Q4'),
      )!;
    await answerAs(officer, id, GATE, 'in-place');
    await answerAs(officer, id, 'S7-Q4', 'in-place');
    expect(await testing()).toMatchObject({ proposed: true, contradicted: false });
    await officer
      .put(`${path}/${(await testing()).requirementId}`)
      .send({ decision: 'implemented' })
      .expect(200);
    await answerAs(officer, id, GATE, 'gap');
    expect(await testing()).toMatchObject({
      contradicted: true,
      answers: [{ questionId: 'S7-Q4', asked: false, standing: null, optionText: null }],
    });
  });

  it('is told in the file of answers, with what was kept', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, GATE, 'in-place');
    await answerAs(officer, id, 'S7-Q2', 'in-place', 'In the red binder');
    await answerAs(officer, id, GATE, 'gap');
    const rows = (await officer.get(`/api/v1/assessments/${id}/answers/export.json`).expect(200))
      .body as Record<string, unknown>[];
    const row = (questionId: string) => rows.find((candidate) => candidate['questionId'] === questionId)!;
    expect(row(GATE)['asked']).toBe('Yes');
    expect(row('S7-Q2')).toMatchObject({
      asked: expect.stringMatching(/^No: S7-Q1 was answered “No/) as string,
      notes: 'In the red binder',
    });
    expect(row('S1-Q2')['asked']).toBe('Not yet: S1-Q1 has no answer');
  });
});

it('an assessment of the version without gates asks everything, as before', async () => {
  const { id } = await startAssessment(officer, {
    questionnaire: { pack: 'security-questions', version: '2026.1' },
  });
  await answerAs(officer, id, GATE, 'gap');
  await answerAs(officer, id, 'S7-Q4', 'gap');
  expect(await questionOf(officer, id, 'S7-Q4')).toMatchObject({ asking: 'asked', gate: null, depth: 0 });
  expect((await showAssessment(officer, id)).progress).toEqual({ answered: 2, total: 125 });
});
