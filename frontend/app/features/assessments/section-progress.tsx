import { Link } from 'react-router';
import { t } from '~/messages';
import { ProgressBar } from './progress-bar';
import styles from './section-progress.module.css';
import type { Assessment, AssessmentSection } from './use-assessment';

export function SectionProgress({ assessment }: { assessment: Assessment }) {
  const mayAnswer = assessment.allowedActions.includes('answer');
  return (
    <ol className={styles.list}>
      {assessment.sections.map((section) => (
        <li key={section.id} className={styles.row}>
          <span className={styles.number}>{section.number}</span>
          <Link
            className={styles.title}
            to={`/assessments/${assessment.id}/questions/${section.id}`}
            prefetch="intent"
          >
            {section.title}
          </Link>
          <ProgressBar answered={section.answered} total={section.total} label={section.title} />
          <span className={styles.state} aria-hidden>
            {stateOf(section, mayAnswer)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function stateOf({ answered, total }: AssessmentSection, mayAnswer: boolean): string {
  if (!mayAnswer || answered === total) return t('assessments.review');
  return answered === 0 ? t('assessments.open') : t('assessments.continue');
}
