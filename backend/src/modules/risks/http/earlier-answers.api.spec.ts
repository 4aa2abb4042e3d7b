import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorkbook } from '../../../platform/documents/xlsx/workbook.spec-kit.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { answerAs, putAnswer, questionOf, showAssessment, startAssessment } from '../assessments.spec-kit.js';
import type { EarlierFiles, EarlierPreview, EarlierTaken } from '../earlier-answer.schemas.js';
import { approve, readyAssessment, submit } from '../register.spec-kit.js';

let test: TestApp;
let officer: Agent;
let id: string;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

const HEAD = 'Question id,Answer,Notes,Answered on,Risk';
const listOf = (...rows: string[]) => [HEAD, ...rows].join('\n');
const path = (of: string, rest = '') => `/api/v1/assessments/${of}/earlier-answers${rest}`;
const look = (of: string, content: string, fileName = 'answers 2024.csv') =>
  officer.post(path(of, '/preview')).send({ fileName, content });
async function preview(of: string, content: string): Promise<EarlierPreview> {
  return (await look(of, content).expect(200)).body as EarlierPreview;
}
const take = (of: string, content: string, query: object) =>
  officer.post(path(of)).query(query).send({ fileName: 'answers 2024.csv', content });
async function bringIn(of: string, content: string): Promise<EarlierTaken> {
  const { seen } = await preview(of, content);
  return (await take(of, content, { seen, leaveOutBad: 'true' }).expect(201)).body as EarlierTaken;
}
const filesOf = async (of: string) => (await officer.get(path(of)).expect(200)).body as EarlierFiles;
const stored = () =>
  test.database.asSuperuser<{ question_id: string; notes: Buffer | null }>(
    'select question_id, notes from earlier_answer where assessment_id = $1::uuid order by question_id',
    [`${id.split('_')[1]}`],
  );
async function lastEvent(action: string) {
  const rows = await test.database.asSuperuser<{ detail: object }>(
    'select detail from audit.event where action = $1 order by id desc limit 1',
    [action],
  );
  return rows[0]?.detail;
}

describe('a file of earlier answers', () => {
  const content = listOf(
    'S1-Q1,a,"Report of 3 May, by Ana",2024-05-03,high',
    'S1-Q5,a,,,',
    'S1-Q3,,,,',
    'S1-Q4,Perhaps,,,',
    'S9-Q9,a,,,',
  );
  beforeAll(async () => {
    id = (await startAssessment(officer, { title: 'First one here' })).id;
    await answerAs(officer, id, 'S1-Q5', 'gap');
  });

  it('is looked at first: each kind of row is counted, bad ones are named with what could be answered, nothing is kept', async () => {
    const seen = await preview(id, content);
    expect(seen).toMatchObject({
      fileName: 'answers 2024.csv',
      rowCount: 5,
      counts: { fits: 1, answered: 1, known: 0, empty: 1, bad: 2 },
      used: ['Question id', 'Answer', 'Notes', 'Answered on'],
      unused: ['Risk'],
      workbook: null,
      replaces: 0,
    });
    expect(seen.badRows.map(({ row }) => row)).toEqual([5, 6]);
    expect(seen.badRows[0]).toMatchObject({ answer: 'Perhaps', question: 'S1-Q4' });
    expect(seen.badRows[0]!.choices[0]).toMatch(/^a: Yes/);
    expect(await stored()).toEqual([]);
  });

  it('with bad rows is taken over only by who says that they are left out, and only as it was looked at', async () => {
    const { seen } = await preview(id, content);
    const refused = await take(id, content, { seen }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'earlier-answers.bad-rows',
      detail: expect.stringContaining('2 rows'),
    });
    const other = await take(id, `${content}\nS2-Q1,a,,,`, { seen, leaveOutBad: 'true' }).expect(409);
    expect(other.body).toMatchObject({ code: 'earlier-answers.other-file' });
    await take(id, content, {}).expect(400);
    expect(await stored()).toEqual([]);
    const taken = await take(id, content, { seen, leaveOutBad: 'true' }).expect(201);
    expect(taken.body).toEqual({ kept: 1, replaced: 0, leftOut: 2 });
    expect(await lastEvent('answer.earlier-brought-in')).toEqual({ kept: 1, replaced: 0, leftOut: 2 });
  });

  it('stands beside the question with its day and its notes, sealed where they rest, and counts for nothing', async () => {
    const question = await questionOf(officer, id, 'S1-Q1');
    expect(question).toMatchObject({
      answer: null,
      earlier: {
        optionId: 'a',
        standing: 'in-place',
        confirmable: true,
        notes: 'Report of 3 May, by Ana',
        answeredBy: null,
        assessment: null,
        file: {
          name: 'answers 2024.csv',
          answeredOn: '2024-05-03',
          importedBy: { name: 'compliance-officer of Alder Family Clinic' },
        },
      },
    });
    expect((await showAssessment(officer, id)).progress.answered).toBe(1);
    const [row] = await stored();
    expect(row!.notes).toBeInstanceOf(Buffer);
    expect(row!.notes!.toString('latin1')).not.toContain('Ana');
  });

  it('becomes an answer when somebody confirms it', async () => {
    const { earlier } = await questionOf(officer, id, 'S1-Q1');
    await putAnswer(officer, id, 'S1-Q1', { optionId: earlier!.optionId, notes: earlier!.notes }).expect(200);
    expect((await questionOf(officer, id, 'S1-Q1')).answer).toMatchObject({
      standing: 'in-place',
      notes: 'Report of 3 May, by Ana',
    });
    expect((await preview(id, content)).counts).toMatchObject({ fits: 0, answered: 2 });
  });

  it('without a row that brings anything new is refused', async () => {
    const { seen } = await preview(id, content);
    const { body } = await take(id, content, { seen, leaveOutBad: 'true' }).expect(409);
    expect(body).toMatchObject({ code: 'earlier-answers.nothing-fits' });
  });

  it('gives way to a later one, question by question, and is taken away as a whole', async () => {
    await bringIn(id, listOf('S2-Q1,a,First,,', 'S2-Q2,a,,,'));
    const later = listOf('S2-Q1,b,Second,,');
    expect((await preview(id, later)).replaces).toBe(1);
    expect(await bringIn(id, later)).toEqual({ kept: 1, replaced: 1, leftOut: 0 });
    expect((await questionOf(officer, id, 'S2-Q1')).earlier).toMatchObject({
      optionId: 'b',
      notes: 'Second',
    });
    const { items, mayBringIn } = await filesOf(id);
    expect(mayBringIn).toBe(true);
    expect(items.map(({ answers }) => answers)).toEqual([1, 1, 1]);
    await officer.delete(path(id)).expect(204);
    expect(await lastEvent('answer.earlier-taken-away')).toEqual({ answers: 3 });
    expect((await questionOf(officer, id, 'S2-Q1')).earlier).toBeNull();
    expect((await questionOf(officer, id, 'S1-Q1')).answer).not.toBeNull();
    await officer.delete(path(id)).expect(404);
  });
});

