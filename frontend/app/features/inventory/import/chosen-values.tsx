import { t } from '~/messages';
import styles from './import.module.css';
import type { ImportLists } from './import-lists';
import { fieldLabel, type ImportView } from './import-types';
import { oneValueLabel } from './one-values';

/** What a list that is settled had from a choice, and not from the file. */
export function ChosenValues({ of, list }: { of: ImportLists; list: ImportView }) {
  const values = of.values.flatMap((value) => {
    const chosen = list.fixed[value.field];
    return chosen
      ? [
          t('assetImport.chosenValue', {
            field: fieldLabel(value.field),
            value: oneValueLabel(value, chosen, null),
          }),
        ]
      : [];
  });
  if (values.length === 0) return null;
  return <p className={styles.remark}>{t('assetImport.chosenWere', { values: values.join('; ') })}</p>;
}
