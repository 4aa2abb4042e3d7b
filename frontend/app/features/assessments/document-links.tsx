import { IconFileTypePdf, IconFingerprint } from '@tabler/icons-react';
import { t } from '~/messages';
import { ExportForm, ExportPanel } from '~/ui/table/table-export';
import { DocumentButton, DocumentState } from './document-export';
import styles from './document-links.module.css';
import { useDownload } from './use-download';
import type { Assessment } from './use-assessment';

/** The documents are files that the browser saves; what for is asked as with tables. */
export function DocumentLinks({ assessment }: { assessment: Pick<Assessment, 'id' | 'status'> }) {
  const address = (file: string) => `/assessments/${assessment.id}/${file}`;
  const signed = {
    href: `/api/v1/assessments/${assessment.id}/signed-content`,
    label: t('assessments.signedContent'),
    icon: IconFingerprint,
    ...useDownload(),
  };
  const documents = [
    {
      href: address('report.pdf'),
      label: t('assessments.reportPdf'),
      icon: IconFileTypePdf,
      ...useDownload({ followed: true }),
    },
    {
      href: address('remediation-plan.pdf'),
      label: t('assessments.planPdf'),
      icon: IconFileTypePdf,
      ...useDownload({ followed: true }),
    },
    ...(assessment.status === 'signed' ? [signed] : []),
  ];
  const fetchFile = (asked: string) =>
    documents.find(({ href }) => asked.startsWith(`${href}?`))?.start(asked);
  return (
    <div className={styles.links}>
      <ExportPanel side="start">
        <ExportForm
          label={t('assessments.documentsExport')}
          action={documents[0]!.href}
          filters={{}}
          fetchFile={fetchFile}
        >
          {documents.map(({ href, label, icon, download }) => (
            <DocumentButton
              key={href}
              href={href}
              label={label}
              icon={icon}
              making={download.state === 'making'}
            />
          ))}
        </ExportForm>
        {assessment.status === 'signed' && (
          <p className={styles.note}>{t('assessments.signedContentHint')}</p>
        )}
        {documents.map(({ href, label, download, again }) => (
          <DocumentState key={href} label={label} download={download} again={again} />
        ))}
      </ExportPanel>
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
