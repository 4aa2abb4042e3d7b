import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import { t } from '~/messages';
import type { Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { CHOSEN, REVIEW_FORM } from './chosen';
import styles from './reviews.module.css';
import { DUE_TONES, lookLabel, stateLabel, typeLabel, type ReviewableRecord } from './words';

/** `ticked`: the fields of a form that was refused. */
export function recordColumns(ticked: Readonly<Record<string, string>> = {}): Column<ReviewableRecord>[] {
  return [
    {
      key: 'name',
      header: t('recordReviews.name'),
      sort: 'name',
      wide: true,
      cell: (record) => <Name record={record} ticked={ticked} />,
    },
    // Ahead of the rest: on a small screen these are what is seen.
    {
      key: 'dueOn',
      header: t('recordReviews.dueOn'),
      sort: 'dueOn',
      nowrap: true,
      cell: ({ dueOn }) => <DateText on={dueOn} />,
    },
    {
      key: 'state',
      header: t('recordReviews.state'),
      cell: (record) => <StateBadges record={record} />,
    },
    { key: 'type', header: t('recordReviews.type'), nowrap: true, cell: ({ type }) => typeLabel(type) },
    {
      key: 'owner',
      header: t('recordReviews.owner'),
      cell: ({ owner }) => owner?.name ?? t('recordReviews.nobody'),
    },
    {
      key: 'lastReview',
      header: t('recordReviews.lastReview'),
      sort: 'reviewedOn',
      wide: true,
      cell: ({ lastReview }) => <LastReview review={lastReview} />,
    },
  ];
}

function Name({ record, ticked }: { record: ReviewableRecord; ticked: Readonly<Record<string, string>> }) {
  const { id, name, code, href, mayReview, version } = record;
  const field = `${CHOSEN}${id}`;
  return (
    <span className={styles.name}>
      {mayReview && (
        <Checkbox
          form={REVIEW_FORM}
          name={field}
          value={String(version)}
          defaultChecked={field in ticked}
          aria-label={t('recordReviews.choose', { name: [code, name].filter(Boolean).join(' ') })}
        />
      )}
      <span>
        <Link to={href}>{name}</Link>
        {code && <span className={styles.code}> {code}</span>}
      </span>
    </span>
  );
}

function LastReview({ review }: { review: ReviewableRecord['lastReview'] }) {
  if (!review) return <>{t('recordReviews.never')}</>;
  return (
    <>
      <DateText on={review.on} />
      <span className={styles.below}>
        {lookLabel(review)} {review.by && t('recordReviews.by', { name: review.by.name })}
      </span>
    </>
  );
}

/** How near the next review is, and whether the record reads otherwise than at the last one. */
export function StateBadges({ record }: { record: Pick<ReviewableRecord, 'dueState' | 'changedSince'> }) {
  return (
    <span className={styles.badges}>
      <StatusBadge tone={DUE_TONES[record.dueState]}>{stateLabel(record.dueState)}</StatusBadge>
      {record.changedSince && <StatusBadge tone="info">{stateLabel('changed')}</StatusBadge>}
    </span>
  );
}
