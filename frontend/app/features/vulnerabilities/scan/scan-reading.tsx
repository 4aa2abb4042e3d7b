import { NativeSelect } from '@mantine/core';
import styles from '~/features/inventory/import/import.module.css';
import { choicesOf } from '~/features/inventory/labels';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { DateField, TextField } from '~/ui/form/fields';
import { useField } from '~/ui/form/form-context';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import { SCAN_FIELDS, scanFieldLabel, type Scan } from './scan-types';

type ScanColumn = Scan['columns'][number];

/** The day of the scan, and of a list what its columns mean. Closed when all that is needed is known. */
export function ScanReading({ scan, refused }: { scan: Scan; refused?: RefusedForm | null }) {
  const isList = scan.format === 'csv';
  const ignored = scan.columns.filter(({ field }) => field === null);
  return (
    <Section id="reading" title={t('scans.reading')} lead={t('scans.readingLead')}>
      {isList && <p className={styles.ignored}>{ignoredText(ignored)}</p>}
      {scan.rowsAbove > 0 && (
        <p className={styles.ignored}>{t('scans.rowsAbove', { count: scan.rowsAbove })}</p>
      )}
      {scan.missing.length > 0 && (
        <ul className={styles.missing}>
          {scan.missing.map((need) => (
            <li key={need}>{t(`scans.missing_${need}`)}</li>
          ))}
        </ul>
      )}
      <details className={styles.mapping} open={scan.missing.length > 0 || Boolean(refused)}>
        <summary>{isList ? t('scans.changeReading') : t('scans.changeDay')}</summary>
        <AppForm refused={refused} intent="read" version={scan.version} label={t('scans.reading')}>
          <FieldRow>
            <DateField
              name="scannedOn"
              label={t('scans.scannedOn')}
              hint={t('scans.scannedOnHint')}
              defaultValue={scan.scannedOn}
              required
            />
            {isList && (
              <TextField
                name="tool"
                label={t('scans.tool')}
                hint={t('scans.toolHint')}
                defaultValue={scan.tool}
                maxLength={120}
                required={scan.missing.includes('tool')}
              />
            )}
          </FieldRow>
          <div className={styles.columns}>
            {scan.columns.map((column) => (
              <ColumnMeaning key={column.index} column={column} />
            ))}
          </div>
          <FormActions>
            <SubmitButton>{t('scans.readAnew')}</SubmitButton>
          </FormActions>
        </AppForm>
      </details>
    </Section>
  );
}

function ignoredText(ignored: ScanColumn[]): string {
  return ignored.length === 0
    ? t('scans.noneIgnored')
    : t('scans.ignoredCount', { count: ignored.length, names: ignored.map(columnName).join(', ') });
}

function ColumnMeaning({ column }: { column: ScanColumn }) {
  const field = useField(`columns.${column.index}`);
  const name = columnName(column);
  return (
    <div className={styles.column}>
      <div className={styles.columnName}>
        <strong>{name}</strong>
        <span className={styles.samples}>{column.samples.join(' · ')}</span>
      </div>
      <NativeSelect
        id={field.id}
        name={field.name}
        aria-label={t('scans.meansFor', { heading: name })}
        error={field.error}
        defaultValue={field.typed ?? column.field ?? ''}
        data={[{ value: '', label: t('scans.leaveOut') }, ...choicesOf(SCAN_FIELDS, scanFieldLabel)]}
      />
    </div>
  );
}

function columnName({ heading, index }: ScanColumn): string {
  return heading || t('scans.columnNumber', { number: index + 1 });
}
