import type { Agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { putAnswer, showAssessment, showSection, startAssessment } from '../assessments.spec-kit.js';
import type { AnswerView, QuestionView } from '../answer.schemas.js';
import { uuid } from '../register.spec-kit.js';

const PEOPLE = 20;

let test: TestApp;
let people: Agent[];
beforeAll(async () => {
  test = await startTestApp();
  people = [];
  for (let n = 1; n <= PEOPLE; n += 1) {
    const member = await test.addMember(test.a, 'compliance-officer', `Person ${n}`);
    people.push(await test.signInAs(member));
  }
});
afterAll(() => test.close());

interface Told {
  person: number;
  questionId: string;
  notes: string;
  status: number;
  body: AnswerView & { code?: string; detail?: string };
}

/** What everybody answers besides their own: two gates, and two that are none. */
const SHARED = ['S2-Q1', 'S4-Q1', 'S1-Q1', 'S7-Q1'];

async function askable(agent: Agent, id: string): Promise<QuestionView[]> {
  const { sections } = await showAssessment(agent, id);
  const all: QuestionView[] = [];
  for (const section of sections) all.push(...(await showSection(agent, id, section.id)).questions);
  return all.filter(({ gate, id: questionId }) => gate === null && !SHARED.includes(questionId));
}

async function answer(
  agent: Agent,
  id: string,
  person: number,
  questionId: string,
  turn: number,
  version?: number,
): Promise<Told> {
  const notes = `Person ${person}, turn ${turn}`;
  const { status, body } = await putAnswer(agent, id, questionId, { optionId: 'a', notes }, version);
  return { person, questionId, notes, status, body: body as Told['body'] };
}

/** Tries each of the shared ones until one save of theirs gets through, and answers three questions of their own. */
async function work(agent: Agent, id: string, person: number, own: readonly string[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const questionId of SHARED) {
    let version: number | undefined;
    for (let turn = 0; ; turn += 1) {
      const last = await answer(agent, id, person, questionId, turn, version);
      told.push(last);
      if (last.status === 200) break;
      const { questions } = await showSection(agent, id, questionId.slice(0, 2));
      version = questions.find((question) => question.id === questionId)!.answer!.version;
    }
  }
  for (const [turn, questionId] of own.entries())
    told.push(await answer(agent, id, person, questionId, turn));
  return told;
}

it('twenty people at one assessment lose no answer, and each is told whose answer stood before theirs', async () => {
  const { id } = await startAssessment(people[0]!);
  const questions = await askable(people[0]!, id);
  const told = (
    await Promise.all(
      people.map((agent, n) =>
        work(
          agent,
          id,
          n + 1,
          questions.slice(n * 3, n * 3 + 3).map((question) => question.id),
        ),
      ),
    )
  ).flat();

  const accepted = told.filter(({ status }) => status === 200);
  expect(accepted).toHaveLength(PEOPLE * 3 + PEOPLE * SHARED.length);
  const refused = told.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const { status, body, person } of refused) {
    expect(status).toBe(412);
    expect(body.code).toBe('answer.stale');
    expect(body.detail).toMatch(/^Person \d+ changed this answer/);
    expect(body.detail).not.toContain(`Person ${person} changed`);
  }

  // Each accepted save made the version after the one that it was made from: a chain without holes and without two.
  const rows = await test.database.asSuperuser<{ questionId: string; version: number; name: string }>(
    `select w.question_id as "questionId", w.version, p.name from answer w
     join membership m on m.organization_id = w.organization_id and m.id = w.answered_by join person p on p.id = m.person_id
     where w.assessment_id = $1`,
    [uuid(id)],
  );
  expect(rows).toHaveLength(PEOPLE * 3 + SHARED.length);
  for (const { questionId, version, name } of rows) {
    const saves = accepted.filter((save) => save.questionId === questionId);
    const versions = saves.map(({ body }) => body.version).sort((a, b) => a - b);
    expect(versions, questionId).toEqual(saves.map((_save, place) => place + 1));
    expect(version).toBe(saves.length);
    const last = saves.find(({ body }) => body.version === version)!;
    expect(name).toBe(`Person ${last.person}`);
  }
  for (const { id: sectionId } of (await showAssessment(people[0]!, id)).sections)
    for (const { id: questionId, answer: stands } of (await showSection(people[0]!, id, sectionId)).questions)
      if (stands)
        expect(accepted).toContainEqual(
          expect.objectContaining({ questionId, notes: stands.notes }) as unknown,
        );

  const events = await test.database.asSuperuser<{ name: string; questionId: string; count: number }>(
    `select actor_name as name, detail ->> 'questionId' as "questionId", count(*)::int as count from audit.event
     where parent_id = $1 and action = 'answer.saved' group by 1, 2`,
    [uuid(id)],
  );
  expect(events.map(({ name, questionId, count }) => `${name} ${questionId} ${count}`).sort()).toEqual(
    accepted.map(({ person, questionId }) => `Person ${person} ${questionId} 1`).sort(),
  );
}, 120_000);
