import { ColumnMeaning, ignoredText } from '~/features/inventory/import/column-meaning';
import styles from '~/features/inventory/import/import.module.css';
import { choicesOf } from '~/features/inventory/labels';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { DateField, TextField } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import { SCAN_FIELDS, scanFieldLabel, type Scan } from './scan-types';

/** The day of the scan, and of a list what its columns mean. Closed when all that is needed is known. */
export function ScanReading({ scan, refused }: { scan: Scan; refused?: RefusedForm | null }) {
  const meanings = choicesOf(SCAN_FIELDS, scanFieldLabel);
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
              <ColumnMeaning key={column.index} column={column} meanings={meanings} />
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
