import { t } from '~/messages';
import { DocumentLink } from './document-link';
import styles from './document-links.module.css';
import type { Assessment } from './use-assessment';

/** The documents are files that the browser saves. */
export function DocumentLinks({ assessment }: { assessment: Pick<Assessment, 'id' | 'status'> }) {
  const address = (file: string) => `/assessments/${assessment.id}/${file}`;
  return (
    <div className={styles.links}>
      <DocumentLink href={address('report.pdf')} label={t('assessments.reportPdf')} />
      <DocumentLink href={address('remediation-plan.pdf')} label={t('assessments.planPdf')} />
      {assessment.status !== 'signed' && (
        <p className={styles.note}>
          {t(
            assessment.status === 'withdrawn'
              ? 'assessments.documentsWithdrawn'
              : 'assessments.documentsDraft',
          )}
        </p>
      )}
    </div>
  );
}
