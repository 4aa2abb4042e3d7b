import { t } from '~/messages';
import type { ReportAction } from '../assessment-report';
import { month } from '../format';

export interface Group {
  label: string;
  actions: ReportAction[];
  count: number;
  budgetCents: number;
  spentCents: number;
  yearlyBudgetCents: number;
  yearlySpentCents: number;
}

/** Cancelled actions are money neither planned nor owed. */
export function living(actions: readonly ReportAction[]): ReportAction[] {
  return actions.filter(({ status }) => status !== 'cancelled');
}

export function byOwner(actions: readonly ReportAction[]): Group[] {
  return grouped(
    living(actions),
    ({ ownerName }) => ownerName ?? '',
    t('documents.noOwner'),
    (name) => name,
  );
}

export function byMonth(actions: readonly ReportAction[]): Group[] {
  return grouped(
    living(actions),
    ({ dueOn }) => dueOn?.slice(0, 7) ?? '',
    t('documents.noDue'),
    (key) => month(`${key}-01`),
  );
}

/** In the order of the key; what has none stands at the end. */
function grouped(
  actions: readonly ReportAction[],
  keyOf: (action: ReportAction) => string,
  none: string,
  label: (key: string) => string,
): Group[] {
  const groups = new Map<string, ReportAction[]>();
  for (const action of actions) groups.set(keyOf(action), [...(groups.get(keyOf(action)) ?? []), action]);
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b))
    .map(([key, members]) => ({
      label: key === '' ? none : label(key),
      actions: members,
      count: members.length,
      budgetCents: sum(members, 'budgetCents'),
      spentCents: sum(members, 'spentCents'),
      yearlyBudgetCents: sum(members, 'yearlyBudgetCents'),
      yearlySpentCents: sum(members, 'yearlySpentCents'),
    }));
}

type MoneyField = 'budgetCents' | 'spentCents' | 'yearlyBudgetCents' | 'yearlySpentCents';

function sum(actions: readonly ReportAction[], field: MoneyField): number {
  return actions.reduce((total, action) => total + (action[field] ?? 0), 0);
}
