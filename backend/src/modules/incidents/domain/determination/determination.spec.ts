import { describe, expect, it } from 'vitest';
import {
  determinationProblems,
  EMPTY_DETERMINATION,
  FACTORS,
  isBreachPresumed,
  type DeterminationContent,
} from './determination.js';

const LONG = 'The envelope came back with its seal unbroken.';
const answer = { reasoning: LONG, evidence: 'Photograph of the envelope' };
const complete: DeterminationContent = {
  ...EMPTY_DETERMINATION,
  about: '40 letters that came back',
  factors: { nature: answer, recipient: answer, acquired: answer, mitigated: answer },
  conclusion: 'low-probability',
  because: LONG,
};
const fields = (content: DeterminationContent): string[] =>
  Object.keys(determinationProblems(content)).sort();

describe('a determination', () => {
  it('may be signed with all four factors', () => {
    expect(fields(complete)).toEqual([]);
  });

  it.each(FACTORS)('is incomplete without the factor %s', (factor) => {
    const factors = { ...complete.factors, [factor]: { reasoning: 'No.', evidence: '' } };
    expect(fields({ ...complete, factors })).toEqual([
      `factors.${factor}.evidence`,
      `factors.${factor}.reasoning`,
    ]);
  });

  it('needs reasons, whatever it concludes', () => {
    for (const conclusion of ['breach', 'low-probability', 'exception', 'secured'] as const)
      expect(fields({ ...complete, conclusion, because: 'Low.' })).toContain('because');
    expect(fields({ ...EMPTY_DETERMINATION })).toEqual(['about', 'because', 'conclusion']);
  });

  it('asks for no factors where a breach is concluded: it is presumed anyway', () => {
    expect(fields({ ...EMPTY_DETERMINATION, about: 'All', conclusion: 'breach', because: LONG })).toEqual([]);
  });

  it('names the exception and how its conditions are met', () => {
    const draft = { ...complete, conclusion: 'exception' as const };
    expect(fields(draft)).toEqual(['exception.because', 'exception.kind']);
    expect(fields({ ...draft, exception: { kind: 'inadvertent', because: LONG } })).toEqual([]);
  });

  it.each([
    ['unsecured', 'unknown', ['protection.state']],
    ['encrypted', 'unknown', ['protection.keyCompromised']],
    ['encrypted', 'yes', ['protection.keyCompromised']],
    ['encrypted', 'no', []],
    ['destroyed', 'unknown', []],
  ] as const)(
    'is secured only with a safe key: %s, key compromised %s',
    (state, keyCompromised, expected) => {
      const protection = { state, keyCompromised, because: LONG };
      expect(fields({ ...complete, conclusion: 'secured', protection })).toEqual(expected);
      expect(
        fields({ ...complete, conclusion: 'secured', protection: { ...protection, because: 'yes' } }),
      ).toEqual([...expected, 'protection.because'].sort());
    },
  );
});

describe('a breach is presumed', () => {
  it.each([
    ['while nobody decided', [], true],
    ['while a part is undecided', [['low-probability', false]], true],
    [
      'once one part is a breach',
      [
        ['breach', false],
        ['low-probability', true],
      ],
      true,
    ],
    [
      'not once everybody is decided about and none is a breach',
      [
        ['exception', false],
        ['low-probability', true],
      ],
      false,
    ],
    ['not where all was secured', [['secured', true]], false],
  ] as const)('%s', (_, decided, expected) => {
    const all = decided.map(([conclusion, coversEveryone]) => ({ conclusion, coversEveryone }));
    expect(isBreachPresumed(all)).toBe(expected);
  });
});
