import { describe, expect, it } from 'vitest';
import { expectedLevel, isLower, isToDecide, type LoweredRisk } from './effect.js';
import type { RatingScale } from './rating-scale.js';

const step = (id: string) => ({ id, label: id, value: 1, meaning: id });
const level = (id: string) => ({ id, label: id, meaning: id, responseGuide: id });
const scale: RatingScale = {
  id: 'three',
  title: 'Three steps',
  likelihood: ['low', 'moderate', 'high'].map(step),
  impact: ['low', 'moderate', 'high'].map(step),
  levels: ['low', 'moderate', 'high'].map(level),
  matrix: {
    low: { low: 'low', moderate: 'low', high: 'moderate' },
    moderate: { low: 'low', moderate: 'moderate', high: 'high' },
    high: { low: 'moderate', moderate: 'high', high: 'high' },
  },
};
const pair = (likelihood: string, impact: string) => ({ likelihood, impact });
const risk = (more: Partial<LoweredRisk> = {}): LoweredRisk => ({
  status: 'open',
  inherent: pair('high', 'high'),
  residual: pair('moderate', 'high'),
  ...more,
});

describe('a rating is lower', () => {
  it.each([
    ['when the likelihood falls', pair('low', 'high'), true],
    ['when the impact falls', pair('moderate', 'low'), true],
    ['not when nothing changes', pair('moderate', 'high'), false],
    ['not when one falls and the other rises', pair('high', 'low'), false],
    ['not when a step is unknown', pair('never', 'high'), false],
  ] as const)('%s', (_, to, expected) => {
    expect(isLower(scale, pair('moderate', 'high'), to)).toBe(expected);
  });
});

describe('what is expected of an action', () => {
  it('has the level of the scale', () => {
    expect(expectedLevel(scale, risk(), pair('low', 'high'))).toEqual({
      level: { id: 'moderate', label: 'moderate', rank: 50 },
    });
  });

  it('begins at the risk without safeguards where nobody said what remains', () => {
    expect(expectedLevel(scale, risk({ residual: null }), pair('moderate', 'high'))).toHaveProperty('level');
  });

  it.each([
    ['a step that the scale has not', risk(), pair('never', 'high'), 'expectedLikelihood'],
    ['an impact that the scale has not', risk(), pair('low', 'none'), 'expectedImpact'],
    ['what is no lower than today', risk(), pair('moderate', 'high'), 'expectedLikelihood'],
    [
      'a risk that nobody rated',
      risk({ inherent: null, residual: null }),
      pair('low', 'low'),
      'expectedLikelihood',
    ],
  ] as const)('refuses %s', (_, of, to, field) => {
    expect(expectedLevel(scale, of, to)).toMatchObject({ refusals: { [field]: [expect.any(String)] } });
  });
});

describe('who checks the action', () => {
  it.each([
    ['decides about a risk that stands above what was expected', risk(), pair('low', 'high'), true],
    [
      'not about one that is there already',
      risk({ residual: pair('low', 'high') }),
      pair('low', 'high'),
      false,
    ],
    ['not about one that is closed', risk({ status: 'closed' }), pair('low', 'high'), false],
    ['not where nothing was expected', risk(), null, false],
    [
      'not about one that nobody rates any more',
      risk({ inherent: null, residual: null }),
      pair('low', 'low'),
      false,
    ],
  ] as const)('%s', (_, of, expected, decides) => {
    expect(isToDecide(scale, of, expected)).toBe(decides);
  });
});
