import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useField } from '~/ui/form/form-context';
import styles from './checks-field.module.css';

interface ChecksFieldProps<Value extends string> {
  name: string;
  legend: ReactNode;
  hint: ReactNode;
  values: readonly Value[];
  label: (value: Value) => string;
  defaultValue?: readonly Value[];
}

/** Any of several; a refused form brings back what was ticked, parted by commas. */
export function ChecksField<Value extends string>(props: ChecksFieldProps<Value>) {
  const { name, legend, hint, values, label, defaultValue } = props;
  const field = useField(name);
  const chosen: readonly string[] = field.typed?.split(',') ?? defaultValue ?? [];
  return (
    <fieldset className={styles.group} aria-describedby={`${field.id}-hint`}>
      <legend>{legend}</legend>
      <p id={`${field.id}-hint`} className={styles.hint}>
        {hint}
      </p>
      <div className={styles.choices}>
        {values.map((value, index) => (
          <Checkbox
            key={value}
            id={index === 0 ? field.id : undefined}
            name={name}
            value={value}
            label={label(value)}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
      {field.error && <p className={styles.error}>{field.error}</p>}
    </fieldset>
  );
}
