import pg from 'pg';
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

let test: TestApp;
let officer: Agent;
let other: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  other = await test.signInAs(await test.addMember(test.a, 'compliance-officer', 'Priya Shah'));
});
afterAll(() => test.close());

describe('a section', () => {
  it('shows each question with why, citations, requirements, answers and what each answer means', async () => {
    const { id } = await startAssessment(officer);
    const section = await showSection(officer, id, 'S1');
    expect(section).toMatchObject({
      number: 1,
      answered: 0,
      total: 10,
      mayAnswer: true,
      official: false,
      previous: null,
      next: { id: 'S2' },
    });
    expect(section.questions[0]).toMatchObject({
      id: 'S1-Q1',
      designation: 'Required',
      citations: ['45 CFR 164.308(a)(1)(ii)(A)'],
      requirements: [{ id: 'HSR-164-308-a-1-ii-A', title: 'Risk analysis' }],
      answer: null,
    });
    expect(
      section.questions.every((question) => question.options.some((option) => option.standing === 'unknown')),
    ).toBe(true);
    await officer.get(`/api/v1/assessments/${id}/sections/S99`).expect(404);
  });
});

describe('saving an answer', () => {
  it('keeps option, words and person, and counts as progress', async () => {
    const { id } = await startAssessment(officer);
    const saved = await answerAs(officer, id, 'S1-Q1', 'in-place', 'Report of 3 May, by Ana');
    expect(saved).toMatchObject({
      standing: 'in-place',
      notes: 'Report of 3 May, by Ana',
      answeredBy: { name: 'compliance-officer of Alder Family Clinic' },
      finding: null,
      version: 1,
    });
    expect((await questionOf(officer, id, 'S1-Q1')).answer).toEqual(saved);
    expect((await showAssessment(officer, id)).progress).toEqual({ answered: 1, total: 125 });
  });

  it('stores the words encrypted', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, 'S1-Q1', 'in-place', 'Mrs. Miller, chart 4711');
    const [row] = await test.database.asSuperuser<{ hit: number }>(
      `select count(*)::int as hit from answer where encode(notes, 'escape') like '%Miller%'`,
    );
    expect(row!.hit).toBe(0);
  });

  it('refuses an answer or a question that the set does not have', async () => {
    const { id } = await startAssessment(officer);
    const refused = await putAnswer(officer, id, 'S1-Q1', { optionId: 'z' }).expect(400);
    expect((refused.body as { fieldErrors: object }).fieldErrors).toEqual({
      optionId: ['Choose one of the answers.'],
    });
    await putAnswer(officer, id, 'S9-Q1', { optionId: 'a' }).expect(404);
  });
});

