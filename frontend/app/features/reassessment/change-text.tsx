import { Link } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { DateText } from '~/ui/text/date-text';
import { detailWords, decisionLabel, type Change } from './words';
import styles from './reassessment.module.css';

/** What it was called, from what to what, and what a person wrote. */
export function ChangeText({ change }: { change: Change }) {
  const { subject, details, description, kind } = change;
  const seesFound = useCan('vulnerability:read') && kind === 'critical-found';
  return (
    <span className={styles.what}>
      {subject.href ? <Link to={subject.href}>{subject.name}</Link> : <span>{subject.name}</span>}
      {seesFound && (
        <Link to="/inventory/vulnerabilities?severity=critical&status=open">
          {t('reassessment.openCritical')}
        </Link>
      )}
      {details.length > 0 && (
        <ul className={styles.details}>
          {details.map((detail) => (
            <li key={detail.field}>{detailWords(detail)}</li>
          ))}
        </ul>
      )}
      {description && <span className={styles.text}>{description}</span>}
    </span>
  );
}

/** Who decided what and why, and which signed analysis covers it. */
export function DecisionText({ change: { decision, coveredBy } }: { change: Change }) {
  return (
    <span className={styles.what}>
      {decision && (
        <>
          <span>
            {decision.assessment ? (
              <>
                {t('reassessment.takenInto')}{' '}
                <Link to={`/assessments/${decision.assessment.id}`}>{decision.assessment.title}</Link>
              </>
            ) : (
              decisionLabel(decision.outcome)
            )}
          </span>
          {decision.reason && <span className={styles.text}>{decision.reason}</span>}
          <span className={styles.quiet}>
            {t('reassessment.decidedBy', { name: decision.decidedBy.name })}{' '}
            <DateText at={decision.decidedAt} time="none" />
          </span>
        </>
      )}
      {coveredBy && (
        <span className={styles.quiet}>
          {t('reassessment.coveredBy')} <Link to={`/assessments/${coveredBy.id}`}>{coveredBy.title}</Link>
        </span>
      )}
    </span>
  );
}
