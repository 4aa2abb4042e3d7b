import { useEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '~/messages';
import { MEGABYTE, megabytes } from './file-size';
import { useField } from './form-context';
import styles from './file-field.module.css';

interface FileFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  accept?: string;
  multiple?: boolean;
  /** What the server takes at most, in megabytes. */
  most: number;
}

/** The browser's own file input: it takes a dropped file, the keyboard and a screen reader alike. */
export function FileField({ name, label, hint, accept, multiple, most }: FileFieldProps) {
  const field = useField(name);
  const { input, check, tooLarge } = useFileSize(most);
  const error = tooLarge ?? field.error;
  const described =
    [hint && `${field.id}-hint`, error && `${field.id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={field.id}>{label}</label>
      {hint && (
        <p id={`${field.id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <input
        ref={input}
        onChange={check}
        id={field.id}
        className={styles.input}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      />
      {error && (
        <p id={`${field.id}-error`} className={styles.error} role={tooLarge ? 'alert' : undefined}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Measured before it is sent: minutes of upload would only end in a refusal. */
function useFileSize(most: number) {
  const input = useRef<HTMLInputElement>(null);
  const [largest, setLargest] = useState(0);
  const tooLarge = largest > most * MEGABYTE;
  const check = () => setLargest(largestIn(input.current));

  useEffect(() => {
    const form = input.current?.form;
    const hold = (event: Event) => {
      if (largestIn(input.current) <= most * MEGABYTE) return;
      event.preventDefault();
      input.current?.focus();
    };
    // In the capture phase: before those who take a submit for sent.
    form?.addEventListener('submit', hold, true);
    return () => form?.removeEventListener('submit', hold, true);
  }, [most]);

  return {
    input,
    check,
    tooLarge: tooLarge ? t('form.fileTooLarge', { size: megabytes(largest), most }) : undefined,
  };
}

function largestIn(input: HTMLInputElement | null): number {
  return Math.max(0, ...[...(input?.files ?? [])].map(({ size }) => size));
}
