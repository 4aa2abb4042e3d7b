import { useCallback, useState } from 'react';
import { t } from '~/messages';
import styles from './form.module.css';

interface FieldErrorListProps {
  fieldErrors: Record<string, string[]>;
  idOf: (name: string) => string;
}

/** What is wrong, by the names of the fields as they stand on the page; each leads to its field. */
export function FieldErrorList({ fieldErrors, idOf }: FieldErrorListProps) {
  const rows = Object.entries(fieldErrors);
  if (rows.length === 0) return null;
  return (
    <ul className={styles.errors} aria-label={t('errors.fieldSummary', { count: rows.length })}>
      {rows.map(([name, messages]) => (
        <li key={name}>
          <FieldError fieldId={idOf(name)} message={messages.join(' ')} />
        </li>
      ))}
    </ul>
  );
}

function FieldError({ fieldId, message }: { fieldId: string; message: string }) {
  const [field, setField] = useState<string | null>(null);
  // The labels stand after the list, so they are read once the page is drawn.
  const readLabel = useCallback(() => {
    const input = document.getElementById(fieldId);
    setField(input && labelOf(input));
  }, [fieldId]);
  // What is missing elsewhere has no field here to lead to.
  if (field === null) return <span ref={readLabel}>{message}</span>;
  return (
    <a href={`#${fieldId}`} onClick={() => document.getElementById(fieldId)?.focus()}>
      {field ? t('errors.fieldNamed', { field, message }) : message}
    </a>
  );
}

/** A group of choices goes by its legend; what a label says besides, such as "optional", is no part of the name. */
function labelOf(field: HTMLElement): string {
  const label = isChoiceOfGroup(field)
    ? field.closest('fieldset')?.querySelector('legend')
    : [...(field.closest('form')?.querySelectorAll('label') ?? [])].find(
        ({ htmlFor }) => htmlFor === field.id,
      );
  const words = label?.cloneNode(true) as HTMLElement | undefined;
  words?.querySelector(`.${styles.optional}`)?.remove();
  return words?.textContent?.trim() || (field.getAttribute('aria-label') ?? '');
}

/** Other fields stand in a fieldset as well, where a form has parts: its legend names the part. */
function isChoiceOfGroup(field: HTMLElement): boolean {
  if (!(field instanceof HTMLInputElement)) return false;
  if (field.type === 'radio') return true;
  return field.type === 'checkbox' && field.form?.elements.namedItem(field.name) instanceof RadioNodeList;
}
