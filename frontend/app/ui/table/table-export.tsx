import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { t } from '~/messages';
import { SelectField } from '~/ui/form/fields';
import { FILE_FORMATS, listFileAddress, type ListFiles } from './list-address';
import { keepPurpose, lastPurpose, PURPOSES } from './last-purpose';
import styles from './table-export.module.css';

interface TableExportProps {
  files: ListFiles;
  /** Asked for besides what it is for. */
  choices?: ReactNode;
  /** Other buttons of the same form, such as for a document. */
  documents?: ReactNode;
  /** Other forms below it. */
  children?: ReactNode;
}

/** The rows of the view as a file, whatever page is shown; folded away, and open without JavaScript too. */
export function TableExport({ files, choices, documents, children }: TableExportProps) {
  return (
    <details className={styles.export} data-print="no">
      <summary>
        <IconDownload size={16} aria-hidden />
        {t('table.export')}
      </summary>
      <div className={styles.panel}>
        <ExportForm
          label={t('table.exportTable')}
          action={listFileAddress(files.list, FILE_FORMATS[0])}
          filters={files.filters}
          choices={choices}
        >
          {FILE_FORMATS.map((format) => (
            <Button
              key={format}
              type="submit"
              variant="default"
              formAction={listFileAddress(files.list, format)}
            >
              {t(`table.format_${format}`)}
            </Button>
          ))}
          {documents}
        </ExportForm>
        {children}
      </div>
    </details>
  );
}

interface ExportFormProps {
  label: string;
  action: string;
  filters: ListFiles['filters'];
  choices?: ReactNode;
  /** A button for each file. */
  children: ReactNode;
}

/** Asks what it is for before anything leaves. Sent by the browser itself: what comes back is saved, not shown. */
export function ExportForm({ label, action, filters, choices, children }: ExportFormProps) {
  const [isAsked, setAsked] = useState(false);
  const ask = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    keepPurpose(new FormData(currentTarget).get('purpose'));
    setAsked(true);
  };
  return (
    <form method="get" action={action} className={styles.form} aria-label={label} onSubmit={ask}>
      {Object.entries(filters).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {choices}
      <SelectField
        name="purpose"
        label={t('table.purpose')}
        hint={t('table.purposeHint')}
        placeholder={t('table.purposeChoose')}
        choices={PURPOSES.map((value) => ({ value, label: t(`table.purpose_${value}`) }))}
        guess={lastPurpose}
        required
      />
      <div className={styles.formats}>{children}</div>
      {/* A long file takes seconds to begin, and the browser shows nothing until then. */}
      {isAsked && <p role="status">{t('table.exportAsked')}</p>}
    </form>
  );
}
