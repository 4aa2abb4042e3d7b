import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askingOf, followUpsOf, progressOf, wholeProgress, type GivenOptions } from './gates.js';
import type { AskedWhen, Question, Questionnaire, Standing } from './questionnaire.js';

const STANDING_OF: Record<string, Standing> = { a: 'in-place', b: 'partial', c: 'gap', d: 'unknown' };
const OPTIONS = Object.keys(STANDING_OF);

function aQuestion(number: number, askedWhen?: AskedWhen): Question {
  return {
    id: `Q${number}`,
    number,
    covers: `C${number}`,
    citations: [],
    requirementIds: [],
    designation: null,
    text: `Question ${number}?`,
    ...(askedWhen ? { askedWhen } : {}),
    why: '',
    evidence: '',
    findingTitle: 'x',
    options: OPTIONS.map((id) => ({ id, text: id, standing: STANDING_OF[id]!, explanation: '' })),
  };
}

function aQuestionnaire(...questions: Question[]): Questionnaire {
  return {
    kind: 'questionnaire',
    pack: 'p',
    version: '1',
    title: '',
    language: 'en',
    provenance: { author: '', basis: '', checkedOn: null, confidence: 'verified', note: '' },
    sections: [{ id: 'S1', number: 1, title: '', intro: '', questions }],
  };
}

/** Q1 leads to Q2 after a or b, Q2 to Q3 after what is in place; Q4 is always asked. */
const CHAIN = aQuestionnaire(
  aQuestion(1),
  aQuestion(2, { question: 'Q1', options: ['a', 'b'], why: 'x' }),
  aQuestion(3, { question: 'Q2', standings: ['in-place'], why: 'x' }),
  aQuestion(4),
);
const given = (answers: Record<string, string>): GivenOptions => new Map(Object.entries(answers));
const states = (answers: Record<string, string>) =>
  [...askingOf(CHAIN, given(answers)).values()].map(({ state }) => state);

describe('what is asked', () => {
  it.each([
    [{}, ['asked', 'waiting', 'waiting', 'asked']],
    [{ Q1: 'a' }, ['asked', 'asked', 'waiting', 'asked']],
    [{ Q1: 'b', Q2: 'a' }, ['asked', 'asked', 'asked', 'asked']],
    [{ Q1: 'a', Q2: 'b' }, ['asked', 'asked', 'not-asked', 'asked']],
    [{ Q1: 'c' }, ['asked', 'not-asked', 'not-asked', 'asked']],
    // The answer that was kept behind the shut gate opens nothing.
    [{ Q1: 'd', Q2: 'a' }, ['asked', 'not-asked', 'not-asked', 'asked']],
  ])('after %j', (answers, expected) => {
    expect(states(answers)).toEqual(expected);
  });

  it('names the gate that decides, not the one in between', () => {
    expect(askingOf(CHAIN, given({ Q1: 'c', Q2: 'a' })).get('Q3')).toMatchObject({
      state: 'not-asked',
      gate: { id: 'Q1' },
      option: { id: 'c' },
    });
    expect(askingOf(CHAIN, given({})).get('Q3')).toMatchObject({ state: 'waiting', gate: { id: 'Q1' } });
  });

  it('follows a gate however far it leads', () => {
    const ids = (questionId: string) => followUpsOf(CHAIN, questionId).map(({ id }) => id);
    expect(ids('Q1')).toEqual(['Q2', 'Q3']);
    expect(ids('Q2')).toEqual(['Q3']);
    expect(ids('Q4')).toEqual([]);
  });
});

