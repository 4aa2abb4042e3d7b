import { Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import {
  useContext,
  useEffect,
  useRef,
  useState,
  type ChangeEvent,
  type ChangeEventHandler,
  type HTMLInputAutoCompleteAttribute,
  type ReactNode,
} from 'react';
import { t } from '~/messages';
import { FilterFormContext, useField } from './form-context';
import styles from './form.module.css';

interface FieldProps {
  name: string;
  label: ReactNode;
  /** Says what is asked and why, before the person types. */
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  autoComplete?: HTMLInputAutoCompleteAttribute;
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'time';
  defaultValue?: string | number | null;
  placeholder?: string;
  maxLength?: number;
  max?: string;
  /** Shown, and sent along, but not to be changed here. */
  readOnly?: boolean;
  inputMode?: 'numeric' | 'decimal';
  onChange?: ChangeEventHandler<HTMLInputElement>;
  /** Narrow fields say how long the answer is. */
  width?: 'short' | 'medium' | 'full';
  leftSection?: ReactNode;
  /** The id of a datalist with what may be meant. */
  list?: string;
}

export function TextField({
  name,
  label,
  hint,
  required,
  defaultValue,
  type = 'text',
  width,
  maxLength,
  onChange,
  ...rest
}: TextFieldProps) {
  const field = useField(name);
  const length = useLength(maxLength);
  return (
    <TextInput
      {...rest}
      // Of what is looked for, the head is enough.
      maxLength={type === 'search' ? maxLength : undefined}
      onChange={(event) => {
        length.check(event);
        onChange?.(event);
      }}
      id={field.id}
      name={name}
      type={type}
      label={<Label required={required}>{label}</Label>}
      description={hint}
      error={length.error ?? field.error}
      required={required}
      withAsterisk={false}
      defaultValue={field.typed ?? defaultValue ?? ''}
      classNames={width ? { wrapper: styles[width] } : undefined}
    />
  );
}

/**
 * The attribute `maxlength` cuts what is pasted without a word. Here all of it stays in the field, which says by how
 * much it is too long; the server refuses it with the same limit.
 */
export function useLength(most: number | undefined) {
  const [length, setLength] = useState(0);
  const check = ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    setLength(most === undefined ? 0 : Math.max(most, currentTarget.value.trim().length));
  const over = most === undefined ? 0 : length - most;
  return { check, error: over > 0 ? t('form.tooLong', { most: most ?? 0, count: over }) : undefined };
}

export function DateField(props: Omit<TextFieldProps, 'type'>) {
  return <TextField {...props} type="date" width={props.width ?? 'short'} />;
}

/** Of a number input the browser sends nothing where it cannot read what was typed, and nobody hears of it. */
export function NumberField(props: Omit<TextFieldProps, 'type' | 'inputMode'>) {
  return <TextField {...props} inputMode="numeric" width={props.width ?? 'short'} />;
}

/** Dollars, with or without cents. */
export function MoneyField(props: Omit<TextFieldProps, 'type' | 'inputMode'>) {
  return <TextField {...props} inputMode="decimal" width={props.width ?? 'short'} leftSection="$" />;
}

export function PasswordField({ name, label, hint, autoComplete, autoFocus }: FieldProps) {
  const field = useField(name);
  return (
    <PasswordInput
      id={field.id}
      name={name}
      label={label}
      description={hint}
      error={field.error}
      autoComplete={autoComplete}
      autoFocus={autoFocus}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': t('form.showPassword') }}
    />
  );
}

interface TextAreaFieldProps extends FieldProps {
  defaultValue?: string | null;
  rows?: number;
  maxLength?: number;
}

export function TextAreaField({
  name,
  label,
  hint,
  required,
  defaultValue,
  maxLength,
  ...rest
}: TextAreaFieldProps) {
  const field = useField(name);
  const length = useLength(maxLength);
  return (
    <Textarea
      {...rest}
      onChange={length.check}
      id={field.id}
      name={name}
      label={<Label required={required}>{label}</Label>}
      description={hint}
      error={length.error ?? field.error}
      required={required}
      withAsterisk={false}
      defaultValue={field.typed ?? defaultValue ?? ''}
    />
  );
}

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceGroup {
  group: string;
  items: Choice[];
}

interface SelectFieldProps extends FieldProps {
  choices: readonly Choice[] | readonly ChoiceGroup[];
  defaultValue?: string | null;
  /** The words of the empty choice; without it the first choice stands. */
  placeholder?: string;
  /** What the browser itself can tell, chosen as long as nobody chose; must be the same function each time. */
  guess?: () => string;
  onChange?: ChangeEventHandler<HTMLSelectElement>;
  width?: 'short' | 'medium' | 'full';
}

export function SelectField({
  name,
  label,
  hint,
  required,
  choices,
  defaultValue,
  placeholder,
  guess,
  width,
  ...rest
}: SelectFieldProps) {
  const field = useField(name);
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const element = select.current;
    if (!guess || !element || element.value !== '') return;
    const guessed = guess();
    if ([...element.options].some(({ value }) => value === guessed)) element.value = guessed;
  }, [guess]);
  const empty = placeholder === undefined ? [] : [{ value: '', label: placeholder }];
  const chosen = field.typed ?? defaultValue ?? '';
  return (
    <NativeSelect
      {...rest}
      // Of a select, unlike of an input, React sets only the first default; what was saved makes a new one.
      key={chosen}
      ref={select}
      id={field.id}
      name={name}
      label={<Label required={required}>{label}</Label>}
      description={hint}
      error={field.error}
      required={required}
      withAsterisk={false}
      data={[...empty, ...choices]}
      defaultValue={chosen}
      classNames={width ? { wrapper: styles[width] } : undefined}
    />
  );
}

interface CheckboxFieldProps extends FieldProps {
  defaultChecked?: boolean;
  value?: string;
}

export function CheckboxField({
  name,
  label,
  hint,
  defaultChecked,
  value = 'on',
  disabled,
}: CheckboxFieldProps) {
  const field = useField(name);
  return (
    <Checkbox
      id={value === 'on' ? field.id : `${field.id}-${value}`}
      name={name}
      value={value}
      label={label}
      description={hint}
      error={field.error}
      disabled={disabled}
      defaultChecked={field.typed === undefined ? defaultChecked : field.typed === value}
    />
  );
}

function Label({ required, children }: { required?: boolean; children: ReactNode }) {
  const filters = useContext(FilterFormContext);
  return (
    <>
      {children}
      {!required && !filters && <span className={styles.optional}> ({t('form.optional')})</span>}
    </>
  );
}
