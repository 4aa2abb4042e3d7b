import { ACTION_STATUSES, type ActionStatus } from './action-transitions.js';

export interface PlanSum {
  count: number;
  budgetCents: number;
  spentCents: number;
  yearlyBudgetCents: number;
  yearlySpentCents: number;
}

export interface PlanTotals extends Omit<PlanSum, 'count'> {
  byStatus: Record<ActionStatus, PlanSum>;
}

interface Money {
  status: ActionStatus;
  budgetCents: number | null;
  spentCents: number | null;
  yearlyBudgetCents: number | null;
  yearlySpentCents: number | null;
}

const NOTHING = { budgetCents: 0, spentCents: 0, yearlyBudgetCents: 0, yearlySpentCents: 0 };

/** Money of a plan by status. What is cancelled is no longer budgeted; what was spent on it stays spent. */
export function planTotals(actions: readonly Money[]): PlanTotals {
  const byStatus = Object.fromEntries(
    ACTION_STATUSES.map((status) => [status, { count: 0, ...NOTHING }]),
  ) as PlanTotals['byStatus'];
  const all = { ...NOTHING };
  for (const action of actions) {
    byStatus[action.status].count += 1;
    add(byStatus[action.status], action);
    add(all, action.status === 'cancelled' ? { ...action, budgetCents: 0, yearlyBudgetCents: 0 } : action);
  }
  return { ...all, byStatus };
}

function add(sum: typeof NOTHING, money: Money): void {
  sum.budgetCents += money.budgetCents ?? 0;
  sum.spentCents += money.spentCents ?? 0;
  sum.yearlyBudgetCents += money.yearlyBudgetCents ?? 0;
  sum.yearlySpentCents += money.yearlySpentCents ?? 0;
}
