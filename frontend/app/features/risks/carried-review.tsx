import { Link } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { TextAreaField } from '~/ui/form/fields';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { LevelTag } from './level-tag';
import styles from './carried-review.module.css';
import type { Risk } from './words';

type Carried = NonNullable<Risk['carried']>;

/** Where a risk came from, how it was rated there, and whether somebody has looked at it since. */
export function CarriedReview({ risk }: { risk: Risk }) {
  const { carried } = risk;
  if (!carried) return null;
  const { identifiedIn, from, earlier, review } = carried;
  const rows = [
    { name: t('carried.identifiedIn'), value: <Place assessment={identifiedIn} /> },
    from.id !== identifiedIn.id && { name: t('carried.fromLabel'), value: <Place assessment={from} /> },
    earlier.inherent && {
      name: t('carried.earlierInherent'),
      value: <Earlier rating={earlier.inherent} />,
    },
    earlier.residual && {
      name: t('carried.earlierResidual'),
      value: <Earlier rating={earlier.residual} />,
    },
    { name: t('carried.review'), value: <Review risk={risk} review={review} /> },
    review && { name: t('carried.reason'), value: review.reason },
    risk.subjectEnd && {
      name: t('risks.subject'),
      value: (
        <>
          {t(`carried.end_${risk.subjectEnd}`)}. {t('carried.endHint')}
        </>
      ),
    },
  ];
  return (
    <Section
      id="review"
      title={t('carried.title')}
      lead={t('carried.lead')}
      actions={risk.allowedActions.includes('review') && <Confirm risk={risk} />}
    >
      <Facts rows={rows.filter((row) => row !== false && row !== null)} />
    </Section>
  );
}

function Place({ assessment }: { assessment: Carried['from'] }) {
  return <Link to={`/assessments/${assessment.id}`}>{assessment.title}</Link>;
}

function Earlier({ rating }: { rating: NonNullable<Carried['earlier']['inherent']> }) {
  const { level, rank, likelihood, impact } = rating;
  return (
    <span className={styles.earlier}>
      <LevelTag level={{ label: level, rank }} />
      <span className={styles.soft}>{t('carried.earlierRating', { likelihood, impact })}</span>
    </span>
  );
}

function Review({ risk, review }: { risk: Risk; review: Carried['review'] }) {
  if (review) {
    return (
      <>
        {t(`carried.outcome_${review.outcome}`)}, {review.by.name}, <DateText at={review.at} />
      </>
    );
  }
  if (risk.status === 'closed') return <>{t('carried.reviewNone')}</>;
  return (
    <>
      <StatusBadge tone="warn">{t('carried.badgeDue')}</StatusBadge>
      {!risk.residual && <p className={styles.soft}>{t('carried.reviewRate')}</p>}
    </>
  );
}

function Confirm({ risk }: { risk: Risk }) {
  return (
    <ConfirmDialog
      label={t('carried.confirm')}
      title={t('carried.confirmTitle')}
      consequence={<p>{t('carried.confirmText')}</p>}
      confirmLabel={t('carried.confirm')}
      variant="filled"
      fields={{ intent: 'confirm-review', version: risk.version }}
    >
      <TextAreaField
        name="reason"
        label={t('carried.confirmReason')}
        hint={t('carried.confirmReasonHint')}
        rows={3}
        maxLength={2_000}
        required
      />
    </ConfirmDialog>
  );
}
