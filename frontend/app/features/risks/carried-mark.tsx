import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './carried-mark.module.css';
import type { Risk } from './words';

interface MarkedRisk {
  status: Risk['status'];
  carried: { from: string; reviewedAt: string | null } | null;
  subjectEnd: Risk['subjectEnd'];
}

/** In a list: that a risk came from an earlier analysis and waits, and that what it is about is gone. */
export function CarriedMark({ risk: { status, carried, subjectEnd } }: { risk: MarkedRisk }) {
  const waits = carried !== null && carried.reviewedAt === null && status !== 'closed';
  if (!carried && !subjectEnd) return null;
  return (
    <span className={styles.marks}>
      {waits && <StatusBadge tone="warn">{t('carried.badgeDue')}</StatusBadge>}
      {carried?.reviewedAt && (
        <span className={styles.soft}>
          {t('carried.badgeReviewed')} <DateText at={carried.reviewedAt} time="none" />
        </span>
      )}
      {subjectEnd && <SubjectEnd end={subjectEnd} />}
    </span>
  );
}

export function SubjectEnd({ end }: { end: NonNullable<Risk['subjectEnd']> }) {
  return (
    <>
      {' '}
      <StatusBadge tone="info">{t(`carried.end_${end}`)}</StatusBadge>
    </>
  );
}
