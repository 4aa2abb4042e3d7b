import { t } from '~/messages';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './import.module.css';
import { OUTCOME_TONES, OUTCOMES, type ImportView } from './import-types';

/** What a commit would do now, in one line. */
export function ImportCounts({ list }: { list: ImportView }) {
  return (
    <div className={styles.counts} role="status">
      {OUTCOMES.filter((outcome) => list.counts[outcome] > 0).map((outcome) => (
        <StatusBadge key={outcome} tone={OUTCOME_TONES[outcome]}>
          {t(`assetImport.count_${outcome}`, { count: list.counts[outcome] })}
        </StatusBadge>
      ))}
    </div>
  );
}