it('what the analysis before this one answered is shown, and not what a file says', async () => {
  const before = await startAssessment(officer, { title: 'Last year' });
  await answerAs(officer, before.id, 'S1-Q1', 'in-place');
  const next = (await startAssessment(officer, { previousId: before.id })).id;
  const content = listOf('S1-Q1,b,,,', 'S1-Q2,b,,,');
  expect((await preview(next, content)).counts).toMatchObject({ fits: 1, known: 1 });
  expect(await bringIn(next, content)).toMatchObject({ kept: 1 });
  expect((await questionOf(officer, next, 'S1-Q1')).earlier).toMatchObject({ optionId: 'a', file: null });
  expect((await questionOf(officer, next, 'S1-Q2')).earlier).toMatchObject({
    optionId: 'b',
    assessment: null,
  });
  // An answer that last year's analysis gets later is shown in the place of the file's.
  await answerAs(officer, before.id, 'S1-Q2', 'in-place');
  expect((await questionOf(officer, next, 'S1-Q2')).earlier).toMatchObject({ optionId: 'a', file: null });
});

describe('the answers of an analysis as a file', () => {
  it('hold every question in order, and come back in as they went out', async () => {
    const before = await startAssessment(officer, { title: 'To take out' });
    const answer = await answerAs(officer, before.id, 'S1-Q5', 'gap', '=1+1, says "Ana"');
    await officer
      .post(`/api/v1/answers/${answer.id}/evidence`)
      .field('title', 'Floor plan')
      .attach('file', Buffer.from('plan'), 'plan.txt')
      .expect(201);
    const file = (format: string) => `/api/v1/assessments/${before.id}/answers/export.${format}`;
    const rows = (await officer.get(file('json')).expect(200)).body as Record<string, unknown>[];
    const { progress } = await showAssessment(officer, before.id);
    expect(rows).toHaveLength(progress.total);
    expect(rows[0]).toMatchObject({ questionId: 'S1-Q1', answer: null, answeredOn: null });
    expect(rows[4]).toMatchObject({
      questionId: 'S1-Q5',
      answer: answer.optionText,
      standing: 'gap',
      notes: '=1+1, says "Ana"',
      answeredBy: 'compliance-officer of Alder Family Clinic',
      evidence: ['Floor plan (plan.txt)'],
    });
    expect((rows[4]!['possibleAnswers'] as string[])[0]).toMatch(/^a: /);
    expect(await lastEvent('answer.exported')).toEqual({ rows: progress.total, answers: 1, format: 'json' });
    const { text } = await officer.get(file('csv')).expect(200);
    const next = (await startAssessment(officer)).id;
    const looked = await preview(next, text);
    expect(looked.counts).toEqual({ fits: 1, answered: 0, known: 0, empty: progress.total - 1, bad: 0 });
    expect(looked.unused).toEqual([
      'Section',
      'Asked',
      'Standing',
      'Answered by',
      'Citations',
      'Evidence',
      'Possible answers',
    ]);
    await bringIn(next, text);
    expect((await questionOf(officer, next, 'S1-Q5')).earlier).toMatchObject({
      optionId: answer.optionId,
      notes: '=1+1, says "Ana"',
      file: { answeredOn: rows[4]!['answeredOn'] },
    });
    // The same rows under another set: its ids are others'.
    const official = await startAssessment(officer, {
      questionnaire: { pack: 'security-activities', version: '2026.1' },
    });
    expect((await preview(official.id, text)).counts).toMatchObject({ fits: 0, bad: 1 });
  });

  it('as decisions on specifications, one row for each', async () => {
    const { id: own } = await startAssessment(officer);
    const { body } = await officer.get(`/api/v1/assessments/${own}/specifications/export.json`).expect(200);
    expect(body).toHaveLength(22);
    expect((body as object[])[0]).toMatchObject({
      citation: expect.stringContaining('164.3'),
      decision: null,
    });
    expect(await lastEvent('specification.exported')).toEqual({ rows: 22, format: 'json' });
  });
});

