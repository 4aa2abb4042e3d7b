import { Link } from 'react-router';
import { t } from '~/messages';
import { StatusBadge, type Tone } from '~/ui/text/status-badge';
import styles from './section-progress.module.css';
import type { Assessment } from './use-assessment';

/** OCR's five tests in a glance; the sign-off page answers them. */
export function TestSummary({ assessment }: { assessment: Assessment }) {
  return (
    <ol className={styles.list}>
      {assessment.checklist.map((test, index) => (
        <li key={test.id} className={styles.row}>
          <span className={styles.number}>{index + 1}</span>
          <Link className={styles.title} to={`/assessments/${assessment.id}/sign-off#${test.id}`}>
            {test.title}
          </Link>
          <span data-last>
            <TestBadge met={test.met} />
          </span>
        </li>
      ))}
    </ol>
  );
}

export function TestBadge({ met }: { met: boolean | null }) {
  const [tone, word] = verdict(met);
  return <StatusBadge tone={tone}>{word}</StatusBadge>;
}

function verdict(met: boolean | null): [Tone, string] {
  if (met === null) return ['neutral', t('assessments.testOpen')];
  return met ? ['good', t('assessments.testMet')] : ['bad', t('assessments.testNotMet')];
}
