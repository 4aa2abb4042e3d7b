import { describe, expect, it } from 'vitest';
import { isAnsweredInPlace, isContradicted, refusalsOfDecision } from './addressable.js';

describe('a decision on an addressable specification', () => {
  it('needs no words where it is put in place', () => {
    expect(refusalsOfDecision({ decision: 'implemented', measure: '', reasoning: '' })).toEqual({});
  });

  it('needs the reason and the measure where another measure stands in its stead', () => {
    const none = refusalsOfDecision({ decision: 'alternative', measure: ' ', reasoning: '  ' });
    expect(Object.keys(none)).toEqual(['reasoning', 'measure']);
    expect(
      refusalsOfDecision({
        decision: 'alternative',
        measure: 'Signed log of visitors',
        reasoning: 'One door only',
      }),
    ).toEqual({});
  });

  it('needs the reason alone where neither fits', () => {
    const none = refusalsOfDecision({ decision: 'not-reasonable', measure: '', reasoning: '' });
    expect(Object.keys(none)).toEqual(['reasoning']);
    expect(
      refusalsOfDecision({ decision: 'not-reasonable', measure: '', reasoning: 'No media leave' }),
    ).toEqual({});
  });
});

describe('what the answers say', () => {
  it('is in place only when every one of them does, and there is one', () => {
    expect(isAnsweredInPlace([])).toBe(false);
    expect(isAnsweredInPlace(['in-place', null])).toBe(false);
    expect(isAnsweredInPlace(['in-place', 'partial'])).toBe(false);
    expect(isAnsweredInPlace(['in-place', 'not-applicable'])).toBe(false);
    expect(isAnsweredInPlace(['in-place', 'in-place'])).toBe(true);
  });

  it('contradicts "put in place" where something is missing or not known', () => {
    expect(isContradicted('implemented', ['in-place', 'gap'])).toBe(true);
    expect(isContradicted('implemented', ['unknown'])).toBe(true);
    expect(isContradicted('implemented', ['partial', null])).toBe(false);
    expect(isContradicted('alternative', ['gap'])).toBe(false);
    expect(isContradicted(null, ['gap'])).toBe(false);
  });
});
