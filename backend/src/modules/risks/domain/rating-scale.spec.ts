import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { heatGrid } from './heat-map.js';
import { levelById, levelOf, type RatingScale } from './rating-scale.js';
import { suggestedStep } from './suggested-step.js';

const pack = JSON.parse(
  readFileSync(
    new URL('../../../../../seed/reference/risk-scales/2026.1/pack.json', import.meta.url),
    'utf8',
  ),
) as {
  scales: RatingScale[];
};
const scale = (id: string): RatingScale => pack.scales.find((candidate) => candidate.id === id)!;
const five = scale('nist-five-level');
const three = scale('sra-three-level');

describe.each(pack.scales.map((each) => [each.title, each] as const))('the scale "%s"', (_title, each) => {
  it('gives a level to every likelihood and impact', () => {
    for (const likelihood of each.likelihood)
      for (const impact of each.impact) expect(levelOf(each, likelihood.id, impact.id)).not.toBeNull();
  });

  it('never goes down when likelihood or impact goes up', () => {
    const rank = (l: number, i: number): number =>
      levelOf(each, each.likelihood[l]!.id, each.impact[i]!.id)!.rank;
    for (let l = 0; l < each.likelihood.length; l += 1) {
      for (let i = 0; i < each.impact.length; i += 1) {
        if (l > 0) expect(rank(l, i)).toBeGreaterThanOrEqual(rank(l - 1, i));
        if (i > 0) expect(rank(l, i)).toBeGreaterThanOrEqual(rank(l, i - 1));
      }
    }
  });

  it('ranks its lowest level 0 and its highest 100, so that scales sort together', () => {
    expect(levelById(each, each.levels[0]!.id)!.rank).toBe(0);
    expect(levelById(each, each.levels.at(-1)!.id)!.rank).toBe(100);
  });
});

describe('a level', () => {
  it.each([
    [five, 'high', 'high', 'high', 75],
    [five, 'very-high', 'very-low', 'very-low', 0],
    [three, 'medium', 'high', 'high', 100],
    [three, 'low', 'high', 'medium', 50],
  ])('is read from the matrix', (each, likelihood, impact, id, rank) => {
    expect(levelOf(each, likelihood, impact)).toMatchObject({ id, rank });
  });

  it('is none for a step that the scale does not have', () => {
    expect(levelOf(three, 'very-high', 'high')).toBeNull();
    expect(levelOf(three, 'high', 'moderate')).toBeNull();
    expect(levelById(three, 'moderate')).toBeNull();
  });
});

describe('a suggestion of the five-level pack', () => {
  it.each([
    ['very-low', 'very-low', 'low'],
    ['low', 'low', 'low'],
    ['moderate', 'moderate', 'medium'],
    ['high', 'high', 'high'],
    ['very-high', 'very-high', 'high'],
  ])('%s stays %s on five levels and is %s on three', (suggested, onFive, onThree) => {
    expect(suggestedStep(five.likelihood, suggested)).toBe(onFive);
    expect(suggestedStep(three.likelihood, suggested)).toBe(onThree);
  });

  it('is none when nobody knows the word', () => {
    expect(suggestedStep(three.likelihood, 'often')).toBeNull();
  });
});

describe('the heat map', () => {
  it('has a row for each likelihood and a column for each impact, from the least to the most', () => {
    const grid = heatGrid(three, [
      { likelihood: 'low', impact: 'high', count: 2 },
      { likelihood: 'high', impact: 'low', count: 5 },
    ]);
    expect(grid).toEqual([
      [0, 0, 2],
      [0, 0, 0],
      [5, 0, 0],
    ]);
  });
});
