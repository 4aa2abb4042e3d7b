import { describe, expect, it } from 'vitest';
import { figuresOf, foldLevels, type CountedReport } from './signed-figures.js';

const level = (id: string) => ({ id, label: id.toUpperCase(), meaning: '', responseGuide: '' });
const risk = (
  inherent: string | null,
  residual: string | null,
  status: 'open' | 'closed' = 'open',
): CountedReport['risks'][number] => ({
  status,
  inherent: inherent === null ? null : { level: inherent },
  residual: residual === null ? null : { level: residual },
});
const REPORT: CountedReport = {
  assessment: { scale: { levels: [level('low'), level('high')] } },
  assets: [{ inScope: true }, { inScope: true }, { inScope: false }],
  dataFlows: [{}],
  risks: [risk('high', 'low'), risk('high', 'high'), risk('high', null), risk('high', 'high', 'closed')],
  actions: [
    { status: 'planned', budgetCents: 100 },
    { status: 'in-progress', budgetCents: null },
    { status: 'done', budgetCents: 5 },
    { status: 'validated', budgetCents: 1_000 },
    { status: 'cancelled', budgetCents: 10_000 },
  ],
};

describe('the figures of a signed analysis', () => {
  it('count open risks at each level, before and with safeguards', () => {
    expect(figuresOf(REPORT)).toMatchObject({
      levels: [
        { id: 'low', label: 'LOW', rank: 0, inherent: 0, residual: 1 },
        { id: 'high', label: 'HIGH', rank: 100, inherent: 3, residual: 1 },
      ],
      unrated: 1,
      openRisks: 3,
    });
  });

  it('count the money of what is still to be done, and the overview as it was', () => {
    const { openCents, counts } = figuresOf(REPORT);
    expect(openCents).toBe(100);
    expect(counts).toEqual({
      assetsInScope: 2,
      assetsExcluded: 1,
      dataFlows: 1,
      risks: 4,
      actions: 4,
      // What waits for a check is not finished.
      actionsOpen: 3,
    });
  });
});

it('levels of two scales are one where word and rank are the same', () => {
  const at = (label: string, rank: number, inherent: number, residual: number) => ({
    id: label,
    label,
    rank,
    inherent,
    residual,
  });
  expect(
    foldLevels([at('High', 100, 1, 2), at('Low', 0, 3, 4), at('High', 100, 5, 6), at('High', 75, 7, 8)]),
  ).toEqual([at('Low', 0, 3, 4), at('High', 75, 7, 8), at('High', 100, 6, 8)]);
});
