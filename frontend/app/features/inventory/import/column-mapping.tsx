import { NativeSelect } from '@mantine/core';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { SelectField } from '~/ui/form/fields';
import { useField } from '~/ui/form/form-context';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { choicesOf, hostingLabel, HOSTINGS, kindLabel, KINDS } from '../labels';
import styles from './import.module.css';
import { fieldLabel, IMPORT_FIELDS, type ImportView } from './import-types';

type ImportColumn = ImportView['columns'][number];

interface ColumnMappingProps {
  list: ImportView;
  refused?: RefusedForm | null;
}

/** What each column means. Closed when every new row has what it needs: then it is only for those who look. */
export function ColumnMapping({ list, refused }: ColumnMappingProps) {
  const ignored = list.columns.filter(({ field, isOurs }) => field === null && !isOurs);
  const open = list.missing.length > 0 || Boolean(refused);
  return (
    <Section title={t('assetImport.columns')} lead={t('assetImport.columnsLead')}>
      <p className={styles.ignored}>
        {ignored.length === 0
          ? t('assetImport.noneIgnored')
          : t('assetImport.ignoredCount', {
              count: ignored.length,
              names: ignored.map(columnName).join(', '),
            })}
      </p>
      {list.missing.length > 0 && (
        <ul className={styles.missing}>
          {list.missing.map((field) => (
            <li key={field}>{t(`assetImport.missing_${field}`)}</li>
          ))}
        </ul>
      )}
      <details className={styles.mapping} open={open}>
        <summary>{t('assetImport.changeColumns')}</summary>
        <AppForm refused={refused} intent="map" version={list.version} label={t('assetImport.columns')}>
          <div className={styles.columns}>
            {list.columns.map((column) => (
              <ColumnMeaning key={column.index} column={column} />
            ))}
          </div>
          <fieldset className={styles.fixed}>
            <legend>{t('assetImport.fixed')}</legend>
            <p>{t('assetImport.fixedLead')}</p>
            <FieldRow>
              <SelectField
                name="fixed.kind"
                label={fieldLabel('kind')}
                choices={choicesOf(KINDS, kindLabel)}
                placeholder={t('assetImport.fixedNone')}
                defaultValue={list.fixed.kind}
              />
              <SelectField
                name="fixed.hosting"
                label={fieldLabel('hosting')}
                choices={choicesOf(HOSTINGS, hostingLabel)}
                placeholder={t('assetImport.fixedNone')}
                defaultValue={list.fixed.hosting}
              />
              <SelectField
                name="fixed.holdsEphi"
                label={fieldLabel('holdsEphi')}
                choices={[
                  { value: 'yes', label: t('inventory.yes') },
                  { value: 'no', label: t('inventory.no') },
                ]}
                placeholder={t('assetImport.fixedNone')}
                defaultValue={list.fixed.holdsEphi}
              />
            </FieldRow>
          </fieldset>
          <FormActions>
            <SubmitButton>{t('assetImport.saveColumns')}</SubmitButton>
          </FormActions>
        </AppForm>
      </details>
    </Section>
  );
}

function ColumnMeaning({ column }: { column: ImportColumn }) {
  const field = useField(`columns.${column.index}`);
  const name = columnName(column);
  return (
    <div className={styles.column}>
      <div className={styles.columnName}>
        <strong>{name}</strong>
        <span className={styles.samples}>{column.samples.join(' · ')}</span>
      </div>
      {column.isOurs ? (
        <StatusBadge>{t('assetImport.ours')}</StatusBadge>
      ) : (
        <NativeSelect
          id={field.id}
          name={field.name}
          aria-label={t('assetImport.meansFor', { heading: name })}
          error={field.error}
          defaultValue={field.typed ?? column.field ?? ''}
          data={[{ value: '', label: t('assetImport.leaveOut') }, ...choicesOf(IMPORT_FIELDS, fieldLabel)]}
        />
      )}
    </div>
  );
}

export function columnName({ heading, index }: ImportColumn): string {
  return heading || t('assetImport.columnNumber', { number: index + 1 });
}
