import { Link } from 'react-router';
import { only } from '~/api/only';
import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import type { Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';
import { Money } from '~/ui/text/money';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './action-columns.module.css';
import { ACTION_TONE, actionNumber, actionStatusWord, isOpen } from './words';

type Action = ItemOf<'/api/v1/actions'>;

const SHOWN = [
  'id',
  'number',
  'title',
  'dueOn',
  'overdue',
  'dueTooEarly',
  'waitsForOpen',
  'budgetCents',
  'spentCents',
  'yearlyBudgetCents',
  'yearlySpentCents',
  'overBudget',
  'status',
] as const;

/** What the table shows of an action. */
export type ActionRow = Pick<Action, (typeof SHOWN)[number]> & {
  risk: { id: string; number: number; title: string } | null;
  owner: { name: string } | null;
};

export function shownOfAction(action: Action): ActionRow {
  return {
    ...only(action, ...SHOWN),
    risk: action.risk && only(action.risk, 'id', 'number', 'title'),
    owner: action.owner && only(action.owner, 'name'),
  };
}

export function actionColumns(): Column<ActionRow>[] {
  return [
    {
      key: 'title',
      header: t('remediation.action'),
      headerNote: t('remediation.numbersNote'),
      sort: 'title',
      cell: (action) => (
        <span className={styles.action}>
          <span className={styles.number}>{actionNumber(action.number)}</span>
          <Link to={`/plan/${action.id}`} prefetch="intent">
            {action.title}
          </Link>
          {action.risk && (
            <Link className={styles.risk} to={`/risks/${action.risk.id}`}>
              {`R-${action.risk.number} ${action.risk.title}`}
            </Link>
          )}
        </span>
      ),
    },
    {
      key: 'owner',
      header: t('remediation.owner'),
      cell: ({ owner }) => owner?.name ?? <em className={styles.none}>{t('remediation.noOwner')}</em>,
    },
    {
      key: 'due',
      header: t('remediation.due'),
      sort: 'due',
      nowrap: true,
      cell: ({ dueOn, overdue, dueTooEarly }) => (
        <span className={styles.due}>
          <DateText on={dueOn} />
          {overdue && <StatusBadge tone="bad">{t('remediation.overdue')}</StatusBadge>}
          {dueTooEarly && <StatusBadge tone="warn">{t('effects.dueTooEarlyShort')}</StatusBadge>}
        </span>
      ),
    },
    {
      key: 'budget',
      header: t('remediation.budget'),
      align: 'end',
      cell: ({ budgetCents, yearlyBudgetCents }) => (
        <OnceAndYearly once={budgetCents} yearly={yearlyBudgetCents} />
      ),
    },
    {
      key: 'spent',
      header: t('remediation.spent'),
      align: 'end',
      cell: ({ spentCents, yearlySpentCents, overBudget }) => (
        <>
          <OnceAndYearly once={spentCents} yearly={yearlySpentCents} />
          {overBudget && <StatusBadge tone="bad">{t('remediation.overBudget')}</StatusBadge>}
        </>
      ),
    },
    {
      key: 'status',
      header: t('remediation.status'),
      nowrap: true,
      cell: ({ status, waitsForOpen }) => (
        <span className={styles.due}>
          <StatusBadge tone={ACTION_TONE[status]}>{actionStatusWord(status)}</StatusBadge>
          {waitsForOpen > 0 && isOpen(status) && (
            <span className={styles.none}>{t('effects.waiting', { count: waitsForOpen })}</span>
          )}
        </span>
      ),
    },
  ];
}

function OnceAndYearly({ once, yearly }: { once: number | null; yearly: number | null }) {
  return (
    <>
      <Money cents={once} empty="" />
      {yearly !== null && (
        <span className={styles.yearly}>
          <Money cents={yearly} /> {t('remediation.yearly')}
        </span>
      )}
    </>
  );
}
