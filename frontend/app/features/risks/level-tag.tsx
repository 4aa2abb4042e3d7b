import { t } from '~/messages';
import styles from './level-tag.module.css';
import { severityOf } from './words';

interface LevelTagProps {
  level: { label: string; rank: number } | null;
}

/** A level by its word; the ground says the same to the eye. */
export function LevelTag({ level }: LevelTagProps) {
  if (!level) return <span className={styles.none}>{t('risks.unrated')}</span>;
  return (
    <span className={styles.tag} data-severity={severityOf(level.rank)}>
      {level.label}
    </span>
  );
}
