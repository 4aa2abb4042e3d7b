import { Link, useSearchParams } from 'react-router';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import type { ActionRow } from './action-columns';
import type { BoardColumn } from './board.server';
import styles from './plan-board.module.css';
import { ACTION_TONE, actionNumber, actionStatusWord, isOpen } from './words';

/** A column for each state. What moves an action is on its own page, with the words that belong to it. */
export function PlanBoard({ columns }: { columns: BoardColumn[] }) {
  return (
    <div className={styles.board} role="region" aria-label={t('planViews.board')} tabIndex={0}>
      {columns.map((column) => (
        <section key={column.status} className={styles.column} aria-labelledby={`column-${column.status}`}>
          <h2 id={`column-${column.status}`} className={styles.head}>
            <StatusBadge tone={ACTION_TONE[column.status]}>{actionStatusWord(column.status)}</StatusBadge>
            <span className={styles.count}>{countOf(column)}</span>
          </h2>
          {column.actions.length === 0 && <p className={styles.soft}>{t('planViews.boardEmpty')}</p>}
          <ul className={styles.cards}>
            {column.actions.map((action) => (
              <li key={action.id} className={styles.card}>
                <Card action={action} />
              </li>
            ))}
          </ul>
          <More column={column} />
        </section>
      ))}
    </div>
  );
}

function Card({ action }: { action: ActionRow }) {
  const { overdue, dueTooEarly, overBudget, waitsForOpen, status } = action;
  return (
    <>
      <Link to={`/plan/${action.id}`} prefetch="intent">
        {`${actionNumber(action.number)} ${action.title}`}
      </Link>
      <span className={styles.soft}>
        {action.owner?.name ?? t('remediation.noOwner')}
        {' · '}
        <DateText on={action.dueOn} />
      </span>
      <span className={styles.marks}>
        {overdue && <StatusBadge tone="bad">{t('remediation.overdue')}</StatusBadge>}
        {overBudget && <StatusBadge tone="bad">{t('remediation.overBudget')}</StatusBadge>}
        {dueTooEarly && <StatusBadge tone="warn">{t('effects.dueTooEarlyShort')}</StatusBadge>}
        {waitsForOpen > 0 && isOpen(status) && (
          <StatusBadge>{t('effects.waiting', { count: waitsForOpen })}</StatusBadge>
        )}
      </span>
    </>
  );
}

function More({ column: { status, actions, total, totalIsCapped } }: { column: BoardColumn }) {
  const [search] = useSearchParams();
  const count = total - actions.length;
  if (count === 0) return null;
  const inList = new URLSearchParams(search);
  inList.set('status', status);
  return (
    <p className={styles.more}>
      {totalIsCapped ? t('planViews.boardMoreCapped', { count }) : t('planViews.boardMore', { count })}{' '}
      <Link to={`/plan?${inList}`}>{t('planViews.boardSeeAll')}</Link>
    </p>
  );
}

function countOf({ total, totalIsCapped }: BoardColumn): string {
  return `${numberFormat().format(total)}${totalIsCapped ? '+' : ''}`;
}
