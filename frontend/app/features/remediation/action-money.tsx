import { t } from '~/messages';
import { Money } from '~/ui/text/money';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './action-columns.module.css';

interface Costs {
  budgetCents: number | null;
  spentCents: number | null;
  yearlyBudgetCents: number | null;
  yearlySpentCents: number | null;
  overBudget: boolean;
}

/** What an action costs once and each year, planned and spent; over the budget in plain sight. */
export function ActionMoney({ action }: { action: Costs }) {
  const { budgetCents, spentCents, yearlyBudgetCents, yearlySpentCents, overBudget } = action;
  const hasYearly = yearlyBudgetCents !== null || yearlySpentCents !== null;
  return (
    <span className={styles.due}>
      <span>
        {t('remediation.budget')} <Money cents={budgetCents} />
        {spentCents !== null && (
          <>
            {`, ${t('remediation.spent').toLowerCase()} `}
            <Money cents={spentCents} />
          </>
        )}
      </span>
      {hasYearly && (
        <span>
          {t('remediation.yearlyBudget')} <Money cents={yearlyBudgetCents} />
          {yearlySpentCents !== null && (
            <>
              {`, ${t('remediation.spent').toLowerCase()} `}
              <Money cents={yearlySpentCents} />
            </>
          )}
        </span>
      )}
      {overBudget && <StatusBadge tone="bad">{t('remediation.overBudget')}</StatusBadge>}
    </span>
  );
}