describe('a file that is none, or comes too late', () => {
  it('is refused in words that help', async () => {
    const { id: own } = await startAssessment(officer);
    const messageOf = async (request: ReturnType<typeof look>) =>
      ((await request.expect(400)).body as { fieldErrors: { file: string[] } }).fieldErrors.file[0];
    expect(await messageOf(look(own, '%PDF-1.7'))).toContain('This is a PDF');
    expect(await messageOf(look(own, 'Name,Tag\na,b'))).toContain('no heading “Question” or “Question id”');
    const many = listOf(...Array.from({ length: 2_001 }, (_, n) => `X${n},a,,,`));
    expect(await messageOf(look(own, many))).toContain('more than 2,000 rows');
    expect(await messageOf(officer.post(path(own, '/preview')).send({}))).toContain(
      'Choose an Excel workbook',
    );
    const huge = officer
      .post(path(own, '/preview'))
      .attach('file', Buffer.alloc(6 * 1024 * 1024, 97), 'a.csv');
    expect(await messageOf(huge)).toContain('larger than 5 MB');
  });

  it('of several sheets is read from the one that was chosen', async () => {
    const { id: own } = await startAssessment(officer);
    const sheet = (name: string, letter: string) => ({
      name,
      rows: [
        ['Question id', 'Answer'],
        ['S1-Q1', letter],
      ],
    });
    const bytes = await aWorkbook({ sheets: [sheet('2024', 'a'), sheet('2023', 'nothing')] });
    const seen = async (query: object) =>
      (await officer.post(path(own, '/preview')).query(query).attach('file', bytes, 'years.xlsx').expect(200))
        .body as EarlierPreview;
    const first = await seen({});
    expect(first.workbook).toMatchObject({ sheet: '2024', sheets: [{ name: '2024' }, { name: '2023' }] });
    expect(first.counts).toMatchObject({ fits: 1, bad: 0 });
    const second = await seen({ sheet: '2023' });
    expect(second.counts).toMatchObject({ fits: 0, bad: 1 });
    expect(second.seen).not.toBe(first.seen);
    const other = { seen: first.seen, sheet: '2023', leaveOutBad: 'true' };
    await officer.post(path(own)).query(other).attach('file', bytes, 'years.xlsx').expect(409);
  });

  it('changes nothing of an analysis that is in review or signed, neither through the API nor in the database', async () => {
    const ready = await readyAssessment(test, officer);
    const own = ready.assessment.id;
    const content = listOf('S1-Q1,a,,,');
    const inReview = await submit(officer, ready.assessment);
    await look(own, content).expect(409);
    await officer.delete(path(own)).expect(409);
    await approve(await test.signIn('org-admin'), inReview);
    const { body } = await look(own, content).expect(409);
    expect(body).toMatchObject({ code: 'assessment.signed' });
    expect(await filesOf(own)).toEqual({ mayBringIn: false, items: [] });
    await expect(
      test.database.asSuperuser(
        `insert into earlier_answer (organization_id, id, assessment_id, question_id, option_id, standing, file_name, imported_by)
         select organization_id, gen_random_uuid(), id, 'S1-Q1', 'a', 'in-place', 'late.csv', prepared_by from assessment where id = $1::uuid`,
        [own.split('_')[1]],
      ),
    ).rejects.toThrow('a signed analysis stays as it is');
  });
});
