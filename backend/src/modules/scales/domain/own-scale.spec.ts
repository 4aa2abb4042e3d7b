import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleProblems, scaleWarnings } from './own-scale-problems.js';
import { fromPackScale } from './from-pack-scale.js';
import { levelPlace, valueAt, withoutStrangers, type OwnScale } from './own-scale.js';

const step = (number: number) => ({
  id: `step-${number}`,
  label: `Step ${number}`,
  meaning: 'So often',
  everyday: '',
});
const level = (number: number) => ({
  id: `level-${number}`,
  label: `Level ${number}`,
  meaning: 'So bad',
  responseGuide: 'Do it',
});
const numbers = (count: number): number[] => Array.from({ length: count }, (_, place) => place + 1);

/** `places[likelihood][impact]` is the place of a level, from 0. */
function scaleOf(places: readonly (readonly number[])[], levels: number): OwnScale {
  const columns = places[0]!.length;
  return {
    likelihood: numbers(places.length).map(step),
    impact: numbers(columns).map(step),
    levels: numbers(levels).map(level),
    matrix: Object.fromEntries(
      places.map((row, at) => [
        `step-${at + 1}`,
        Object.fromEntries(row.map((place, column) => [`step-${column + 1}`, `level-${place + 1}`])),
      ]),
    ),
  };
}

const WHOLE = scaleOf(
  [
    [0, 0, 1],
    [0, 1, 2],
    [1, 2, 2],
  ],
  3,
);

const anyPlaces = fc
  .record({
    rows: fc.integer({ min: 2, max: 7 }),
    columns: fc.integer({ min: 2, max: 7 }),
    levels: fc.integer({ min: 2, max: 7 }),
  })
  .chain(({ rows, columns, levels }) =>
    fc.record({
      levels: fc.constant(levels),
      places: fc.array(
        fc.array(fc.integer({ min: 0, max: levels - 1 }), { minLength: columns, maxLength: columns }),
        { minLength: rows, maxLength: rows },
      ),
    }),
  );

describe('the matrix of an own scale', () => {
  it('has no fault just where no cell is below any cell with less likelihood and less impact', () => {
    fc.assert(
      fc.property(anyPlaces, ({ places, levels }) => {
        // Said without neighbours: every cell against every cell that is not beyond it.
        const rises = places.every((row, at) =>
          row.every((place, column) =>
            places
              .slice(0, at + 1)
              .every((less) => less.slice(0, column + 1).every((other) => other <= place)),
          ),
        );
        expect(scaleProblems(scaleOf(places, levels)).length === 0).toBe(rises);
      }),
    );
  });

  it('that rises stays without fault when a cell is raised to the top together with all beyond it', () => {
    fc.assert(
      fc.property(anyPlaces, fc.nat(), fc.nat(), ({ places, levels }, row, column) => {
        const sorted = places.map((_, at) => places[0]!.map((__, place) => Math.min(levels - 1, at + place)));
        const [r, c] = [row % places.length, column % places[0]!.length];
        const raised = sorted.map((line, at) =>
          line.map((place, to) => (at >= r && to >= c ? levels - 1 : place)),
        );
        expect(scaleProblems(scaleOf(raised, levels))).toEqual([]);
      }),
    );
  });

  it('names the cell that falls, and the one that was left empty', () => {
    const matrix = { ...WHOLE.matrix, 'step-3': { 'step-1': 'level-2', 'step-2': 'level-1', 'step-3': '' } };
    expect(scaleProblems({ ...WHOLE, matrix })).toEqual([
      {
        path: 'matrix.step-3.step-2',
        message: 'At Step 3 × Step 2, more likelihood or impact gives a lower level.',
      },
      { path: 'matrix.step-3.step-3', message: 'Choose a level for Step 3 × Step 3.' },
    ]);
  });
});

