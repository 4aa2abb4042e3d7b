import { Checkbox } from '@mantine/core';
import { t } from '~/messages';
import { useField } from '~/ui/form/form-context';
import { PHI_TYPES, phiLabel, type PhiType } from './labels';
import styles from './phi-types-field.module.css';

/** Any of the kinds of health information; a refused form brings back what was ticked, parted by commas. */
export function PhiTypesField({ defaultValue }: { defaultValue?: readonly PhiType[] }) {
  const field = useField('phiTypes');
  const chosen: readonly string[] = field.typed?.split(',') ?? defaultValue ?? [];
  return (
    <fieldset className={styles.group} aria-describedby={`${field.id}-hint`}>
      <legend>{t('inventory.phiTypes')}</legend>
      <p id={`${field.id}-hint`} className={styles.hint}>
        {t('inventory.phiTypesHint')}
      </p>
      <div className={styles.choices}>
        {PHI_TYPES.map((type, index) => (
          <Checkbox
            key={type}
            id={index === 0 ? field.id : undefined}
            name="phiTypes"
            value={type}
            label={phiLabel(type)}
            defaultChecked={chosen.includes(type)}
          />
        ))}
      </div>
      {field.error && <p className={styles.error}>{field.error}</p>}
    </fieldset>
  );
}
