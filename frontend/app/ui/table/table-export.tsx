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
  /** Tells it from another one on the same page. */
  label?: string;
  /** Asked for besides what it is for. */
  choices?: ReactNode;
  /** Other buttons of the same form, such as for a document. */
  documents?: ReactNode;
}

/** The rows of the view as a file, whatever page is shown. */
export function TableExport({ files, label, choices, documents }: TableExportProps) {
  return (
    <ExportPanel>
      <ExportForm
        label={label ?? t('table.exportTable')}
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
    </ExportPanel>
  );
}

interface ExportPanelProps {
  /** Below a text it begins where the text does; else it stands at the right. */
  side?: 'start' | 'end';
  children: ReactNode;
}

/** Folded away, and open without JavaScript too. */
export function ExportPanel({ side = 'end', children }: ExportPanelProps) {
  return (
    <details className={styles.export} data-side={side} data-print="no">
      <summary>
        <IconDownload size={16} aria-hidden />
        {t('table.export')}
      </summary>
      <div className={styles.panel}>{children}</div>
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
  /** Fetches the file where it takes long, and tells how it stands; without it, or without scripts, the browser does. */
  fetchFile?: (address: string) => void;
}

/** Asks what it is for before anything leaves. Sent by the browser itself: what comes back is saved, not shown. */
export function ExportForm({ label, action, filters, choices, children, fetchFile }: ExportFormProps) {
  const [isAsked, setAsked] = useState(false);
  const ask = (event: FormEvent<HTMLFormElement>) => {
    keepPurpose(new FormData(event.currentTarget).get('purpose'));
    if (!fetchFile) return setAsked(true);
    event.preventDefault();
    fetchFile(addressOf(event));
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

/** Where the browser itself would go with this button. */
function addressOf({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>): string {
  const { submitter } = nativeEvent as SubmitEvent;
  const query = new URLSearchParams([...new FormData(currentTarget, submitter)] as [string, string][]);
  const action = submitter?.getAttribute('formaction') ?? currentTarget.getAttribute('action')!;
  return `${action}?${query}`;
}