describe('how far one is', () => {
  it.each([
    [{}, { answered: 0, total: 4 }],
    [{ Q1: 'c' }, { answered: 1, total: 2 }],
    // Kept, and not counted.
    [
      { Q1: 'c', Q2: 'a', Q3: 'a' },
      { answered: 1, total: 2 },
    ],
    // Q3 may still be asked.
    [
      { Q1: 'a', Q4: 'a' },
      { answered: 2, total: 4 },
    ],
    [
      { Q1: 'a', Q2: 'c', Q4: 'a' },
      { answered: 3, total: 3 },
    ],
  ])('after %j', (answers, expected) => {
    expect(wholeProgress(progressOf(CHAIN, given(answers)))).toEqual(expected);
  });

  it('names what has no answer that counts, and how many questions are passed by', () => {
    expect(progressOf(CHAIN, given({ Q1: 'a', Q3: 'a' }))).toEqual([
      { id: 'S1', answered: 1, total: 4, unanswered: ['Q2', 'Q3', 'Q4'], notAsked: 0 },
    ]);
    expect(progressOf(CHAIN, given({ Q1: 'c', Q2: 'a' }))[0]).toMatchObject({ notAsked: 2 });
  });
});

/** Questionnaires in which any question may hang on any earlier one. */
const anyQuestionnaire = fc
  .array(
    fc.record({
      gate: fc.option(fc.nat(), { nil: undefined }),
      options: fc.subarray(OPTIONS, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((plans) =>
    aQuestionnaire(
      ...plans.map(({ gate, options }, place) =>
        gate === undefined || place === 0
          ? aQuestion(place + 1)
          : aQuestion(place + 1, { question: `Q${(gate % place) + 1}`, options, why: 'x' }),
      ),
    ),
  );
const anyAnswers = fc
  .array(fc.option(fc.constantFrom(...OPTIONS), { nil: undefined }), { minLength: 12, maxLength: 12 })
  .map(
    (options): GivenOptions =>
      new Map(options.flatMap((option, place) => (option ? [[`Q${place + 1}`, option]] : []))),
  );

describe('whatever the gates and the answers are', () => {
  it('a question is asked exactly when its gate is asked and answered so that it leads there', () => {
    fc.assert(
      fc.property(anyQuestionnaire, anyAnswers, (questionnaire, answers) => {
        const asking = askingOf(questionnaire, answers);
        for (const { id, askedWhen } of questionnaire.sections[0]!.questions) {
          const leads =
            !askedWhen ||
            (asking.get(askedWhen.question)!.state === 'asked' &&
              askedWhen.options!.includes(answers.get(askedWhen.question) ?? ''));
          expect(asking.get(id)!.state === 'asked', id).toBe(leads);
        }
      }),
    );
  });

  it('another answer and back again asks exactly what was asked before, and changes only what hangs on it', () => {
    fc.assert(
      fc.property(
        anyQuestionnaire,
        anyAnswers,
        fc.nat(11),
        fc.constantFrom(...OPTIONS),
        (questionnaire, answers, place, other) => {
          const id = `Q${(place % questionnaire.sections[0]!.questions.length) + 1}`;
          const before = askingOf(questionnaire, answers);
          const changed = new Map(answers).set(id, other);
          const between = askingOf(questionnaire, changed);
          const behind = new Set(followUpsOf(questionnaire, id).map((question) => question.id));
          for (const [questionId, asking] of between)
            if (!behind.has(questionId)) expect(asking, questionId).toEqual(before.get(questionId));
          const back = new Map(changed);
          if (answers.has(id)) back.set(id, answers.get(id)!);
          else back.delete(id);
          expect(askingOf(questionnaire, back)).toEqual(before);
        },
      ),
    );
  });

  it('nothing is missing exactly when every question that is asked is answered; each answer makes it less or asks on', () => {
    fc.assert(
      fc.property(anyQuestionnaire, anyAnswers, (questionnaire, answers) => {
        const { answered, total } = wholeProgress(progressOf(questionnaire, answers));
        const asked = [...askingOf(questionnaire, answers)].filter(([, { state }]) => state === 'asked');
        expect(answered === total).toBe(asked.every(([id]) => answers.has(id)));
        expect(answered).toBe(asked.filter(([id]) => answers.has(id)).length);
      }),
    );
  });
});
