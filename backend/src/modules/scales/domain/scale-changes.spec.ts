import { describe, expect, it } from 'vitest';
import type { OwnScale } from './own-scale.js';
import { scaleChanges } from './scale-changes.js';

const step = (id: string, label: string, meaning = '') => ({ id, label, meaning, everyday: '' });
const level = (id: string, label: string) => ({ id, label, meaning: '', responseGuide: '' });
const BEFORE: OwnScale = {
  likelihood: [step('step-1', 'Seldom'), step('step-2', 'Often')],
  impact: [step('step-1', 'Small'), step('step-2', 'Big')],
  levels: [level('level-1', 'Low'), level('level-2', 'High')],
  matrix: {
    'step-1': { 'step-1': 'level-1', 'step-2': 'level-1' },
    'step-2': { 'step-1': 'level-1', 'step-2': 'level-2' },
  },
};

describe('what a version changed', () => {
  it('is nothing where both are the same', () => {
    expect(scaleChanges(BEFORE, structuredClone(BEFORE))).toEqual({ rows: [], cells: [] });
  });

  it('is told by name: new words, what came, what went, and cells of both', () => {
    const after: OwnScale = {
      likelihood: [
        step('step-1', 'Rarely', 'Once in ten years'),
        step('step-3', 'Always'),
        step('step-2', 'Often'),
      ],
      impact: [step('step-2', 'Big')],
      levels: BEFORE.levels,
      matrix: {
        'step-1': { 'step-2': 'level-2' },
        'step-3': { 'step-2': 'level-2' },
        'step-2': { 'step-2': 'level-2' },
      },
    };
    expect(scaleChanges(BEFORE, after)).toEqual({
      rows: [
        {
          part: 'likelihood',
          change: 'changed',
          label: 'Rarely',
          earlierLabel: 'Seldom',
          fields: ['label', 'meaning'],
        },
        { part: 'likelihood', change: 'added', label: 'Always', earlierLabel: null, fields: [] },
        { part: 'impact', change: 'removed', label: 'Small', earlierLabel: null, fields: [] },
      ],
      cells: [{ likelihood: 'Rarely', impact: 'Big', from: 'Low', to: 'High' }],
    });
  });

  it('is also another order', () => {
    const after = { ...BEFORE, levels: [...BEFORE.levels].reverse() };
    expect(scaleChanges(BEFORE, after).rows).toMatchObject([
      { part: 'levels', change: 'moved', label: 'High' },
      { part: 'levels', change: 'moved', label: 'Low' },
    ]);
  });
});
