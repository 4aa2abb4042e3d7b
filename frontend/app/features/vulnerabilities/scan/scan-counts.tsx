import styles from '~/features/inventory/import/import.module.css';
import { t } from '~/messages';
import { StatusBadge } from '~/ui/text/status-badge';
import { OUTCOME_TONES, SCAN_OUTCOMES, type Scan } from './scan-types';

/** What taking it over would do now, in one line. */
export function ScanCounts({ scan }: { scan: Scan }) {
  return (
    <div className={styles.counts} role="status">
      {SCAN_OUTCOMES.filter((outcome) => scan.counts[outcome] > 0).map((outcome) => (
        <StatusBadge key={outcome} tone={OUTCOME_TONES[outcome]}>
          {t(`scans.count_${outcome}`, { count: scan.counts[outcome] })}
        </StatusBadge>
      ))}
      {scan.notSeen > 0 && <StatusBadge>{t('scans.notSeen', { count: scan.notSeen })}</StatusBadge>}
    </div>
  );
}
