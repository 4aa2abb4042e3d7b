import { ACTION_STATUSES, type ActionStatus } from './action-transitions.js';

export interface PlanSum {
  count: number;
  budgetCents: number;
  spentCents: number;
}

export interface PlanTotals {
  budgetCents: number;
  spentCents: number;
  byStatus: Record<ActionStatus, PlanSum>;
}

interface Money {
  status: ActionStatus;
  budgetCents: number | null;
  spentCents: number | null;
}

/** Money of a plan by status. What is cancelled is no longer budgeted; what was spent on it stays spent. */
export function planTotals(actions: readonly Money[]): PlanTotals {
  const byStatus = Object.fromEntries(
    ACTION_STATUSES.map((status) => [status, { count: 0, budgetCents: 0, spentCents: 0 }]),
  ) as PlanTotals['byStatus'];
  let [budgetCents, spentCents] = [0, 0];
  for (const action of actions) {
    const sum = byStatus[action.status];
    sum.count += 1;
    sum.budgetCents += action.budgetCents ?? 0;
    sum.spentCents += action.spentCents ?? 0;
    if (action.status !== 'cancelled') budgetCents += action.budgetCents ?? 0;
    spentCents += action.spentCents ?? 0;
  }
  return { budgetCents, spentCents, byStatus };
}
