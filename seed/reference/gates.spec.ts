import { describe, expect, it } from 'vitest';
import { readPackFolder } from '../../backend/src/modules/compliance/application/read-pack-folder.js';
import { SHIPPED_FOLDER } from '../../backend/src/modules/compliance/application/shipped.js';
import { opensGate } from '../../backend/src/modules/compliance/domain/gates.js';
import { packProblems } from '../../backend/src/modules/compliance/domain/pack-problems.js';
import type { Question, Questionnaire } from '../../backend/src/modules/compliance/domain/questionnaire.js';
import type { Requirements } from '../../backend/src/modules/compliance/domain/requirements.js';

const read = <P>(name: string, version: string) =>
  readPackFolder(`${SHIPPED_FOLDER}/${name}/${version}`) as Promise<P>;
const before = await read<Questionnaire>('security-questions', '2026.1');
const present = await read<Questionnaire>('security-questions', '2026.2');
const { requirements } = await read<Requirements>('security-rule', '2026.1');
const questionsOf = ({ sections }: Questionnaire) => sections.flatMap(({ questions }) => questions);
const questions = questionsOf(present);
const byId = new Map(questions.map((question) => [question.id, question]));
const followUps = questions.filter(({ askedWhen }) => askedWhen);
const requirementById = new Map(requirements.map((row) => [row.id, row]));

/** The Required specifications and standards that a question rests on, by the label of the regulation. */
function requiredOf({ requirementIds }: Question): string[] {
  return requirementIds.filter((id) => requirementById.get(id)!.designation === 'Required');
}

describe('the questions of 2026.2', () => {
  it('are those of 2026.1 to the letter, with gates', () => {
    const withoutGates = questions.map(({ askedWhen: _gate, ...question }) => question);
    expect(withoutGates).toEqual(questionsOf(before));
    expect(followUps.length).toBeGreaterThanOrEqual(12);
    expect(questionsOf(before).some(({ askedWhen }) => askedWhen)).toBe(false);
  });

  // 45 CFR 164.308(a)(1)(ii)(A): an accurate and thorough assessment of the risks to all ePHI.
  it.each(followUps.map((question): [string, Question] => [question.id, question]))(
    'pass %s by only where that leaves nothing Required out',
    (_id, question) => {
      const { askedWhen } = question;
      const gate = byId.get(askedWhen!.question)!;
      for (const option of gate.options.filter((candidate) => !opensGate(askedWhen!, candidate))) {
        // Somebody who says that all is well is asked how.
        expect(option.standing, `${gate.id} ${option.id}`).not.toBe('in-place');
        if (requiredOf(question).length === 0) continue;
        expect(['gap', 'partial', 'unknown'], `${gate.id} ${option.id}`).toContain(option.standing);
        expect(gate.requirementIds).toEqual(expect.arrayContaining(requiredOf(question)));
      }
      expect(askedWhen!.why.length).toBeGreaterThan(20);
    },
  );
});

describe('a pack with a faulty gate', () => {
  const withGate = (id: string, askedWhen: Question['askedWhen']): Questionnaire => ({
    ...present,
    sections: present.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        question.id === id ? { ...question, askedWhen } : question,
      ),
    })),
  });
  const gate = (question: string, options: string[]) => ({ question, options, why: 'x' });
  const problems = (pack: Questionnaire) =>
    packProblems(pack, { requirementIds: null }).map(({ path, message }) => `${path}: ${message}`);

  it.each([
    ['S1-Q5', gate('S9-Q9', ['a']), 'S1-Q5.askedWhen: S9-Q9 is no question of this pack.'],
    ['S1-Q5', gate('S1-Q5', ['a']), 'S1-Q5.askedWhen: It waits for its own answer.'],
    [
      'S1-Q5',
      gate('S1-Q7', ['a']),
      'S1-Q5.askedWhen: S1-Q7 comes later. A question waits for an earlier one.',
    ],
    ['S1-Q5', gate('S1-Q1', ['z']), 'S1-Q5.askedWhen: z is no answer to S1-Q1.'],
    [
      'S1-Q5',
      { question: 'S1-Q1', standings: ['not-applicable' as const], why: 'x' },
      'S1-Q5.askedWhen: No answer to S1-Q1 leads here: it is never asked.',
    ],
    [
      'S1-Q5',
      gate('S1-Q1', ['a', 'b', 'c', 'd']),
      'S1-Q5.askedWhen: Every answer to S1-Q1 leads here: that is no gate.',
    ],
  ])('is refused: %s, %j', (id, askedWhen, problem) => {
    expect(problems(withGate(id, askedWhen))).toEqual([problem]);
  });

  it('is refused for a circle, told at each of its gates', () => {
    expect(problems(withGate('S1-Q1', gate('S1-Q3', ['a'])))).toEqual([
      'S1-Q1.askedWhen: It waits for S1-Q3, which waits for it: a circle.',
      'S1-Q2.askedWhen: It waits for S1-Q1, which waits for it: a circle.',
      'S1-Q3.askedWhen: It waits for S1-Q2, which waits for it: a circle.',
    ]);
  });
});
