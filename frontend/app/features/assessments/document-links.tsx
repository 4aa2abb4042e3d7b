import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { t } from '~/messages';
import styles from './document-links.module.css';
import type { Assessment } from './use-assessment';

/** Plain links: the documents are files that the browser saves. */
export function DocumentLinks({ assessment }: { assessment: Pick<Assessment, 'id' | 'status'> }) {
  const link = (file: string, label: string) => (
    <Button
      component="a"
      href={`/assessments/${assessment.id}/${file}`}
      variant="default"
      leftSection={<IconFileTypePdf size={16} aria-hidden />}
      download
    >
      {label}
    </Button>
  );
  return (
    <div className={styles.links}>
      {link('report.pdf', t('assessments.reportPdf'))}
      {link('remediation-plan.pdf', t('assessments.planPdf'))}
      {assessment.status !== 'signed' && <p className={styles.note}>{t('assessments.documentsDraft')}</p>}
    </div>
  );
}
