import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { t } from '~/messages';
import styles from './missing-list.module.css';

interface MissingListProps {
  missing: Record<string, string[]>;
  warnings: string[];
  assessmentId: string;
}

/** What stands between the analysis and its submission, each a way to where it is mended. */
export function MissingList({ missing, warnings, assessmentId }: MissingListProps) {
  const rows = Object.entries(missing).flatMap(([field, lines]) => lines.map((line) => ({ field, line })));
  return (
    <div className={styles.lists}>
      {rows.length === 0 ? (
        <p className={styles.done}>
          <IconCircleCheck size={18} aria-hidden /> {t('assessments.nothingMissing')}
        </p>
      ) : (
        <div>
          <h3 className={styles.title}>
            <IconAlertTriangle size={18} aria-hidden /> {t('assessments.missingTitle')}
          </h3>
          <ul>
            {rows.map(({ field, line }) => (
              <li key={field + line}>
                <Link to={placeOf(field, assessmentId)}>{line}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <SecondLook warnings={warnings} />
    </div>
  );
}

/** What does not stand in the way, and should be a decision: for who submits, and for who signs. */
export function SecondLook({ warnings }: { warnings: string[] }) {
  if (warnings.length === 0) return null;
  return (
    <div className={styles.lists}>
      <div>
        <h3 className={styles.title}>
          <IconInfoCircle size={18} aria-hidden /> {t('assessments.warningsTitle')}
        </h3>
        <ul>
          {warnings.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Where a missing thing is mended. */
export function placeOf(field: string, assessmentId: string): string {
  const base = `/assessments/${assessmentId}`;
  const register = `/risks?assessmentId=${assessmentId}`;
  const [head, rest = ''] = field.split(/\.(.*)/s);
  switch (head) {
    case 'sections':
      return `${base}/questions/${rest}`;
    case 'checklist':
      return `#${rest}`;
    case 'specifications':
      return `${base}/specifications`;
    case 'assets':
      return '/inventory';
    case 'risks':
      return (
        {
          review: `/risks/review?assessmentId=${assessmentId}`,
          rating: `${register}&level=unrated`,
          treatment: `${register}&treatment=undecided`,
          ownerId: `${register}&ownerId=none`,
        }[rest] ?? `${base}/proposals`
      );
    default:
      return `${base}/scope`;
  }
}
