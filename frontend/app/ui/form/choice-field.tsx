import type { ReactNode } from 'react';
import { useField } from './form-context';
import styles from './choice-field.module.css';

interface ChoiceFieldProps {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  choices: readonly { value: string; label: ReactNode; hint?: ReactNode }[];
  defaultValue?: string | null;
  /** With `onChoose`: what is chosen, where the page has it in its hands. */
  value?: string;
  /** A box for each choice, or a quiet row. */
  layout?: 'boxes' | 'row';
  disabled?: boolean;
  /** Told what is chosen: other fields may be asked for by it. */
  onChoose?: (value: string) => void;
}

/** One of a few, all in sight: plain radio buttons in a named group. */
export function ChoiceField({
  name,
  legend,
  hint,
  choices,
  defaultValue,
  value,
  layout = 'boxes',
  disabled,
  onChoose,
}: ChoiceFieldProps) {
  const field = useField(name);
  const chosen = field.typed ?? defaultValue;
  const described =
    [hint && `${field.id}-hint`, field.error && `${field.id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={styles.group} aria-describedby={described} disabled={disabled}>
      <legend>{legend}</legend>
      {hint && (
        <p id={`${field.id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles[layout]}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={styles.choice}>
            <input
              id={index === 0 ? field.id : undefined}
              type="radio"
              name={name}
              value={choice.value}
              {...(value === undefined
                ? { defaultChecked: chosen === choice.value }
                : { checked: value === choice.value })}
              onChange={onChoose && (() => onChoose(choice.value))}
              aria-invalid={field.error ? true : undefined}
            />
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {field.error && (
        <p id={`${field.id}-error`} className={styles.error}>
          {field.error}
        </p>
      )}
    </fieldset>
  );
}
