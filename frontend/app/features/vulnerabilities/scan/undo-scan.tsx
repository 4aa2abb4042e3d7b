import { Link } from 'react-router';
import styles from '~/features/inventory/import/import.module.css';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { ProgressJob, type JobRun } from '~/ui/feedback/progress-job';
import { Section } from '~/ui/text/section';
import type { Scan, ScanUndoPlan } from './scan-types';

interface UndoScanProps {
  scan: Scan;
  plan: ScanUndoPlan;
  failed: boolean;
}

/** What an undo would take back now, what it would leave and why; behind one, what is left. */
export function UndoScan({ scan, plan, failed }: UndoScanProps) {
  const { withdraw, restore, keep, hosts } = plan;
  const counts = { withdraw, restore, keep };
  const nothing = withdraw + restore + hosts === 0;
  return (
    <Section title={t('scans.undo')} lead={t('scans.undoLead')}>
      {failed && (
        <p className={styles.nothing} role="alert">
          {t('scans.undoFailed')}
        </p>
      )}
      <p>{nothing ? t('scans.undoNothing') : t('scans.undoWould', counts)}</p>
      {hosts > 0 && <p>{t('scans.undoHosts', { count: hosts })}</p>}
      <KeptVulnerabilities plan={plan} />
      {!nothing && (
        <div className={styles.discard}>
          <ConfirmDialog
            label={t('scans.undo')}
            title={t('scans.undoTitle')}
            consequence={t('scans.undoText', { file: scan.fileName, ...counts })}
            confirmLabel={t('scans.undoConfirm')}
            tone="danger"
            fields={{ intent: 'undo', version: scan.version }}
          />
        </div>
      )}
    </Section>
  );
}

export function UndoScanProgress({ scan, job }: { scan: Scan; job: JobRun }) {
  return (
    <Section>
      <ProgressJob job={job} label={t('scans.undoing', { file: scan.fileName })} />
      <p className={styles.remark}>{t('scans.working')}</p>
    </Section>
  );
}

/** What an undo did. */
export function ScanUndone({ scan }: { scan: Scan }) {
  const { withdrawn, restored, kept } = scan.undoResult ?? { withdrawn: 0, restored: 0, kept: 0 };
  return (
    <Section title={t('scans.undoneTitle')}>
      <p>{t('scans.undone', { withdrawn, restored, kept })}</p>
      <p className={styles.remark}>{t('scans.undoneKept')}</p>
    </Section>
  );
}

function KeptVulnerabilities({ plan: { keep, kept } }: { plan: ScanUndoPlan }) {
  if (keep === 0) return null;
  const unnamed = keep - kept.length;
  return (
    <>
      <p>{t('scans.undoKeeps', { count: keep })}</p>
      <ul className={styles.problems}>
        {kept.map(({ vulnerabilityId, title, because }, index) => (
          <li key={vulnerabilityId ?? index}>
            {vulnerabilityId ? (
              <Link to={`/inventory/vulnerabilities/${vulnerabilityId}`}>{title}</Link>
            ) : (
              title
            )}
            {`: ${t(`scans.kept_${because}`)}`}
          </li>
        ))}
      </ul>
      {unnamed > 0 && <p>{t('scans.undoKeepsMore', { count: unnamed })}</p>}
    </>
  );
}
