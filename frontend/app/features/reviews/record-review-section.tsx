import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { Citation } from '~/ui/text/citation';
import { DateText, dayText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { StateBadges } from './record-columns';
import { ReviewFields } from './review-fields';
import styles from './reviews.module.css';
import { lookLabel, outcomeLabel, type RecordReviews } from './words';

/** The yearly review of the record whose page this is; null for those who may not see it. */
export function RecordReviewSection({ record }: { record: RecordReviews | null }) {
  if (!record) return null;
  const { reviews, lastReview, hasEnded, mayReview, citation } = record;
  const rows = [
    {
      name: t('recordReviews.last'),
      value: lastReview ? <Last record={record} /> : t('recordReviews.neverReviewed'),
    },
    !hasEnded && { name: t('recordReviews.state'), value: <StateBadges record={record} /> },
    {
      name: t('recordReviews.next'),
      value: hasEnded ? (
        t('recordReviews.nextNone')
      ) : (
        <>
          {t('recordReviews.nextOn', { on: dayText(record.dueOn) })} <Citation text={citation} />
        </>
      ),
    },
  ];
  return (
    <Section
      id="yearly-review"
      title={t('recordReviews.ofRecord')}
      lead={t('recordReviews.ofRecordLead')}
      actions={mayReview && <Review record={record} />}
    >
      <Facts rows={rows.filter((row) => row !== false)} />
      {reviews.length > 0 && <History record={record} />}
    </Section>
  );
}

function Last({ record: { lastReview, reviews } }: { record: RecordReviews }) {
  if (!lastReview) return null;
  // A draft's bare confirmation may be newer and still not be the look that stands.
  const standing = reviews.find(
    ({ source, outcome }) => source === lastReview.source && outcome === lastReview.outcome,
  );
  const reason = standing?.reason;
  return (
    <>
      {said(lookLabel(lastReview), lastReview.by?.name, lastReview.on)}
      {reason && <p className={styles.reason}>{reason}</p>}
    </>
  );
}

function said(outcome: string, name: string | undefined, on: string): string {
  return t('recordReviews.said', { outcome, name: name ?? t('recordReviews.somebody'), on: dayText(on) });
}

function History({ record: { reviews, reviewCount: count } }: { record: RecordReviews }) {
  const shown = reviews.length;
  return (
    <details className={styles.history}>
      <summary>
        {shown < count
          ? t('recordReviews.historyPart', { shown, count })
          : t('recordReviews.history', { count })}
      </summary>
      <ul>
        {reviews.map((review) => (
          <li key={review.at + review.source}>
            {outcomeLabel(review.outcome)}, {review.by?.name ?? t('recordReviews.somebody')},{' '}
            <DateText at={review.at} />
            <p>{review.reason}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Review({ record: { id, version } }: { record: RecordReviews }) {
  return (
    <ConfirmDialog
      label={t('recordReviews.review')}
      title={t('recordReviews.reviewTitle')}
      consequence={<p>{t('recordReviews.reviewText')}</p>}
      confirmLabel={t('recordReviews.save')}
      fields={{ intent: 'review-record', recordId: id, version }}
    >
      <ReviewFields />
    </ConfirmDialog>
  );
}
