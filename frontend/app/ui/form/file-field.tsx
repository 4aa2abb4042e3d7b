import { useField } from './form-context';
import type { ReactNode } from 'react';
import styles from './file-field.module.css';

interface FileFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  accept?: string;
  multiple?: boolean;
}

/** The browser's own file input: it takes a dropped file, the keyboard and a screen reader alike. */
export function FileField({ name, label, hint, accept, multiple }: FileFieldProps) {
  const field = useField(name);
  const described =
    [hint && `${field.id}-hint`, field.error && `${field.id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={field.id}>{label}</label>
      {hint && (
        <p id={`${field.id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <input
        id={field.id}
        className={styles.input}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        aria-describedby={described}
        aria-invalid={field.error ? true : undefined}
      />
      {field.error && (
        <p id={`${field.id}-error`} className={styles.error}>
          {field.error}
        </p>
      )}
    </div>
  );
}
