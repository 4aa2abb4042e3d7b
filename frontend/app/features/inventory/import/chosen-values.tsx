import { t } from '~/messages';
import type { Places } from '../asset-fields';
import styles from './import.module.css';
import type { ImportLists } from './import-lists';
import { fieldLabel, type ImportView } from './import-types';
import { oneValueLabel } from './one-values';

interface ChosenValuesProps {
  of: ImportLists;
  list: ImportView;
  places: Places | null;
}

/** What a list has from a choice, and not from the file. */
export function ChosenValues({ of, list, places }: ChosenValuesProps) {
  const values = of.values.flatMap((value) => {
    const chosen = list.fixed[value.field];
    return chosen
      ? [
          t('assetImport.chosenValue', {
            field: fieldLabel(value.field),
            value: oneValueLabel(value, chosen, places),
          }),
        ]
      : [];
  });
  if (values.length === 0) return null;
  return <p className={styles.remark}>{t('assetImport.chosenWere', { values: values.join('; ') })}</p>;
}