describe('a whole scale', () => {
  it('has nothing that keeps it back', () => {
    expect(scaleProblems(WHOLE)).toEqual([]);
    expect(scaleWarnings(WHOLE)).toEqual([]);
  });

  it.each<[string, Partial<OwnScale>, string]>([
    [
      'one level',
      {
        levels: [level(1)],
        matrix: scaleOf(
          [
            [0, 0, 0],
            [0, 0, 0],
            [0, 0, 0],
          ],
          1,
        ).matrix,
      },
      'levels',
    ],
    [
      'eight steps',
      {
        likelihood: numbers(8).map(step),
        matrix: scaleOf(
          numbers(8).map(() => [0, 0, 0]),
          3,
        ).matrix,
      },
      'likelihood',
    ],
    [
      'two of one name, whatever the case',
      { impact: [step(1), step(2), { ...step(3), label: ' STEP 1 ' }] },
      'impact.2.label',
    ],
    ['a step without a name', { impact: [step(1), step(2), { ...step(3), label: ' ' }] }, 'impact.2.label'],
    [
      'a step without a meaning',
      { likelihood: [{ ...step(1), meaning: '' }, step(2), step(3)] },
      'likelihood.0.meaning',
    ],
    [
      'a level that asks for nothing',
      { levels: [level(1), { ...level(2), responseGuide: '' }, level(3)] },
      'levels.1.responseGuide',
    ],
  ])('with %s is kept back by it alone', (_, change, path) => {
    const paths = scaleProblems({ ...WHOLE, ...change }).map((problem) => problem.path);
    expect([...new Set(paths)]).toEqual([path]);
  });

  it('says which level no risk will ever stand at', () => {
    const scale = { ...WHOLE, levels: [level(1), level(2), level(3), level(4)] };
    expect(scaleProblems(scale)).toEqual([]);
    expect(scaleWarnings(scale)).toEqual([expect.stringContaining('“Level 4”')]);
  });
});

describe('the cells', () => {
  it('of steps and levels that are gone are gone, too', () => {
    const less = withoutStrangers({ ...WHOLE, impact: [step(1), step(3)], levels: [level(1), level(2)] });
    expect(less.matrix).toEqual({
      'step-1': { 'step-1': 'level-1', 'step-3': 'level-2' },
      'step-2': { 'step-1': 'level-1', 'step-3': '' },
      'step-3': { 'step-1': 'level-2', 'step-3': '' },
    });
    expect(levelPlace(less, 1, 1)).toBe(-1);
  });
});

describe('a scale that begins from one of a pack', () => {
  it('keeps its words and its levels under ids of its own', () => {
    const words = { meaning: 'm', everyday: 'e' };
    const own = fromPackScale({
      likelihood: [
        { id: 'low', label: 'Low', ...words },
        { id: 'high', label: 'High', ...words },
      ],
      impact: [
        { id: 'high', label: 'Small', ...words },
        { id: 'low', label: 'Big', ...words },
      ],
      levels: [
        { id: 'low', label: 'Fine', meaning: 'm', responseGuide: 'r' },
        { id: 'high', label: 'Bad', meaning: 'm', responseGuide: 'r' },
      ],
      matrix: { low: { high: 'low', low: 'low' }, high: { high: 'low', low: 'high' } },
    });
    expect(own.impact.map(({ id, label }) => [id, label])).toEqual([
      ['step-1', 'Small'],
      ['step-2', 'Big'],
    ]);
    expect(own.matrix).toEqual({
      'step-1': { 'step-1': 'level-1', 'step-2': 'level-1' },
      'step-2': { 'step-1': 'level-1', 'step-2': 'level-2' },
    });
    expect(scaleProblems(own)).toEqual([]);
  });
});

describe('the values of steps', () => {
  it.each([
    [2, [0, 10]],
    [4, [0, 3.3, 6.7, 10]],
    [5, [0, 2.5, 5, 7.5, 10]],
  ])('of %i go evenly from 0 to 10', (count, values) => {
    expect(numbers(count).map((number) => valueAt(number - 1, count))).toEqual(values);
  });
});
