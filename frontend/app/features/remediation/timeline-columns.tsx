import { Link } from 'react-router';
import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import type { Column } from '~/ui/table/data-table';
import { DateText, dayText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './plan-timeline.module.css';
import { ACTION_TONE, actionNumber, actionStatusWord } from './words';

export type TimelineItem = ItemOf<'/api/v1/plan/timeline'>;

/** What the chart draws, in words. */
export function timelineColumns(): Column<TimelineItem>[] {
  return [
    {
      key: 'title',
      header: t('remediation.action'),
      cell: ({ id, number, title }) => (
        <Link to={`/plan/${id}`} prefetch="intent">{`${actionNumber(number)} ${title}`}</Link>
      ),
    },
    {
      key: 'due',
      header: t('remediation.due'),
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
      key: 'milestones',
      header: t('planViews.milestones'),
      cell: ({ milestones }) => (
        <ul className={styles.steps}>
          {milestones.map(({ title, dueOn, doneOn }, index) => (
            <li key={index}>
              {t(doneOn ? 'planViews.milestoneDone' : 'planViews.milestoneOpen', {
                title,
                due: dayText(dueOn),
              })}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'owner',
      header: t('remediation.owner'),
      cell: ({ owner }) => owner?.name ?? t('remediation.noOwner'),
    },
    {
      key: 'status',
      header: t('remediation.status'),
      nowrap: true,
      cell: ({ status }) => <StatusBadge tone={ACTION_TONE[status]}>{actionStatusWord(status)}</StatusBadge>,
    },
  ];
}
