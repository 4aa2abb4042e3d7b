import { useState } from 'react';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import type { Places } from '../asset-fields';
import { choicesOf } from '../labels';
import { ChosenValues } from './chosen-values';
import { ColumnMeaning, ignoredText, oursText } from './column-meaning';
import styles from './import.module.css';
import type { ImportLists } from './import-lists';
import { fieldLabel, type ImportView } from './import-types';
import { OneValueFields } from './one-value-fields';

interface ColumnMappingProps {
  of: ImportLists;
  list: ImportView;
  places: Places | null;
  refused?: RefusedForm | null;
}

/** What each column means. Closed when every new row has what it needs: then it is only for those who look. */
export function ColumnMapping({ of, list, places, refused }: ColumnMappingProps) {
  // What a column is made to hold needs no other value: the fields below follow the choice.
  const [held, setHeld] = useState(() => heldAtFirst(list, refused));
  const ignored = list.columns.filter(({ field, isOurs }) => field === null && !isOurs);
  const ours = list.columns.filter(({ field, isOurs }) => field === null && isOurs);
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
          {hasFixed && `${t('assetImport.takenValues')} `}
          {t('assetImport.takenChange')}
        </p>
      )}
      {(ignored.length > 0 || ours.length === 0) && <p className={styles.ignored}>{ignoredText(ignored)}</p>}
      {ours.length > 0 && <p className={styles.ignored}>{oursText(ours)}</p>}
      {list.missing.length > 0 && (
        <ul className={styles.missing}>
          {list.missing.map((field) => (
            <li key={field}>{t(`assetImport.missing_${field}`)}</li>
          ))}
        </ul>
      )}
      <ChosenValues of={of} list={list} places={places} />
      <details className={styles.mapping} open={open}>
        <summary>{t('assetImport.changeColumns')}</summary>
        <AppForm refused={refused} intent="map" version={list.version} label={t('assetImport.columns')}>
          <div className={styles.columns}>
            {list.columns.map((column) => (
              <ColumnMeaning
                key={column.index}
                column={column}
                meanings={meanings}
                onChange={(meaning) => setHeld({ ...held, [column.index]: meaning })}
              />
            ))}
          </div>
          <OneValueFields
            of={of}
            list={list}
            places={places}
            held={new Set(Object.values(held))}
            refused={refusedValues(refused)}
          />
          <FormActions>
            <SubmitButton>{t('assetImport.saveColumns')}</SubmitButton>
          </FormActions>
        </AppForm>
      </details>
    </Section>
  );
}

/** By column what it holds: as the form that was refused says it, or as it was saved. */
function heldAtFirst({ columns }: ImportView, refused?: RefusedForm | null): Record<number, string> {
  return Object.fromEntries(
    columns.map(({ index, field }) => [index, refused?.values[`columns.${index}`] ?? field ?? '']),
  );
}

function refusedValues(refused?: RefusedForm | null): Set<string> {
  return new Set(Object.keys(refused?.problem.fieldErrors ?? {}).map((name) => name.replace(/^fixed\./, '')));
}
