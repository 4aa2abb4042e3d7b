import { t } from '~/messages';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  answered: number;
  total: number;
  /** Read out with the figure, such as the section's name. */
  label: string;
  quiet?: boolean;
}

export function ProgressBar({ answered, total, label, quiet = false }: ProgressBarProps) {
  const text = t('assessments.answered', { answered, total });
  return (
    <span className={styles.progress}>
      <progress
        className={styles.bar}
        max={total || 1}
        value={answered}
        aria-label={`${label}: ${text}`}
        data-done={answered === total || undefined}
      />
      {!quiet && <span className={styles.text}>{text}</span>}
    </span>
  );
}
