import { useId } from 'react';
import { t } from '~/messages';
import { SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FilterFormContext } from '~/ui/form/form-context';
import { FieldRow } from '~/ui/form/form-layout';
import type { Places } from '../asset-fields';
import { ChecksField } from '../checks-field';
import styles from './import.module.css';
import type { ImportLists } from './import-lists';
import { fieldLabel, type ImportField, type ImportView } from './import-types';
import { severalOf, withChosen, type OneValue } from './one-values';

interface OneValueFieldsProps {
  of: ImportLists;
  list: ImportView;
  places: Places | null;
  /** What the columns hold, as the form says it now. */
  held: ReadonlySet<string>;
  /** Fields whose value was refused. */
  refused: ReadonlySet<string>;
}

/** One value for the whole list: for what no column holds, and for the empty cells of new rows. */
export function OneValueFields({ of, list, places, held, refused }: OneValueFieldsProps) {
  const free = of.values.filter(({ field }) => !held.has(field));
  const needed = free.filter(({ field }) => of.required.includes(field));
  const others = free.filter(({ field }) => !of.required.includes(field));
  const filling = of.values.filter(({ field }) => held.has(field) && of.fillsEmpty.includes(field));
  const open = others.some(({ field }) => Boolean(list.fixed[field]) || refused.has(field));
  const props = { list, places };
  return (
    // All of them may stay empty: saying so at each would only be noise.
    <FilterFormContext value>
      {free.length > 0 && (
        <fieldset className={styles.fixed}>
          <legend>{t('assetImport.sameForAll')}</legend>
          <p>{of.sameForAllLead()}</p>
          <ValueFields values={needed} none={t('assetImport.sameForAllNone')} {...props} />
          {others.length > 0 && (
            <details className={styles.mapping} open={open}>
              <summary>{t('assetImport.sameForAllOthers', { count: others.length })}</summary>
              <ValueFields values={others} none={t('assetImport.sameForAllNone')} {...props} />
            </details>
          )}
        </fieldset>
      )}
      {filling.length > 0 && (
        <fieldset className={styles.fixed}>
          <legend>{t('assetImport.fixed')}</legend>
          <p>{t('assetImport.fixedLead')}</p>
          <ValueFields values={filling} none={t('assetImport.fixedNone')} {...props} />
        </fieldset>
      )}
    </FilterFormContext>
  );
}

interface ValueFieldsProps {
  values: readonly OneValue[];
  none: string;
  list: ImportView;
  places: Places | null;
}

/** Short ones side by side, long ones below them. */
function ValueFields({ values, ...props }: ValueFieldsProps) {
  const short = values.filter(({ as }) => as === 'choice' || as === 'text');
  const long = values.filter(({ as }) => as === 'several' || as === 'long');
  return (
    <div className={styles.values}>
      {short.length > 0 && (
        <FieldRow>
          {short.map((value) => (
            <ValueField key={value.field} value={value} {...props} />
          ))}
        </FieldRow>
      )}
      {long.map((value) => (
        <ValueField key={value.field} value={value} {...props} />
      ))}
    </div>
  );
}

function ValueField({ value, none, list, places }: Omit<ValueFieldsProps, 'values'> & { value: OneValue }) {
  const names = useId();
  const chosen = list.fixed[value.field] ?? null;
  const field = { name: nameOf(value.field), label: fieldLabel(value.field) };
  switch (value.as) {
    case 'choice': {
      const choices = withChosen(value.choices(places), chosen === null ? [] : [chosen]);
      return <SelectField {...field} choices={choices} placeholder={none} defaultValue={chosen} />;
    }
    case 'several': {
      const words = severalOf(chosen);
      const choices = withChosen(value.choices(places), words);
      return (
        <ChecksField
          name={field.name}
          legend={field.label}
          hint={t('assetImport.severalHint')}
          values={choices.map((choice) => choice.value)}
          label={(word) => choices.find((choice) => choice.value === word)?.label ?? word}
          defaultValue={words}
        />
      );
    }
    case 'text':
      return (
        <>
          <TextField
            {...field}
            hint={value.hint?.()}
            maxLength={value.most}
            defaultValue={chosen}
            list={value.names && names}
          />
          {value.names && (
            <datalist id={names}>
              {value.names(places).map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          )}
        </>
      );
    case 'long':
      return <TextAreaField {...field} maxLength={value.most} defaultValue={chosen} rows={2} />;
  }
}

const nameOf = (field: ImportField) => `fixed.${field}`;
