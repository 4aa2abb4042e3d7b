import { describe, expect, it } from 'vitest';
import { ACTION_STATUSES } from './action-transitions.js';
import { planTotals } from './plan-totals.js';

describe('the money of a plan', () => {
  it('leaves out the budget of what is cancelled and keeps what was spent on it', () => {
    const totals = planTotals([
      {
        status: 'planned',
        budgetCents: 1_000,
        spentCents: null,
        yearlyBudgetCents: 300,
        yearlySpentCents: null,
      },
      { status: 'done', budgetCents: 500, spentCents: 650, yearlyBudgetCents: null, yearlySpentCents: 40 },
      {
        status: 'cancelled',
        budgetCents: 9_000,
        spentCents: 70,
        yearlyBudgetCents: 800,
        yearlySpentCents: 5,
      },
    ]);
    expect(totals).toMatchObject({
      budgetCents: 1_500,
      spentCents: 720,
      yearlyBudgetCents: 300,
      yearlySpentCents: 45,
    });
    expect(totals.byStatus.cancelled).toEqual({
      count: 1,
      budgetCents: 9_000,
      spentCents: 70,
      yearlyBudgetCents: 800,
      yearlySpentCents: 5,
    });
  });

  it('has every status, also of an empty plan', () => {
    expect(Object.keys(planTotals([]).byStatus)).toEqual([...ACTION_STATUSES]);
  });
});
