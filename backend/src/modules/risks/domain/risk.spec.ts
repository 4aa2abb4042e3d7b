import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RatingScale } from './rating-scale.js';
import {
  isLoweredByNothing,
  isRerated,
  levelsOf,
  refusalsOf,
  RISK_STATUSES,
  statusRefusal,
  type RiskFields,
  type RiskStanding,
} from './risk.js';

const { scales } = JSON.parse(
  readFileSync(
    new URL('../../../../../seed/reference/risk-scales/2026.1/pack.json', import.meta.url),
    'utf8',
  ),
) as { scales: RatingScale[] };
const scale = scales.find(({ id }) => id === 'nist-five-level')!;
const known = new Set(['G-disk-encryption']);

const aRisk = (changes: Partial<RiskFields> = {}): RiskFields => ({
  title: 'A lost laptop',
  description: '',
  inherentLikelihood: null,
  inherentImpact: null,
  safeguards: '',
  safeguardIds: [],
  residualLikelihood: null,
  residualImpact: null,
  ratingReason: '',
  treatment: null,
  treatmentReason: '',
  ownerId: null,
  status: 'open',
  ...changes,
});
const rated = { inherentLikelihood: 'high', inherentImpact: 'high' };
const fieldsRefused = (changes: Partial<RiskFields>): string[] =>
  Object.keys(refusalsOf(aRisk(changes), scale, known)).sort();

describe('a risk', () => {
  it('may begin with nothing rated and nothing decided', () => {
    expect(fieldsRefused({})).toEqual([]);
    expect(levelsOf(aRisk(), scale)).toEqual({ inherent: null, residual: null });
  });

  it.each<[string, Partial<RiskFields>, string[]]>([
    ['a likelihood without an impact', { inherentLikelihood: 'high' }, ['inherentImpact']],
    ['an impact without a likelihood', { inherentImpact: 'high' }, ['inherentLikelihood']],
    [
      'a step of another scale',
      { inherentLikelihood: 'medium', inherentImpact: 'high' },
      ['inherentLikelihood'],
    ],
    [
      'what remains, before what was there',
      { residualLikelihood: 'low', residualImpact: 'low' },
      ['inherentLikelihood'],
    ],
    [
      'more remaining than there was, unexplained',
      { ...rated, residualLikelihood: 'very-high', residualImpact: 'very-high' },
      ['ratingReason'],
    ],
    ['accepting without a reason', { treatment: 'accept', treatmentReason: ' x ' }, ['treatmentReason']],
    ['closing without a decision', { status: 'closed' }, ['treatment']],
    ['a safeguard that nobody listed', { safeguardIds: ['G-magic'] }, ['safeguardIds']],
    [
      'several at once',
      { inherentImpact: 'medium', treatment: 'accept' },
      ['inherentImpact', 'inherentLikelihood', 'treatmentReason'],
    ],
  ])('refuses %s, by field', (_what, changes, fields) => {
    expect(fieldsRefused(changes)).toEqual(fields);
  });

  it.each<[string, Partial<RiskFields>]>([
    [
      'more remaining with a reason',
      { ...rated, residualLikelihood: 'very-high', residualImpact: 'very-high', ratingReason: 'New tricks' },
    ],
    ['as much remaining as there was', { ...rated, residualLikelihood: 'high', residualImpact: 'high' }],
    ['accepting with a reason', { treatment: 'accept', treatmentReason: 'Costs more than the harm' }],
    ['a safeguard of the list', { safeguardIds: ['G-disk-encryption'] }],
  ])('takes %s', (_what, changes) => {
    expect(fieldsRefused(changes)).toEqual([]);
  });

  it('counts as rated anew only when a likelihood or an impact changes', () => {
    expect(isRerated(aRisk(rated), aRisk({ ...rated, treatment: 'avoid' }))).toBe(false);
    expect(isRerated(aRisk(rated), aRisk({ ...rated, inherentImpact: 'low' }))).toBe(true);
  });
});

describe('the status of a risk', () => {
  const ended: RiskStanding = {
    isRated: true,
    treatment: 'mitigate',
    unfinishedActions: 0,
    finishedActions: 1,
  };
  const allowed = ['open>treated', 'open>closed', 'treated>closed', 'treated>open', 'closed>open'];
  it.each(
    RISK_STATUSES.flatMap((from) =>
      RISK_STATUSES.filter((to) => to !== from).map((to) => [from, to] as const),
    ),
  )('from %s to %s', (from, to) => {
    expect(statusRefusal(from, to, ended) === null).toBe(allowed.includes(`${from}>${to}`));
  });

  it('does not end before it is rated', () => {
    expect(statusRefusal('open', 'closed', { ...ended, isRated: false })).toMatch('Rate it first');
  });

  it('is not treated by a decision alone where it is to be reduced', () => {
    const undone = { ...ended, finishedActions: 0 };
    expect(statusRefusal('open', 'treated', undone)).toMatch('no action against it was carried out');
    expect(statusRefusal('open', 'treated', { ...undone, treatment: 'accept' })).toBeNull();
    expect(statusRefusal('open', 'closed', undone)).toBeNull();
  });

  it('does not end while actions against it are not finished', () => {
    expect(statusRefusal('open', 'treated', { ...ended, unfinishedActions: 1 })).toMatch('One action');
    expect(statusRefusal('treated', 'closed', { ...ended, unfinishedActions: 3 })).toMatch('3 actions');
    expect(statusRefusal('closed', 'open', { ...ended, unfinishedActions: 3 })).toBeNull();
  });
});

describe('a risk that is rated lower with safeguards', () => {
  const lower = { ...rated, residualLikelihood: 'very-low', residualImpact: 'low' };
  const lowered = (before: Partial<RiskFields>, changes: Partial<RiskFields>): boolean =>
    isLoweredByNothing(aRisk(before), aRisk({ ...before, ...changes }), scale);

  it('names one of them, from the list or in words', () => {
    expect(lowered({}, lower)).toBe(true);
    expect(lowered({}, { ...lower, safeguards: '  ' })).toBe(true);
    expect(lowered({}, { ...lower, safeguards: 'The disks are encrypted' })).toBe(false);
    expect(lowered({}, { ...lower, safeguardIds: ['G-disk-encryption'] })).toBe(false);
  });

  it('is asked for them when the rating or they change, and for nothing else', () => {
    expect(lowered(lower, { residualImpact: 'very-low' })).toBe(true);
    expect(lowered({ ...lower, safeguards: 'Locks' }, { safeguards: '' })).toBe(true);
    expect(lowered(lower, { title: 'Renamed', treatment: 'avoid', status: 'closed' })).toBe(false);
  });

  it('and not where what remains is as high as before, or not rated', () => {
    expect(lowered({}, { ...rated, residualLikelihood: 'high', residualImpact: 'high' })).toBe(false);
    expect(lowered({}, rated)).toBe(false);
  });
});
