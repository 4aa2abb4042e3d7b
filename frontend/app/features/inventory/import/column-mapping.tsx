import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { SelectField } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { choicesOf } from '../labels';
import { ColumnMeaning, ignoredText } from './column-meaning';
import styles from './import.module.css';
import type { ImportLists } from './import-lists';
import { fieldLabel, type ImportView } from './import-types';

interface ColumnMappingProps {
  of: ImportLists;
  list: ImportView;
  refused?: RefusedForm | null;
}

/** What each column means. Closed when every new row has what it needs: then it is only for those who look. */
export function ColumnMapping({ of, list, refused }: ColumnMappingProps) {
  const ignored = list.columns.filter(({ field, isOurs }) => field === null && !isOurs);
  const meanings = choicesOf(of.fields, fieldLabel);
  const hasFixed = Object.values(list.fixed).some((value) => value !== null);
  const open = list.missing.length > 0 || Boolean(refused) || (list.mappingFrom !== null && hasFixed);
  return (
    <Section title={t('assetImport.columns')} lead={t('assetImport.columnsLead')}>
      {list.mappingFrom && (
        <p role="status">
          {t('assetImport.takenFrom', { file: list.mappingFrom.fileName })}{' '}
          <DateText at={list.mappingFrom.at} />
          {'. '}
          {t('assetImport.takenChange')}
        </p>
      )}
      <p className={styles.ignored}>{ignoredText(ignored)}</p>
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
              <ColumnMeaning key={column.index} column={column} meanings={meanings} />
            ))}
          </div>
          <fieldset className={styles.fixed}>
            <legend>{t('assetImport.fixed')}</legend>
            <p>{t('assetImport.fixedLead')}</p>
            <FieldRow>
              {of.fixed.map(({ field, choices }) => (
                <SelectField
                  key={field}
                  name={`fixed.${field}`}
                  label={fieldLabel(field)}
                  choices={choices()}
                  placeholder={t('assetImport.fixedNone')}
                  defaultValue={list.fixed[field]}
                />
              ))}
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