describe('two people at the same question', () => {
  it('the second, who saw no answer yet, is told by whom it was answered, and nothing is lost', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(other, id, 'S1-Q5', 'in-place', 'By Priya');
    const late = await putAnswer(officer, id, 'S1-Q5', { optionId: 'c', notes: 'By the officer' }).expect(
      412,
    );
    expect(late.body).toMatchObject({
      code: 'answer.stale',
      detail: expect.stringContaining('Priya Shah changed this answer') as string,
    });
    expect((await questionOf(officer, id, 'S1-Q5')).answer).toMatchObject({ notes: 'By Priya', version: 1 });
  });

  it('the second, who saw an older answer, is refused; with the new version it goes', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, 'S1-Q7', 'gap');
    await answerAs(other, id, 'S1-Q7', 'partial', 'Found half of it');
    const late = await putAnswer(officer, id, 'S1-Q7', { optionId: 'a' }, 1).expect(412);
    expect((late.body as { detail: string }).detail).toContain('Priya Shah');
    const saved = await putAnswer(officer, id, 'S1-Q7', { optionId: 'a' }, 2).expect(200);
    expect(saved.headers['etag']).toBe('"v3"');
  });

  it('at the very same moment exactly one gets through', async () => {
    const { id } = await startAssessment(officer);
    for (const questionId of ['S2-Q1', 'S2-Q2', 'S2-Q4', 'S2-Q5', 'S2-Q6']) {
      const answers = await Promise.all([
        putAnswer(officer, id, questionId, { optionId: 'a', notes: 'one' }),
        putAnswer(other, id, questionId, { optionId: 'a', notes: 'two' }),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
      const winner = answers.find((answer) => answer.status === 200)!;
      expect((await questionOf(officer, id, questionId)).answer).toMatchObject({
        notes: (winner.body as { notes: string }).notes,
        version: 1,
      });
    }
  });

  it('different questions go through side by side', async () => {
    const { id } = await startAssessment(officer);
    const section = await showSection(officer, id, 'S4');
    const questions = section.questions.filter(({ gate }) => gate === null);
    const answers = await Promise.all(
      questions.map((question, index) =>
        putAnswer(index % 2 ? officer : other, id, question.id, { optionId: 'a' }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(questions.map(() => 200));
    expect((await showSection(officer, id, 'S4')).answered).toBe(questions.length);
  });
});

describe('an answer and a submission at the same moment', () => {
  it('do not pass each other: the answer waits, then finds the assessment in review', async () => {
    const { id } = await startAssessment(officer);
    const submitting = new pg.Client({ connectionString: test.database.url('part164_app') });
    await submitting.connect();
    await submitting.query('begin');
    await submitting.query(`select set_config('app.organization_id', $1, true)`, [test.a.id]);
    await submitting.query(`update assessment set status = 'in-review' where id = $1::uuid`, [id.slice(4)]);
    const answering = putAnswer(officer, id, 'S1-Q1', { optionId: 'a' }).then((answer) => answer.status);
    const first = await Promise.race([
      answering,
      new Promise((resolve) => setTimeout(() => resolve('waits'), 1_000)),
    ]);
    await submitting.query('commit');
    await submitting.end();
    expect([first, await answering]).toEqual(['waits', 409]);
    expect((await questionOf(officer, id, 'S1-Q1')).answer).toBeNull();
  });
});

describe('the finding behind an answer', () => {
  const findings = (id: string) =>
    test.database.asSuperuser<{ status: string; standing: string; title: string; version: number }>(
      `select status, standing, title, version from finding where assessment_id = $1::uuid and source = 'answer' order by source_key`,
      [id.slice(4)],
    );

  it.each(['gap', 'partial', 'unknown'])(
    'opens when the answer is %s: what is not known is a finding too',
    async (standing) => {
      const { id } = await startAssessment(officer);
      const saved = await answerAs(officer, id, 'S1-Q1', standing);
      expect(saved.finding).toMatchObject({ status: 'open' });
      expect(await findings(id)).toMatchObject([
        { status: 'open', standing, title: 'No risk analysis has been completed' },
      ]);
    },
  );

  it('follows the answer, is resolved when it is in place, and opens again', async () => {
    const { id } = await startAssessment(officer);
    const opened = await answerAs(officer, id, 'S1-Q1', 'gap');
    await answerAs(officer, id, 'S1-Q1', 'partial');
    expect(await findings(id)).toMatchObject([{ status: 'open', standing: 'partial', version: 2 }]);
    const resolved = await answerAs(officer, id, 'S1-Q1', 'in-place');
    expect(resolved.finding).toEqual({ id: opened.finding!.id, status: 'resolved' });
    await answerAs(officer, id, 'S1-Q1', 'unknown');
    expect(await findings(id)).toMatchObject([{ status: 'open', standing: 'unknown' }]);
  });

  it('leaves no trace of a save that was refused', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, 'S1-Q1', 'in-place');
    await putAnswer(other, id, 'S1-Q1', { optionId: 'c' }).expect(412);
    expect(await findings(id)).toEqual([]);
  });
});

describe('the record of it', () => {
  it('names the question, the answer and the finding, and none of the words', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, 'S1-Q1', 'gap', 'Secret words');
    const rows = await test.database.asSuperuser<{ action: string; changed_fields: string[]; whole: string }>(
      `select action, changed_fields, e::text as whole from audit.event e where parent_id = $1::uuid and action like any (array['answer.%', 'finding.%']) order by id`,
      [id.slice(4)],
    );
    expect(rows.map((row) => [row.action, row.changed_fields])).toEqual([
      ['answer.saved', ['optionId', 'notes']],
      ['finding.opened', []],
    ]);
    expect(rows.map((row) => row.whole).join()).not.toContain('Secret');
  });
});
